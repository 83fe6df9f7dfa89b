package cn.aftercare.platform.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Groups and units of a person, asked with every request: by one statement, where the engine's services need three. */
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
        List<Boolean> exists = new ArrayList<>();
        jdbc.sql("""
                        select 'user' as kind, id_ as id from act_id_user where id_ = :user
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
                    default -> exists.add(true);
                })
                .list();
        return exists.isEmpty() ? Optional.empty() : Optional.of(new Login(userId, groups, tenants));
    }
}
