package cn.aftercare.project.app;

import cn.aftercare.commitment.ClockOverride;
import cn.aftercare.commitment.CommitmentKind;
import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.commitment.TimeUnit;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.project.WarrantyItem;
import cn.aftercare.sheet.Notation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the sheet writes what needs more than one value in a cell; full-width punctuation is the same as half-width. */
public final class SheetNotation {

    private static final Pattern YEARS = Pattern.compile("(\\d{1,3})\\s*年");
    private static final Pattern WINDOW = Pattern.compile("(\\d{1,4})\\s*(小时|天|日|个?工作日)");
    private static final Pattern KIND = Pattern.compile("(.+?)\\s*\\((硬性|目标)\\)");

    private SheetNotation() {}

    /** 防水;装修=3年;电气=2028-06-30. What is wrong goes to the problems. */
    public static List<WarrantyItem> items(String text, Consumer<String> problems) {
        List<WarrantyItem> items = new ArrayList<>();
        Set<DefectCategory> seen = new HashSet<>();
        for (String part : Notation.parts(text)) {
            String[] sides = part.split("=", 2);
            Optional<DefectCategory> category = DefectCategory.ofLabel(sides[0].strip());
            if (category.isEmpty()) {
                problems.accept("“" + sides[0].strip() + "”不是保修项目(可用:" + categories() + ")");
            } else if (!seen.add(category.get())) {
                problems.accept("保修项目“" + sides[0].strip() + "”重复");
            } else if (sides.length == 1) {
                items.add(WarrantyItem.standard(category.get()));
            } else {
                item(category.get(), sides[1].strip())
                        .ifPresentOrElse(
                                items::add, () -> problems.accept("“" + part + "”:等号后应为到期日期(2028-06-30)或年数(3年)"));
            }
        }
        return items;
    }

    public static String items(List<WarrantyItem> items) {
        return items.stream()
                .map(item -> {
                    String label = item.category().label();
                    if (item.explicitEnd() != null) {
                        return label + "=" + item.explicitEnd();
                    }
                    return item.equals(WarrantyItem.standard(item.category()))
                            ? label
                            : label + "=" + item.years() + "年";
                })
                .collect(Collectors.joining(";"));
    }

    /** 响应=12小时;启动=2天;完成=3工作日;完成(目标)=1工作日. What is wrong goes to the problems. */
    static List<ClockOverride> clocks(String text, Consumer<String> problems) {
        List<ClockOverride> clocks = new ArrayList<>();
        for (String part : Notation.parts(text)) {
            String[] sides = part.split("=", 2);
            Matcher kind = KIND.matcher(sides[0].strip());
            String label = kind.matches() ? kind.group(1) : sides[0].strip();
            Optional<CommitmentType> type = Arrays.stream(CommitmentType.values())
                    .filter(t -> t.label().equals(label))
                    .findFirst();
            Matcher window = WINDOW.matcher(sides.length == 2 ? sides[1].strip() : "");
            if (type.isEmpty()) {
                problems.accept("“" + label + "”不是服务时限(可用:" + types() + ")");
            } else if (!window.matches() || Integer.parseInt(window.group(1)) == 0) {
                problems.accept("“" + part + "”:等号后应为大于 0 的时限,如 12小时、2天、3工作日");
            } else {
                CommitmentKind which = kind.matches() ? kindOf(kind.group(2)) : usualKind(type.get());
                ClockOverride clock = new ClockOverride(
                        type.get(), which, Integer.parseInt(window.group(1)), unitOf(window.group(2)));
                if (clocks.stream().anyMatch(c -> c.type() == clock.type() && c.kind() == clock.kind())) {
                    problems.accept("时限“" + sides[0].strip() + "”重复");
                } else {
                    clocks.add(clock);
                }
            }
        }
        return clocks;
    }

    static String clocks(List<ClockOverride> clocks) {
        return clocks.stream().map(SheetNotation::clock).collect(Collectors.joining(";"));
    }

    private static String clock(ClockOverride clock) {
        String kind = clock.kind() == usualKind(clock.type())
                ? ""
                : "(" + clock.kind().label() + ")";
        String unit = switch (clock.unit()) {
            case HOUR -> "小时";
            case CALENDAR_DAY -> "天";
            case WORKING_DAY -> "工作日";
        };
        return clock.type().label() + kind + "=" + clock.amount() + unit;
    }

    private static Optional<WarrantyItem> item(DefectCategory category, String period) {
        Matcher years = YEARS.matcher(period);
        if (years.matches()) {
            int n = Integer.parseInt(years.group(1));
            return n >= 1 && n <= 100 ? Optional.of(new WarrantyItem(category, n, null)) : Optional.empty();
        }
        return Notation.date(period).map(end -> new WarrantyItem(category, null, end));
    }

    /** What the general policy has only a target for is a target without saying so. */
    private static CommitmentKind usualKind(CommitmentType type) {
        return switch (type) {
            case TASK_ORDER, FUNCTION_RESTORED, POST_REPAIR_VISIT -> CommitmentKind.TARGET;
            default -> CommitmentKind.HARD;
        };
    }

    private static CommitmentKind kindOf(String label) {
        return label.equals(CommitmentKind.TARGET.label()) ? CommitmentKind.TARGET : CommitmentKind.HARD;
    }

    private static TimeUnit unitOf(String label) {
        if (label.equals("小时")) {
            return TimeUnit.HOUR;
        }
        return label.endsWith("工作日") ? TimeUnit.WORKING_DAY : TimeUnit.CALENDAR_DAY;
    }

    private static String categories() {
        return Arrays.stream(DefectCategory.values()).map(DefectCategory::label).collect(Collectors.joining("、"));
    }

    private static String types() {
        return Arrays.stream(CommitmentType.values()).map(CommitmentType::label).collect(Collectors.joining("、"));
    }
}
