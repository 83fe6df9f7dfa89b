package cn.aftercare.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Groups and units of a person and what may end a session, asked with every request: by one statement, where the engine's
 * services need three.
 */
@Repository
class Memberships {

    private final JdbcClient jdbc;

    Memberships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty if there is no such person. */
    Optional<Login> of(String userId) {
        List<String> groups = new ArrayList<>();
        List<String> tenants = new ArrayList<>();
        List<String> passwords = new ArrayList<>();
        jdbc.sql("""
                        select 'password' as kind, coalesce(pwd_, '') || coalesce(salt_, '') as id
                            from act_id_user where id_ = :user
                        union
                        select 'group', group_id_ from act_id_membership where user_id_ = :user
                        union
                        select 'tenant', tenant_id_ from act_id_tenant_member where user_id_ = :user
                            or group_id_ in (select group_id_ from act_id_membership where user_id_ = :user)
                        order by kind, id
                        """)
                .param("user", userId)
                .query((rs, n) -> switch (rs.getString("kind")) {
                    case "group" -> groups.add(rs.getString("id"));
                    case "tenant" -> tenants.add(rs.getString("id"));
                    default -> passwords.add(rs.getString("id"));
                })
                .list();
        return passwords.isEmpty()
                ? Optional.empty()
                : Optional.of(new Login(userId, groups, tenants, mark(passwords.get(0))));
    }

    /** What is kept of a password belongs in no second table. */
    private static String mark(String kept) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(kept.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
