package cn.aftercare.project.app;

import cn.aftercare.commitment.ClockOverride;
import cn.aftercare.project.ManagementMode;
import cn.aftercare.project.WarrantyItem;
import cn.aftercare.project.app.SheetRow.Cell;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
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

    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9._@-]+");
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>,;\"]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]");

    private final Set<String> units;
    private final Predicate<String> mayImport;
    private final List<CellError> errors;
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, Integer> rowOfCode = new HashMap<>();

    /**
     * @param units the units that exist
     * @param mayImport whether the acting person may import projects of a unit
     * @param errors where problems go
     */
    ProjectRowReader(Set<String> units, Predicate<String> mayImport, List<CellError> errors) {
        this.units = units;
        this.mayImport = mayImport;
        this.errors = errors;
    }

    /** Remarks that stop nothing. */
    List<String> warnings() {
        return warnings;
    }

    /** The rows without errors of their own; rows that are entirely blank are skipped. */
    List<ProjectRow> read(List<SheetRow> sheet) {
        Map<SheetColumn, Integer> columns = header(sheet);
        if (columns.isEmpty()) {
            return List.of();
        }
        List<SheetRow> body = sheet.stream().skip(1).filter(row -> !row.blank()).toList();
        if (body.isEmpty()) {
            errors.add(CellError.file("表头之下没有数据"));
        }
        if (body.size() > MAX_ROWS) {
            errors.add(CellError.file("一次最多导入 " + MAX_ROWS + " 个工程,文件中有 " + body.size() + " 行"));
            return List.of();
        }
        return body.stream().flatMap(row -> row(row, columns).stream()).toList();
    }

    /** Empty if the header is unusable, so that not every row is reported for it. */
    private Map<SheetColumn, Integer> header(List<SheetRow> sheet) {
        Map<SheetColumn, Integer> columns = new EnumMap<>(SheetColumn.class);
        if (sheet.isEmpty() || sheet.get(0).number() != 1 || sheet.get(0).blank()) {
            errors.add(CellError.file("第一行必须是表头"));
            return columns;
        }
        int before = errors.size();
        List<Cell> cells = sheet.get(0).cells();
        for (int i = 0; i < cells.size(); i++) {
            String header = cells.get(i).text();
            Optional<SheetColumn> column = SheetColumn.ofHeader(header);
            if (column.isEmpty() && !header.isEmpty()) {
                warnings.add("表头“" + header + "”不是约定的列,已忽略");
            } else if (column.isPresent() && columns.putIfAbsent(column.get(), i) != null) {
                errors.add(CellError.header(header, "重复"));
            }
        }
        for (SheetColumn column : SheetColumn.values()) {
            if (column.required() && !columns.containsKey(column)) {
                errors.add(CellError.header(column.header(), "缺少这一列"));
            }
        }
        return errors.size() == before ? columns : Map.of();
    }

    private Optional<ProjectRow> row(SheetRow row, Map<SheetColumn, Integer> columns) {
        int before = errors.size();
        Map<SheetColumn, String> texts = new EnumMap<>(SheetColumn.class);
        Set<SheetColumn> bad = EnumSet.noneOf(SheetColumn.class);
        columns.forEach((column, index) -> {
            Cell cell = row.cell(index);
            texts.put(column, cell.text());
            String fault = fault(column, cell);
            if (fault != null) {
                bad.add(column);
                error(row, column, cell.text(), fault);
            }
        });
        Fields fields = new Fields(row, texts, bad);
        fields.code();
        fields.unit();
        fields.substitute();
        ManagementMode mode = fields.mode();
        LocalDate acceptedOn = fields.acceptedOn(row.cell(columns.get(SheetColumn.ACCEPTED_ON)));
        List<WarrantyItem> items = fields.items(acceptedOn);
        List<String> technicians = fields.technicians();
        List<ClockOverride> clocks = fields.clocks();
        fields.pattern(SheetColumn.MANAGER_LOGIN, LOGIN, "登录名只能含字母、数字和 . _ @ -");
        fields.pattern(SheetColumn.ENGINEER_LOGIN, LOGIN, "登录名只能含字母、数字和 . _ @ -");
        fields.pattern(SheetColumn.OWNER_MAIL, MAIL, "不是邮箱地址");
        if (errors.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new ProjectRow(row.number(), texts, mode, acceptedOn, items, technicians, clocks));
    }

    private static String fault(SheetColumn column, Cell cell) {
        if (cell.fault() != null) {
            return cell.fault();
        }
        if (cell.text().isEmpty()) {
            return column.required() ? "必填" : null;
        }
        if (cell.date() != null && column != SheetColumn.ACCEPTED_ON) {
            return "单元格是日期,应为文本";
        }
        if (cell.text().length() > column.maxLength()) {
            return "不能超过 " + column.maxLength() + " 个字(现有 " + cell.text().length() + " 个)";
        }
        return CONTROL.matcher(cell.text()).find() ? "含有不可见的控制字符" : null;
    }

    private void error(SheetRow row, SheetColumn column, String value, String reason) {
        errors.add(CellError.cell(row.number(), column.header(), value, reason));
    }

    /** The cells of one row that hold more than text; a cell already found bad is not reported twice. */
    private final class Fields {

        private final SheetRow row;
        private final Map<SheetColumn, String> texts;
        private final Set<SheetColumn> bad;

        Fields(SheetRow row, Map<SheetColumn, String> texts, Set<SheetColumn> bad) {
            this.row = row;
            this.texts = texts;
            this.bad = bad;
        }

        void code() {
            String code = texts.get(SheetColumn.CODE);
            pattern(SheetColumn.CODE, CODE, "不能含有 / \\ ; % ? # 或换行,也不能以句点开头");
            Integer first = code.isEmpty() ? null : rowOfCode.putIfAbsent(code, row.number());
            if (first != null) {
                problem(SheetColumn.CODE, "与第" + first + "行重复");
            }
        }

        void unit() {
            String unit = texts.get(SheetColumn.UNIT);
            if (!units.contains(unit)) {
                problem(SheetColumn.UNIT, "不是已登记的管理单位(可用:" + String.join("、", units) + ")");
            } else if (!mayImport.test(unit)) {
                problem(SheetColumn.UNIT, "您只能导入本单位的工程");
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
                problem(SheetColumn.SUBSTITUTE_REASON, "维保经理不是项目经理,必须填写更换原因");
            }
        }

        ManagementMode mode() {
            String text = texts.get(SheetColumn.MODE);
            Optional<ManagementMode> mode = ManagementMode.ofLabel(text);
            if (mode.isEmpty()) {
                problem(
                        SheetColumn.MODE,
                        "只能是"
                                + Arrays.stream(ManagementMode.values())
                                        .map(ManagementMode::label)
                                        .collect(Collectors.joining("、")));
            }
            return mode.orElse(null);
        }

        LocalDate acceptedOn(Cell cell) {
            Optional<LocalDate> date = cell.date() != null
                    ? Optional.of(cell.date()).filter(SheetNotation::plausible)
                    : SheetNotation.date(cell.text());
            if (date.isEmpty()) {
                problem(SheetColumn.ACCEPTED_ON, "不是有效日期(应为 2023-10-15 的写法)");
            }
            return date.orElse(null);
        }

        List<WarrantyItem> items(LocalDate acceptedOn) {
            List<WarrantyItem> items =
                    SheetNotation.items(texts.get(SheetColumn.ITEMS), reason -> problem(SheetColumn.ITEMS, reason));
            for (WarrantyItem item : items) {
                if (acceptedOn != null
                        && item.explicitEnd() != null
                        && item.explicitEnd().isBefore(acceptedOn)) {
                    problem(SheetColumn.ITEMS, item.category().label() + "的到期日期早于竣工验收日期");
                }
            }
            if (items.isEmpty() && texts.get(SheetColumn.ITEMS).matches("[;;\\s]+")) {
                problem(SheetColumn.ITEMS, "必填");
            }
            return items;
        }

        List<String> technicians() {
            String text = texts.get(SheetColumn.TECHNICIANS);
            if (text == null) {
                return null;
            }
            List<String> names = SheetNotation.names(text);
            names.stream()
                    .filter(name -> name.length() > MAX_NAME)
                    .forEach(name -> problem(SheetColumn.TECHNICIANS, "每个姓名不能超过 " + MAX_NAME + " 个字"));
            return names;
        }

        List<ClockOverride> clocks() {
            String text = texts.get(SheetColumn.CLOCKS);
            return text == null ? null : SheetNotation.clocks(text, reason -> problem(SheetColumn.CLOCKS, reason));
        }

        void pattern(SheetColumn column, Pattern pattern, String reason) {
            String text = texts.get(column);
            if (text != null && !text.isEmpty() && !pattern.matcher(text).matches()) {
                problem(column, reason);
            }
        }

        private void problem(SheetColumn column, String reason) {
            if (!bad.contains(column)) {
                error(row, column, texts.get(column), reason);
            }
        }
    }
}
