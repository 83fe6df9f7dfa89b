package cn.aftercare.organisation.process;

import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.Unit;
import cn.aftercare.platform.StartRefusedException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * One login per group, id = group id, and {@code admin}; the password of all is "demo". Only where
 * {@code aftercare.demo-logins} is on; a database that has them does not start anywhere else.
 */
@Component
class DemoLogins {

    private static final String PASSWORD = "demo";

    /** Says in the engine's own properties, which nobody can write from outside, that a database has demo logins. */
    static final String MARK = "aftercare.demoLogins";

    /** The top-level domain "invalid" can belong to nobody. */
    private static final String MAIL = "@demo.invalid";

    private static final String[] SURNAMES = {
        "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗", "梁", "宋",
        "郑"
    };
    private static final String[] GIVEN = {
        "海燕", "建国", "志强", "丽华", "文斌", "晓梅", "国栋", "雪琴", "永刚", "春兰", "俊杰", "玉珍", "明辉", "秀英", "振华", "婷婷", "立新", "桂芳", "少军"
    };

    private final IdentityService identity;
    private final ManagementService management;
    private final boolean wanted;

    DemoLogins(
            IdentityService identity,
            ManagementService management,
            @Value("${aftercare.demo-logins:false}") boolean wanted) {
        this.identity = identity;
        this.management = management;
        this.wanted = wanted;
    }

    void ensure(List<Unit> units) {
        boolean marked = management.getProperties().containsKey(MARK);
        if (!wanted) {
            if (marked || madeBeforeTheMark(units)) {
                throw new StartRefusedException(
                        "the database holds demo logins; production needs a database of its own",
                        "数据库中有演示账号,不能用于正式运行:请为 AFTERCARE_DB_URL 换一个新的数据库。");
            }
            return;
        }
        if (!marked) {
            management.setProperty(MARK, "true");
        }
        // By login, since the mail of a demo login may have been changed meanwhile.
        Set<String> existing =
                identity.createUserQuery().list().stream().map(User::getId).collect(Collectors.toSet());
        int person = 0;
        for (Unit unit : units) {
            for (Role role : unit.roles()) {
                String group = role.groupOf(unit.code());
                create(existing, group, name(person++) + "(" + place(unit) + "·" + role.label() + ")", group);
            }
        }
        create(existing, GroupsAndTenants.ANALYST, name(person) + "(流程分析员)", GroupsAndTenants.ANALYST);
        create(existing, "admin", "系统管理员", Groups.CAMUNDA_ADMIN);
    }

    /** A mail alone says nothing: people have had one that only looked so. Nobody is called like a group by chance. */
    private boolean madeBeforeTheMark(List<Unit> units) {
        Set<String> groups = units.stream()
                .flatMap(unit -> unit.roles().stream().map(role -> role.groupOf(unit.code())))
                .collect(Collectors.toSet());
        return identity.createUserQuery().userEmailLike("%" + MAIL).list().stream()
                .map(User::getId)
                .anyMatch(groups::contains);
    }

    private void create(Set<String> existing, String id, String name, String group) {
        if (existing.contains(id)) {
            return;
        }
        User user = identity.newUser(id);
        user.setFirstName(name);
        user.setLastName("");
        user.setEmail(id + MAIL);
        user.setPassword(PASSWORD);
        identity.saveUser(user);
        identity.createMembership(id, group);
    }

    private static String name(int person) {
        // 23 and 19 have no common divisor: no full name comes twice among 437 people.
        return SURNAMES[person % SURNAMES.length] + GIVEN[person % GIVEN.length];
    }

    private static String place(Unit unit) {
        return unit.name().replaceFirst("分公司$", "");
    }
}
