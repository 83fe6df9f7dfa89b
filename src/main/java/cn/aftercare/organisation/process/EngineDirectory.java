package cn.aftercare.organisation.process;

import cn.aftercare.organisation.Person;
import cn.aftercare.organisation.Unit;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.organisation.app.UnitCatalog;
import cn.aftercare.platform.engine.SystemAccess;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** The engine's own user database as directory. */
@Component
class EngineDirectory implements Directory {

    private final IdentityService identity;
    private final SystemAccess system;
    private final UnitCatalog catalog;
    private final DirectoryAnswers answers;

    EngineDirectory(IdentityService identity, SystemAccess system, UnitCatalog catalog, DirectoryAnswers answers) {
        this.identity = identity;
        this.system = system;
        this.catalog = catalog;
        this.answers = answers;
    }

    @Override
    public List<Person> people(String group) {
        return keep(
                "people:" + group,
                () -> identity.createUserQuery().memberOfGroup(group).list().stream()
                        .map(user -> new Person(user.getId(), name(user)))
                        .sorted(Comparator.comparing(Person::displayName))
                        .toList());
    }

    @Override
    public String displayName(String userId) {
        return keep("name:" + userId, () -> {
            User user = identity.createUserQuery().userId(userId).singleResult();
            return user == null ? userId : name(user);
        });
    }

    @Override
    public List<String> groupsOf(String userId) {
        return keep(
                "groups:" + userId,
                () -> identity.createGroupQuery().groupMember(userId).list().stream()
                        .map(Group::getId)
                        .toList());
    }

    @Override
    public List<String> unitsOf(String userId) {
        return keep(
                "units:" + userId,
                () -> identity.createTenantQuery().userMember(userId).includingGroupsOfUser(true).list().stream()
                        .map(Tenant::getId)
                        .toList());
    }

    @Override
    public List<Unit> units() {
        return catalog.all();
    }

    @Override
    public Optional<Unit> unit(String code) {
        return catalog.all().stream().filter(unit -> unit.code().equals(code)).findFirst();
    }

    @Override
    public String groupName(String group) {
        return keep("group:" + group, () -> {
            Group found = identity.createGroupQuery().groupId(group).singleResult();
            return found == null ? group : found.getName();
        });
    }

    static String name(User user) {
        String name = (text(user.getFirstName()) + " " + text(user.getLastName())).strip();
        return name.isEmpty() ? user.getId() : name;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private <T> T keep(String question, Supplier<T> answer) {
        return answers.keep(question, () -> system.call(answer));
    }
}
