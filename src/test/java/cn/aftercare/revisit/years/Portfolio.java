package cn.aftercare.revisit.years;

import cn.aftercare.project.DefectCategory;
import cn.aftercare.project.Machine;
import cn.aftercare.project.ManagementMode;
import cn.aftercare.project.Project;
import cn.aftercare.project.Team;
import cn.aftercare.project.WarrantyItem;
import cn.aftercare.revisit.years.RevisitOracle.Life;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Made-up projects and what happens to them: always the same for a seed. */
final class Portfolio {

    /** What becomes of a project on a day: it is registered, managed otherwise, its warranty extended, or it is closed. */
    record Change(LocalDate day, Project project, boolean registered) {}

    private final List<Life> lives = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    /** @param years the time looked at; projects are accepted in the year before it and in its first half */
    Portfolio(long seed, int projects, LocalDate start, int years) {
        Random random = new Random(seed);
        for (int i = 0; i < projects; i++) {
            add(i, random, start, years);
        }
        changes.sort(
                Comparator.comparing(Change::day).thenComparing(c -> c.project().code()));
    }

    List<Life> lives() {
        return lives;
    }

    /** By day. */
    List<Change> changes() {
        return changes;
    }

    private void add(int i, Random random, LocalDate start, int years) {
        String code = "GC-%04d".formatted(i);
        LocalDate accepted = accepted(i, random, start, years);
        LocalDate registered = accepted.isBefore(start) ? start : accepted;
        int warrantyYears = i % 10 < 7 ? 5 : 2;
        String unit = List.of("nanjing", "suzhou", "hq", "nanjing", "suzhou").get(i % 5);
        ManagementMode mode = unit.equals("hq") || i % 20 == 0
                ? ManagementMode.HQ_DIRECT
                : i % 3 == 0 ? ManagementMode.HQ_AUTHORISED : ManagementMode.BRANCH_DIRECT;
        Project project = project(code, unit, mode, accepted, warrantyYears, null, null);
        changes.add(new Change(registered, project, true));
        LocalDate end = start.plusYears(years);
        if (mode == ManagementMode.HQ_AUTHORISED && i % 2 == 0) {
            mode = ManagementMode.BRANCH_DIRECT;
            LocalDate day = start.plusYears(random.nextInt(years)).plusMonths(6).plusDays(19);
            if (day.isAfter(registered)) {
                project = project(code, unit, mode, accepted, warrantyYears, null, null);
                changes.add(new Change(day, project, false));
            }
        }
        LocalDate extendedTo = null;
        // Agreed on in the last weeks of the warranty, when the plan with its last visit was approved long since.
        LocalDate agreed = accepted.plusYears(warrantyYears).minusDays(20);
        if (i % 8 == 1 && agreed.isAfter(registered) && agreed.isBefore(end)) {
            extendedTo = accepted.plusYears(warrantyYears).plusMonths(7 + random.nextInt(24));
            project = project(code, unit, mode(changes, code, agreed), accepted, warrantyYears, extendedTo, null);
            changes.add(new Change(agreed, project, false));
            remember(code, unit, accepted, warrantyYears, extendedTo);
        }
        LocalDate closedOn = null;
        LocalDate closing = registered.plusDays(200 + random.nextInt(365 * years));
        if (i % 12 == 5 && closing.isBefore(end)) {
            closedOn = closing;
            extendedTo = extendedTo != null && !agreed.isBefore(closing) ? null : extendedTo;
            changes.removeIf(c -> c.project().code().equals(code) && !c.day().isBefore(closing));
            changes.add(new Change(
                    closing,
                    project(code, unit, mode(changes, code, closing), accepted, warrantyYears, extendedTo, closing),
                    false));
        }
        lives.add(new Life(code, accepted, warrantyYears, registered, extendedTo, closedOn));
    }

    /** A change of management after the extension keeps the extended warranty. */
    private void remember(String code, String unit, LocalDate accepted, int warrantyYears, LocalDate extendedTo) {
        LocalDate agreed = accepted.plusYears(warrantyYears).minusDays(20);
        changes.replaceAll(c -> c.project().code().equals(code) && c.day().isAfter(agreed)
                ? new Change(
                        c.day(),
                        project(code, unit, c.project().managementMode(), accepted, warrantyYears, extendedTo, null),
                        false)
                : c);
    }

    private static ManagementMode mode(List<Change> changes, String code, LocalDate day) {
        return changes.stream()
                .filter(c -> c.project().code().equals(code) && !c.day().isAfter(day))
                .max(Comparator.comparing(Change::day))
                .orElseThrow()
                .project()
                .managementMode();
    }

    /** The awkward days are among them: 31 August, 29 February, the ends of months and halves. */
    private static LocalDate accepted(int i, Random random, LocalDate start, int years) {
        int year = start.getYear() - 1;
        return switch (i % 25) {
            case 0 -> LocalDate.of(year, 8, 31);
            case 1 -> LocalDate.of(year - year % 4, 2, 29);
            case 2 -> LocalDate.of(year, 12, 31);
            case 3 -> LocalDate.of(year, 6, 30);
            case 4 -> LocalDate.of(start.getYear(), 1, 1);
            case 5 -> LocalDate.of(start.getYear(), 7, 1).plusDays(random.nextInt(180 * years));
            default -> start.minusDays(1 + random.nextInt(360));
        };
    }

    private static Project project(
            String code,
            String unit,
            ManagementMode mode,
            LocalDate accepted,
            int warrantyYears,
            @Nullable LocalDate extendedTo,
            @Nullable LocalDate closedOn) {
        DefectCategory longest = warrantyYears == 5 ? DefectCategory.WATERPROOF : DefectCategory.DECORATION;
        return new Project(
                code,
                "装修工程" + code,
                "业主" + code,
                "周敏",
                "13800000000",
                "南京市玄武区1号",
                unit,
                mode,
                accepted,
                "李建国",
                null,
                null,
                null,
                Team.ledBy("李建国"),
                List.of(
                        new WarrantyItem(longest, warrantyYears, extendedTo),
                        WarrantyItem.standard(DefectCategory.ELECTRICAL)),
                Machine.standardSet(),
                List.of(),
                closedOn);
    }
}
