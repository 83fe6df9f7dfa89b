package cn.aftercare.project;

import cn.aftercare.calendar.WorkingCalendar;
import cn.aftercare.commitment.ClockOverride;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A finished project and its warranty file.
 *
 * @param acceptedOn completion acceptance, the anchor of warranty and revisits
 * @param projectManager the former project manager
 * @param supervisionAuthority whom structural defects are reported to, or null
 * @param designUnit the original design unit, or null
 * @param overrides clocks of the warranty letter that prevail over the general policy
 * @param closedOn when the file was closed, or null
 */
public record Project(
        String code,
        String name,
        String ownerName,
        String ownerContact,
        String ownerPhone,
        String address,
        String unit,
        ManagementMode managementMode,
        LocalDate acceptedOn,
        String projectManager,
        String supervisionAuthority,
        String designUnit,
        String scopeNote,
        Team team,
        List<WarrantyItem> items,
        List<Machine> machines,
        List<ClockOverride> overrides,
        LocalDate closedOn) {

    public Project {
        items = items.stream()
                .sorted(Comparator.comparing(WarrantyItem::category))
                .toList();
        machines = List.copyOf(machines);
        overrides = overrides.stream()
                .sorted(Comparator.comparing(ClockOverride::type).thenComparing(ClockOverride::kind))
                .toList();
    }

    /** The same project with another team. */
    public Project with(Team other) {
        return with(acceptedOn, other, items, machines);
    }

    /** The same project, accepted on this day, with this warranty file. */
    public Project with(LocalDate day, Team itsTeam, List<WarrantyItem> itsItems, List<Machine> itsMachines) {
        return new Project(
                code,
                name,
                ownerName,
                ownerContact,
                ownerPhone,
                address,
                unit,
                managementMode,
                day,
                projectManager,
                supervisionAuthority,
                designUnit,
                scopeNote,
                itsTeam,
                itsItems,
                itsMachines,
                overrides,
                closedOn);
    }

    /** The item that covers a category: its own, else 其他; the main structure is covered by law without an item. */
    public Optional<WarrantyItem> itemFor(DefectCategory category) {
        Optional<WarrantyItem> own = item(category);
        if (own.isPresent()) {
            return own;
        }
        return category == DefectCategory.STRUCTURE
                ? Optional.of(WarrantyItem.standard(category))
                : item(DefectCategory.OTHER);
    }

    /** @param noticeDay the Shanghai day of T0 */
    public Entitlement judge(DefectCategory category, LocalDate noticeDay, WorkingCalendar calendar) {
        return itemFor(category)
                .map(item -> item.end(acceptedOn, calendar))
                .map(end -> new Entitlement(end.lastDay(), !noticeDay.isAfter(end.lastDay()), end.provisional()))
                .orElseGet(() -> new Entitlement(null, false, false));
    }

    /** The project's warranty end: the latest item end, structure left out; empty if there is no other item. */
    public Optional<WarrantyEnd> warrantyEnd(WorkingCalendar calendar) {
        return items.stream()
                .filter(item -> item.category() != DefectCategory.STRUCTURE)
                .map(item -> item.end(acceptedOn, calendar))
                .max(Comparator.comparing(WarrantyEnd::lastDay));
    }

    private Optional<WarrantyItem> item(DefectCategory category) {
        return items.stream().filter(item -> item.category() == category).findFirst();
    }
}
