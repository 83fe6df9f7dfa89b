package cn.aftercare.platform.security;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code aftercare.directory}: the company's directory (LDAP), whose passwords count instead of ours.
 *
 * @param url {@code ldaps://host:636}; empty: no directory, the passwords are the engine's
 * @param base below which the people stand, e.g. {@code ou=people,dc=company,dc=example}
 * @param filter finds a person by login, {@code {0}}
 * @param user distinguished name of the account that may search; empty: anybody may
 * @param localUsers logins that keep their password here, so that somebody gets in when the directory is down
 * @param timeout for connecting and for each answer
 */
@ConfigurationProperties("aftercare.directory")
public record DirectorySettings(
        @DefaultValue("") String url,
        @DefaultValue("") String base,

        @DefaultValue("(&(objectClass=person)(sAMAccountName={0}))")
        String filter,

        @DefaultValue("") String user,
        @Nullable String password,
        @DefaultValue Set<String> localUsers,
        @DefaultValue("5s") Duration timeout) {

    public DirectorySettings {
        if (!url.isBlank() && !url.matches("ldaps?://\\S+")) {
            throw new IllegalStateException(
                    "aftercare.directory.url must be like ldaps://host:636 (目录服务地址不正确): " + url);
        }
        if (!filter.contains("{0}")) {
            throw new IllegalStateException("aftercare.directory.filter lacks {0}, the login (筛选条件缺少 {0})");
        }
    }

    /** The password stays out of logs. */
    @Override
    public String toString() {
        return "DirectorySettings[url=" + url + ", base=" + base + "]";
    }
}
