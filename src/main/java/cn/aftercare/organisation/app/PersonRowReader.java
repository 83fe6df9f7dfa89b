package cn.aftercare.organisation.app;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.LoginName;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.Unit;
import cn.aftercare.sheet.CellError;
import cn.aftercare.sheet.Notation;
import cn.aftercare.sheet.RejectedSheetException;
import cn.aftercare.sheet.SheetTable;
import cn.aftercare.sheet.TableRow;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Turns the rows of the people sheet into well-formed ones, and collects everything that is wrong on the way. */
final class PersonRowReader {

    /** Stands in the column of roles for somebody without any, so that an empty cell takes nothing away by mistake. */
    static final String NO_ROLES = "无";

    private static final int MAX_ROWS = 5000;

    /** Nobody's: it marks the demo logins, with which production refuses to start. */
    private static final Pattern MAIL =
            Pattern.compile("[^\\s@<>,;\"]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.(?!(?i:invalid)$)[A-Za-z0-9-]+");

    private final SheetTable<PersonColumn> table;
    private final List<Unit> units;
    private final Map<String, String> groupOfName = new HashMap<>();
    private final Map<String, Integer> rowOfLogin = new HashMap<>();

    /** @param errors where problems go */
    PersonRowReader(List<Unit> units, List<CellError> errors) {
        this.units = units;
        this.table = new SheetTable<>(PersonColumn.class, MAX_ROWS, "人", errors);
        for (Unit unit : units) {
            for (Role role : unit.roles()) {
                groupOfName.put(key(unit.groupName(role)), role.groupOf(unit.code()));
            }
        }
    }

    /** Remarks that stop nothing. */
    List<String> warnings() {
        return table.warnings();
    }

    /**
     * The rows without errors of their own.
     *
     * @throws RejectedSheetException if the file cannot be read
     */
    List<PersonRow> read(byte[] content) {
        return table.read(content, this::row);
    }

    private Optional<PersonRow> row(TableRow<PersonColumn> row) {
        String login = row.text(PersonColumn.LOGIN);
        login(row, login);
        Set<String> groups = groups(row);
        row.pattern(PersonColumn.MAIL, MAIL, "不是邮箱地址");
        if (!row.sound()) {
            return Optional.empty();
        }
        return Optional.of(new PersonRow(
                row.number(), login, row.text(PersonColumn.NAME), row.texts().get(PersonColumn.MAIL), groups));
    }

    private void login(TableRow<PersonColumn> row, String login) {
        row.pattern(PersonColumn.LOGIN, LoginName.PATTERN, LoginName.RULE);
        if (login.equalsIgnoreCase(Actor.system().userId())) {
            row.problem(PersonColumn.LOGIN, "是系统自用的名称,请换一个");
        }
        // Two logins that differ in case only would be taken for one another.
        Integer first = login.isEmpty() ? null : rowOfLogin.putIfAbsent(login.toLowerCase(Locale.ROOT), row.number());
        if (first != null) {
            row.problem(PersonColumn.LOGIN, "与第" + first + "行重复");
        }
    }

    private Set<String> groups(TableRow<PersonColumn> row) {
        Set<String> groups = new TreeSet<>();
        if (row.text(PersonColumn.ROLES).equals(NO_ROLES)) {
            return groups;
        }
        List<String> names = Notation.parts(row.text(PersonColumn.ROLES));
        if (names.isEmpty()) {
            row.problem(PersonColumn.ROLES, "必填");
        }
        for (String name : names) {
            String group = groupOfName.get(key(name));
            if (group == null) {
                row.problem(PersonColumn.ROLES, "没有岗位“" + name + "”" + hint(name));
            } else if (!groups.add(group)) {
                row.problem(PersonColumn.ROLES, "岗位“" + name + "”重复");
            }
        }
        return groups;
    }

    /** What the person who filled in the sheet may have meant. */
    private String hint(String name) {
        return units.stream()
                .filter(unit -> key(name).startsWith(key(unit.name())))
                .findFirst()
                .map(unit -> "(" + unit.name() + "的岗位:"
                        + String.join(
                                "、", unit.roles().stream().map(Role::label).toList()) + ")")
                .orElseGet(() -> "(应为“管理单位 岗位”,管理单位:"
                        + String.join("、", units.stream().map(Unit::name).toList()) + ";没有岗位的填“无”)");
    }

    /** With or without a space between unit and role. */
    private static String key(String name) {
        return Notation.halfWidth(name).replaceAll("[\\s·/-]+", "");
    }
}
