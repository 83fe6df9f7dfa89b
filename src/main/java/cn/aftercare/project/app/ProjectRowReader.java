package cn.aftercare.project.app;

import cn.aftercare.commitment.ClockOverride;
import cn.aftercare.organisation.LoginName;
import cn.aftercare.project.ManagementMode;
import cn.aftercare.project.WarrantyItem;
import cn.aftercare.sheet.CellError;
import cn.aftercare.sheet.Notation;
import cn.aftercare.sheet.RejectedSheetException;
import cn.aftercare.sheet.SheetTable;
import cn.aftercare.sheet.TableRow;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns sheet rows into well-formed project rows, and collects everything that is wrong on the way. */
final class ProjectRowReader {

    private static final int MAX_ROWS = 5000;
    private static final int MAX_NAME = 100;
    /** The code is part of addresses: no separators a browser or server would take apart. */
    private static final Pattern CODE = Pattern.compile("(?!\\.)[^/\\\\;%?#\\p{Cntrl}]+");

    private static final Pattern MAIL = Pattern.compile("[^\\s@<>,;\"]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private final Set<String> units;
    private final Predicate<String> mayImport;
    private final SheetTable<SheetColumn> table;
    private final Map<String, Integer> rowOfCode = new HashMap<>();

    /**
     * @param units the units that exist
     * @param mayImport whether the acting person may import projects of a unit
     * @param errors where problems go
     */
    ProjectRowReader(Set<String> units, Predicate<String> mayImport, List<CellError> errors) {
        this.units = units;
        this.mayImport = mayImport;
        this.table = new SheetTable<>(SheetColumn.class, MAX_ROWS, "个工程", errors);
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
    List<ProjectRow> read(byte[] content) {
        return table.read(content, this::row);
    }

    private Optional<ProjectRow> row(TableRow<SheetColumn> row) {
        Fields fields = new Fields(row);
        fields.code();
        fields.unit();
        fields.substitute();
        ManagementMode mode = fields.mode();
        LocalDate acceptedOn = fields.acceptedOn();
        List<WarrantyItem> items = fields.items(acceptedOn);
        List<String> technicians = fields.technicians();
        List<ClockOverride> clocks = fields.clocks();
        row.pattern(SheetColumn.MANAGER_LOGIN, LoginName.PATTERN, LoginName.RULE);
        row.pattern(SheetColumn.ENGINEER_LOGIN, LoginName.PATTERN, LoginName.RULE);
        row.pattern(SheetColumn.OWNER_MAIL, MAIL, "不是邮箱地址");
        if (!row.sound()) {
            return Optional.empty();
        }
        return Optional.of(new ProjectRow(row.number(), row.texts(), mode, acceptedOn, items, technicians, clocks));
    }

    /** The cells of one row that hold more than text. */
    private final class Fields {

        private final TableRow<SheetColumn> row;
        private final Map<SheetColumn, String> texts;

        Fields(TableRow<SheetColumn> row) {
            this.row = row;
            this.texts = row.texts();
        }

        void code() {
            String code = texts.get(SheetColumn.CODE);
            row.pattern(SheetColumn.CODE, CODE, "不能含有 / \\ ; % ? # 或换行,也不能以句点开头");
            Integer first = code.isEmpty() ? null : rowOfCode.putIfAbsent(code, row.number());
            if (first != null) {
                row.problem(SheetColumn.CODE, "与第" + first + "行重复");
            }
        }

        void unit() {
            String unit = texts.get(SheetColumn.UNIT);
            if (!units.contains(unit)) {
                row.problem(SheetColumn.UNIT, "不是已登记的管理单位(可用:" + String.join("、", units) + ")");
            } else if (!mayImport.test(unit)) {
                row.problem(SheetColumn.UNIT, "您只能导入本单位的工程");
            }
        }

        /** What the sheet alone tells; a reason the sheet has no column for may be stored already. */
        void substitute() {
            String manager = texts.getOrDefault(SheetColumn.MANAGER, "");
            String reason = texts.get(SheetColumn.SUBSTITUTE_REASON);
            if (!manager.isEmpty()
                    && !manager.equals(texts.get(SheetColumn.PROJECT_MANAGER))
                    && reason != null
                    && reason.isEmpty()) {
                row.problem(SheetColumn.SUBSTITUTE_REASON, "维保经理不是项目经理,必须填写更换原因");
            }
        }

        ManagementMode mode() {
            String text = texts.get(SheetColumn.MODE);
            Optional<ManagementMode> mode = ManagementMode.ofLabel(text);
            if (mode.isEmpty()) {
                row.problem(
                        SheetColumn.MODE,
                        "只能是"
                                + Arrays.stream(ManagementMode.values())
                                        .map(ManagementMode::label)
                                        .collect(Collectors.joining("、")));
            }
            return mode.orElse(null);
        }

        LocalDate acceptedOn() {
            Optional<LocalDate> date = Notation.date(row.cell(SheetColumn.ACCEPTED_ON));
            if (date.isEmpty()) {
                row.problem(SheetColumn.ACCEPTED_ON, "不是有效日期(应为 2023-10-15 的写法)");
            }
            return date.orElse(null);
        }

        List<WarrantyItem> items(LocalDate acceptedOn) {
            List<WarrantyItem> items =
                    SheetNotation.items(texts.get(SheetColumn.ITEMS), reason -> row.problem(SheetColumn.ITEMS, reason));
            for (WarrantyItem item : items) {
                if (acceptedOn != null
                        && item.explicitEnd() != null
                        && item.explicitEnd().isBefore(acceptedOn)) {
                    row.problem(SheetColumn.ITEMS, item.category().label() + "的到期日期早于竣工验收日期");
                }
            }
            if (items.isEmpty() && texts.get(SheetColumn.ITEMS).matches("[;;\\s]+")) {
                row.problem(SheetColumn.ITEMS, "必填");
            }
            return items;
        }

        List<String> technicians() {
            String text = texts.get(SheetColumn.TECHNICIANS);
            if (text == null) {
                return null;
            }
            List<String> names = Notation.parts(text);
            names.stream()
                    .filter(name -> name.length() > MAX_NAME)
                    .forEach(name -> row.problem(SheetColumn.TECHNICIANS, "每个姓名不能超过 " + MAX_NAME + " 个字"));
            return names;
        }

        List<ClockOverride> clocks() {
            String text = texts.get(SheetColumn.CLOCKS);
            return text == null ? null : SheetNotation.clocks(text, reason -> row.problem(SheetColumn.CLOCKS, reason));
        }
    }
}
