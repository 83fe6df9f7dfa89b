package cn.aftercare.organisation.process;

import cn.aftercare.organisation.app.People;
import cn.aftercare.platform.engine.SystemAccess;
import cn.aftercare.platform.security.DirectorySettings;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** People are the engine's users: the full name is the first name, as the webapps show "first last". */
@Component
class EnginePeople implements People {

    /** Longer than the policy asks for; without characters that are read or typed for one another. */
    private static final int PASSWORD_LENGTH = 16;

    private static final String PASSWORD_CHARACTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final IdentityService identity;
    private final SystemAccess system;
    private final DirectorySettings settings;
    private final SecureRandom random = new SecureRandom();

    EnginePeople(IdentityService identity, SystemAccess system, DirectorySettings settings) {
        this.identity = identity;
        this.system = system;
        this.settings = settings;
    }

    @Override
    public List<Account> all() {
        return system.call(() -> identity.createUserQuery().list().stream()
                .map(user -> new Account(user.getId(), EngineDirectory.name(user), EngineMailAddresses.mail(user)))
                .sorted(Comparator.comparing(Account::login))
                .toList());
    }

    @Override
    public Map<String, Set<String>> memberships(Collection<String> groups) {
        Map<String, Set<String>> held = new HashMap<>();
        for (String group : groups) {
            system.call(() -> identity.createUserQuery().memberOfGroup(group).list())
                    .forEach(user -> held.computeIfAbsent(user.getId(), login -> new TreeSet<>())
                            .add(group));
        }
        return held;
    }

    @Override
    public boolean passwordHere(String login) {
        return settings.url().isBlank() || settings.localUsers().contains(login);
    }

    @Override
    public String create(Account account) {
        String password = password(account);
        User user = identity.newUser(account.login());
        user.setFirstName(account.name());
        user.setLastName("");
        user.setEmail(account.mail());
        user.setPassword(password);
        system.run(() -> identity.saveUser(user));
        return password;
    }

    @Override
    public void update(Account account) {
        system.run(() -> {
            User user = identity.createUserQuery().userId(account.login()).singleResult();
            if (!account.name().equals(EngineDirectory.name(user))) {
                user.setFirstName(account.name());
                user.setLastName("");
            }
            if (!account.mail().equals(EngineMailAddresses.mail(user))) {
                user.setEmail(account.mail());
            }
            identity.saveUser(user);
        });
    }

    /** Tried again while it holds the login or the name by chance, which the policy forbids. */
    private String password(Account account) {
        String password;
        do {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < PASSWORD_LENGTH; i++) {
                text.append(PASSWORD_CHARACTERS.charAt(random.nextInt(PASSWORD_CHARACTERS.length())));
            }
            password = text.toString();
        } while (tells(password, account));
        return password;
    }

    private static boolean tells(String password, Account account) {
        String lower = password.toLowerCase(Locale.ROOT);
        return Stream.of(account.login(), account.name())
                .anyMatch(part -> lower.contains(part.toLowerCase(Locale.ROOT)));
    }
}
