package cn.aftercare.organisation.process;

import cn.aftercare.organisation.LoginName;
import cn.aftercare.platform.StartRefusedException;
import java.util.Locale;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Sees to it that there is an administrator before anybody can reach the application. */
@Component
class Administrators {

    private static final Logger LOG = LoggerFactory.getLogger(Administrators.class);
    private static final int PASSWORD_LENGTH = 12;

    /** So began the password in ops/aftercare.env.example, which everybody can read. */
    private static final String EXAMPLE = "change-me";

    private final IdentityService identity;
    private final String user;
    private final String password;

    Administrators(
            IdentityService identity,
            @Value("${aftercare.admin.user}") String user,
            @Value("${aftercare.admin.password:}") String password) {
        this.identity = identity;
        this.user = user;
        this.password = password;
    }

    void ensure() {
        if (identity.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() > 0) {
            return;
        }
        if (password.length() < PASSWORD_LENGTH) {
            throw new StartRefusedException(
                    "there is no administrator yet and AFTERCARE_ADMIN_PASSWORD is "
                            + (password.isEmpty() ? "not set" : "shorter than 12 characters"),
                    "还没有系统管理员:请设置环境变量 AFTERCARE_ADMIN_PASSWORD(至少12个字符)后重新启动;"
                            + "登录名由 AFTERCARE_ADMIN_USER 指定,默认 admin。");
        }
        if (password.toLowerCase(Locale.ROOT).startsWith(EXAMPLE)) {
            throw new StartRefusedException(
                    "AFTERCARE_ADMIN_PASSWORD is that of an example",
                    "管理员密码 AFTERCARE_ADMIN_PASSWORD 是示例中的密码,人人皆知:请换成您自己的密码(至少12个字符)。");
        }
        if (!LoginName.isValid(user)) {
            throw new StartRefusedException(
                    "AFTERCARE_ADMIN_USER may hold letters, digits, dots, underscores and dashes only, 64 at most",
                    "管理员登录名 AFTERCARE_ADMIN_USER " + LoginName.RULE + "(最多64个)。");
        }
        if (password.toLowerCase(Locale.ROOT).contains(user.toLowerCase(Locale.ROOT))) {
            throw new StartRefusedException(
                    "AFTERCARE_ADMIN_PASSWORD contains the login", "管理员密码不能包含登录名,请更换 AFTERCARE_ADMIN_PASSWORD。");
        }
        create();
    }

    private void create() {
        if (identity.createUserQuery().userId(user).count() == 0) {
            User admin = identity.newUser(user);
            admin.setFirstName("系统管理员");
            admin.setLastName("");
            admin.setPassword(password);
            identity.saveUser(admin);
        } else {
            User admin = identity.createUserQuery().userId(user).singleResult();
            admin.setPassword(password);
            identity.saveUser(admin);
        }
        identity.createMembership(user, Groups.CAMUNDA_ADMIN);
        LOG.info("created the administrator {}", user);
    }
}
