package cn.aftercare.project.web;

import cn.aftercare.calendar.WorkingCalendar;
import cn.aftercare.commitment.ClockOverride;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.project.Machine;
import cn.aftercare.project.Project;
import cn.aftercare.project.TeamMember;
import cn.aftercare.project.WarrantyEnd;
import cn.aftercare.project.WarrantyItem;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** A project as the REST contract shows it. */
record ProjectDetail(
        String code,
        String name,
        String ownerName,
        String ownerContact,
        String ownerPhone,
        String address,
        String unit,
        String managementMode,
        String managementModeName,
        LocalDate acceptedOn,
        String projectManager,
        String supervisionAuthority,
        String designUnit,
        String scopeNote,
        LocalDate closedOn,
        End warrantyEnd,
        List<Item> warrantyItems,
        TeamView team,
        List<Machine> machines,
        List<ClockView> overrides) {

    static ProjectDetail of(Project p, WorkingCalendar calendar, LocalDate today) {
        return new ProjectDetail(
                p.code(),
                p.name(),
                p.ownerName(),
                p.ownerContact(),
                p.ownerPhone(),
                p.address(),
                p.unit(),
                p.managementMode().name(),
                p.managementMode().label(),
                p.acceptedOn(),
                p.projectManager(),
                p.supervisionAuthority(),
                p.designUnit(),
                p.scopeNote(),
                p.closedOn(),
                p.warrantyEnd(calendar).map(end -> End.of(end, today)).orElse(null),
                items(p, calendar, today),
                TeamView.of(p),
                p.machines(),
                p.overrides().stream().map(ClockView::of).toList());
    }

    /** The main structure is covered by law, so it is shown even where the project has no item for it. */
    private static List<Item> items(Project p, WorkingCalendar calendar, LocalDate today) {
        boolean stored = p.items().stream().anyMatch(i -> i.category() == DefectCategory.STRUCTURE);
        Stream<WarrantyItem> implicit =
                stored ? Stream.of() : Stream.of(WarrantyItem.standard(DefectCategory.STRUCTURE));
        return Stream.concat(
                        p.items().stream().map(i -> Item.of(i, false, i.end(p.acceptedOn(), calendar), today)),
                        implicit.map(i -> Item.of(i, true, i.end(p.acceptedOn(), calendar), today)))
                .toList();
    }

    private static long daysUntil(LocalDate today, WarrantyEnd end) {
        return ChronoUnit.DAYS.between(today, end.lastDay());
    }

    /**
     * @param end last day covered, inclusive, after rolling
     * @param daysLeft 0 on the last day, negative after it
     */
    record End(LocalDate end, boolean provisional, long daysLeft) {
        static End of(WarrantyEnd end, LocalDate today) {
            return new End(end.lastDay(), end.provisional(), daysUntil(today, end));
        }
    }

    /** @param implicit covered by law, not an item of the sheet */
    record Item(
            String category,
            String categoryName,
            Integer years,
            LocalDate explicitEnd,
            LocalDate end,
            boolean provisional,
            long daysLeft,
            boolean implicit) {
        static Item of(WarrantyItem item, boolean implicit, WarrantyEnd end, LocalDate today) {
            return new Item(
                    item.category().name(),
                    item.category().label(),
                    item.years(),
                    item.explicitEnd(),
                    end.lastDay(),
                    end.provisional(),
                    daysUntil(today, end),
                    implicit);
        }
    }

    /** @param warnings what the roster lacks, Chinese */
    record TeamView(
            Person warrantyManager,
            String substituteReason,
            Person engineer,
            List<TeamMember> technicians,
            List<String> warnings) {
        static TeamView of(Project p) {
            return new TeamView(
                    Person.of(p.team().managerId(), p.team().managerName()),
                    p.team().substituteReason(),
                    Person.of(p.team().engineerId(), p.team().engineerName()),
                    p.team().technicians(),
                    p.team().warnings());
        }
    }

    /** @param userId login, or null */
    record Person(String userId, String name) {
        static Person of(String userId, String name) {
            return userId == null && name == null ? null : new Person(userId, name);
        }
    }

    record ClockView(String type, String typeName, String kind, int amount, String timeUnit) {
        static ClockView of(ClockOverride o) {
            return new ClockView(
                    o.type().name(),
                    o.type().label(),
                    o.kind().name(),
                    o.amount(),
                    o.unit().name());
        }
    }
}
