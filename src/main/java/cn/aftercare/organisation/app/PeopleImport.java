package cn.aftercare.organisation.app;

import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.Unit;
import cn.aftercare.organisation.app.People.Account;
import cn.aftercare.organisation.persistence.UnitTable;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.sheet.CellError;
import cn.aftercare.sheet.RejectedSheetException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports the people sheet: all rows or none. It gives and takes the roles of units; who administers and who may change
 * models is decided in Admin, one by one.
 */
@Service
public class PeopleImport {

    private final People people;
    private final Memberships memberships;
    private final Deputies deputies;
    private final Directory directory;
    private final UnitTable units;
    private final CurrentActor currentActor;

    PeopleImport(
            People people,
            Memberships memberships,
            Deputies deputies,
            Directory directory,
            UnitTable units,
            CurrentActor currentActor) {
        this.people = people;
        this.memberships = memberships;
        this.deputies = deputies;
        this.directory = directory;
        this.units = units;
        this.currentActor = currentActor;
    }

    /**
     * Adds the people of the sheet and brings name, mail and roles of those who are there into line with it; the same
     * sheet again changes nothing. Roles somebody has on loan from who is away are left alone.
     *
     * @param content xlsx, or csv in UTF-8 or GB18030
     * @param dryRun check and count, store nothing
     * @throws NotPermittedException unless an administrator acts
     * @throws RejectedSheetException with every error of every row; nothing is stored then
     */
    @Transactional
    public PeopleReport run(byte[] content, boolean dryRun) {
        if (!currentActor.get().admin()) {
            throw new NotPermittedException("只有系统管理员可以导入人员");
        }
        List<CellError> errors = new ArrayList<>();
        PersonRowReader reader = new PersonRowReader(directory.units(), errors);
        List<PersonRow> rows = reader.read(content);
        if (!dryRun) {
            units.lockAll();
        }
        Map<String, Account> stored =
                people.all().stream().collect(Collectors.toMap(Account::login, Function.identity()));
        sameButForCase(rows, stored, errors);
        if (!errors.isEmpty()) {
            errors.sort(Comparator.comparingInt(CellError::row));
            throw new RejectedSheetException(errors);
        }
        return changes(rows, stored, reader.warnings(), dryRun);
    }

    private static void sameButForCase(List<PersonRow> rows, Map<String, Account> stored, List<CellError> errors) {
        Map<String, String> known = stored.keySet().stream()
                .collect(Collectors.toMap(login -> login.toLowerCase(Locale.ROOT), Function.identity(), (a, b) -> a));
        for (PersonRow row : rows) {
            String other = known.get(row.login().toLowerCase(Locale.ROOT));
            if (other != null && !stored.containsKey(row.login())) {
                errors.add(CellError.cell(
                        row.number(), PersonColumn.LOGIN.header(), row.login(), "与已有的登录名“" + other + "”只差大小写"));
            }
        }
    }

    private PeopleReport changes(
            List<PersonRow> rows, Map<String, Account> stored, List<String> warnings, boolean dryRun) {
        Map<String, String> roles = roles();
        Map<String, Set<String>> held = people.memberships(roles.keySet());
        List<PeopleReport.Password> passwords = new ArrayList<>();
        int created = 0;
        int updated = 0;
        for (PersonRow row : rows) {
            Account before = stored.get(row.login());
            Account after = new Account(
                    row.login(), row.name(), row.mail() != null ? row.mail() : before == null ? "" : before.mail());
            Set<String> lent = before == null ? Set.of() : deputies.lentTo(row.login());
            List<String> own = held.getOrDefault(row.login(), Set.of()).stream()
                    .filter(group -> !lent.contains(group))
                    .toList();
            List<String> given =
                    row.groups().stream().filter(group -> !own.contains(group)).toList();
            List<String> taken =
                    own.stream().filter(group -> !row.groups().contains(group)).toList();
            boolean changed = !after.equals(before) || !given.isEmpty() || !taken.isEmpty();
            if (!taken.isEmpty()) {
                warnings.add("第" + row.number() + "行 " + row.login() + ":不再担任"
                        + String.join("、", taken.stream().map(roles::get).toList()));
            }
            if (changed && !dryRun) {
                store(before, after, passwords);
                given.forEach(group -> give(row.login(), group, lent));
                taken.forEach(group -> memberships.remove(row.login(), group));
            }
            if (before == null) {
                created++;
            } else if (changed) {
                updated++;
            }
        }
        return new PeopleReport(
                dryRun,
                created,
                updated,
                rows.size() - created - updated,
                rows.size(),
                List.copyOf(warnings),
                List.copyOf(passwords));
    }

    private void store(@Nullable Account before, Account after, List<PeopleReport.Password> passwords) {
        if (before == null) {
            String password = people.create(after);
            if (people.passwordHere(after.login())) {
                passwords.add(new PeopleReport.Password(after.login(), after.name(), password));
            }
        } else if (!after.equals(before)) {
            people.update(after);
        }
    }

    private void give(String login, String group, Set<String> lent) {
        if (lent.contains(group)) {
            deputies.keep(login, group);
        } else {
            memberships.add(login, group);
        }
    }

    /** The Chinese names of all roles of units, by candidate group. */
    private Map<String, String> roles() {
        return directory.units().stream()
                .flatMap(unit -> unit.roles().stream().map(role -> Map.entry(unit, role)))
                .collect(Collectors.toMap(
                        e -> group(e.getKey(), e.getValue()), e -> e.getKey().groupName(e.getValue())));
    }

    private static String group(Unit unit, Role role) {
        return role.groupOf(unit.code());
    }
}
