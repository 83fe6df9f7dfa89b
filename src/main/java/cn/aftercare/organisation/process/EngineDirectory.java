package cn.aftercare.organisation.process;

import cn.aftercare.organisation.Person;
import cn.aftercare.organisation.Unit;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.organisation.app.UnitCatalog;
import cn.aftercare.platform.engine.SystemAccess;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The engine's own user database as directory. People change rarely: an answer is kept for a minute. */
@Component
class EngineDirectory implements Directory {

    private static final long KEEP_NANOS = 60_000_000_000L;

    private final IdentityService identity;
    private final SystemAccess system;
    private final UnitCatalog catalog;
    private final Map<String, Kept> answers = new ConcurrentHashMap<>();

    EngineDirectory(IdentityService identity, SystemAccess system, UnitCatalog catalog) {
        this.identity = identity;
        this.system = system;
        this.catalog = catalog;
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

    /** Somebody has changed, or changed groups. Once more after the commit: until then others still read the old. */
    void forgetWithCommit() {
        answers.clear();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    answers.clear();
                }
            });
        }
    }

    static String name(User user) {
        String name = (text(user.getFirstName()) + " " + text(user.getLastName())).strip();
        return name.isEmpty() ? user.getId() : name;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    @SuppressWarnings("unchecked")
    private <T> T keep(String question, Supplier<T> answer) {
        Kept kept = answers.get(question);
        if (kept == null || System.nanoTime() - kept.since() > KEEP_NANOS) {
            // Ids come from requests too: never let made-up ones pile up.
            if (answers.size() > 10_000) {
                answers.clear();
            }
            kept = new Kept(system.call(answer), System.nanoTime());
            answers.put(question, kept);
        }
        return (T) kept.answer();
    }

    private record Kept(Object answer, long since) {}
}
