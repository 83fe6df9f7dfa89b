package cn.aftercare.organisation.app;

import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.Unit;
import cn.aftercare.organisation.app.People.Account;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.sheet.XlsxSheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the sheet that {@link PeopleImport} reads: with everybody who has a login, or empty. For administrators. */
@Service
public class PeopleExport {

    private final People people;
    private final Directory directory;
    private final CurrentActor currentActor;

    PeopleExport(People people, Directory directory, CurrentActor currentActor) {
        this.people = people;
        this.directory = directory;
        this.currentActor = currentActor;
    }

    /** Headers, and on a second sheet how to fill them in and which roles there are. */
    @Transactional(readOnly = true)
    public byte[] template() {
        requireAdministrator();
        return XlsxSheet.write("人员", List.of(headers()), Set.of(), notes());
    }

    /** Everybody, by login, with the roles they have at this moment, lent ones included. */
    @Transactional(readOnly = true)
    public byte[] xlsx() {
        requireAdministrator();
        Map<String, String> roles = roles();
        Map<String, Set<String>> held = people.memberships(roles.keySet());
        List<List<String>> rows = new ArrayList<>();
        rows.add(headers());
        for (Account account : people.all()) {
            rows.add(List.of(
                    account.login(),
                    account.name(),
                    names(held.getOrDefault(account.login(), Set.of()), roles),
                    account.mail()));
        }
        return XlsxSheet.write("人员", rows, Set.of(), notes());
    }

    private static List<String> headers() {
        return Arrays.stream(PersonColumn.values()).map(PersonColumn::header).toList();
    }

    private static String names(Collection<String> held, Map<String, String> roles) {
        String names = roles.entrySet().stream()
                .filter(role -> held.contains(role.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(";"));
        return names.isEmpty() ? PersonRowReader.NO_ROLES : names;
    }

    private List<List<String>> notes() {
        List<List<String>> notes = new ArrayList<>();
        notes.add(List.of("列", "必填", "填写"));
        for (PersonColumn column : PersonColumn.values()) {
            notes.add(List.of(column.header(), column.required() ? "是" : "否", column.note()));
        }
        roles().values().forEach(name -> notes.add(List.of("可用的岗位", "", name)));
        return notes;
    }

    /** HQ first, the roles in their order. */
    private Map<String, String> roles() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Unit unit : directory.units()) {
            for (Role role : unit.roles()) {
                names.put(role.groupOf(unit.code()), unit.groupName(role));
            }
        }
        return names;
    }

    private void requireAdministrator() {
        if (!currentActor.get().admin()) {
            throw new NotPermittedException("只有系统管理员可以下载人员表");
        }
    }
}
