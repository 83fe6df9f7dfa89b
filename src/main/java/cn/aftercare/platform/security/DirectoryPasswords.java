package cn.aftercare.platform.security;

import java.util.Map;
import java.util.function.BiPredicate;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.ldap.AuthenticationException;
import org.springframework.ldap.NamingException;
import org.springframework.ldap.core.LdapTemplate;
import org.springframework.ldap.core.support.LdapContextSource;
import org.springframework.ldap.query.LdapQuery;
import org.springframework.ldap.query.LdapQueryBuilder;

/**
 * The engine's people, groups and units with the passwords of the company's directory. Who may do what is decided here;
 * the directory only says who somebody is. The engine's lock after wrong passwords holds for these too.
 */
class DirectoryPasswords extends WatchedPasswords {

    private final DirectorySettings settings;
    private final LdapTemplate directory;

    DirectoryPasswords(DirectorySettings settings, LoginJournal journal) {
        super(journal);
        this.settings = settings;
        LdapContextSource source = new LdapContextSource();
        source.setUrl(settings.url());
        source.setBase(settings.base());
        source.setUserDn(settings.user());
        source.setPassword(settings.password() == null ? "" : settings.password());
        source.setAnonymousReadOnly(settings.user().isBlank());
        String millis = String.valueOf(settings.timeout().toMillis());
        source.setBaseEnvironmentProperties(
                Map.of("com.sun.jndi.ldap.connect.timeout", millis, "com.sun.jndi.ldap.read.timeout", millis));
        source.afterPropertiesSet();
        directory = new LdapTemplate(source);
    }

    @Override
    boolean matches(String password, UserEntity user, BiPredicate<String, UserEntity> kept) {
        return settings.localUsers().contains(user.getId())
                ? kept.test(password, user)
                : correct(user.getId(), password);
    }

    /**
     * Whether the directory takes the password.
     *
     * @throws DirectoryUnavailableException when it does not answer; that is nobody's wrong password
     */
    private boolean correct(String login, String password) {
        // A directory takes a login without password for an anonymous one, and lets it in.
        if (password.isEmpty()) {
            return false;
        }
        LdapQuery person = LdapQueryBuilder.query().filter(settings.filter(), login);
        try {
            directory.authenticate(person, password);
            return true;
        } catch (EmptyResultDataAccessException | AuthenticationException e) {
            return false;
        } catch (NamingException e) {
            throw new DirectoryUnavailableException(e);
        }
    }
}
