package cn.aftercare.project.app;

import cn.aftercare.commitment.ClockOverride;
import cn.aftercare.problem.FieldError;
import cn.aftercare.project.Machine;
import cn.aftercare.project.ManagementMode;
import cn.aftercare.project.Project;
import cn.aftercare.project.Team;
import cn.aftercare.project.TeamMember;
import cn.aftercare.project.WarrantyItem;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A well-formed row of the sheet. Columns the sheet does not have leave what is stored alone; an empty cell of an optional
 * column clears it.
 *
 * @param texts the columns the sheet has, stripped; absent columns are absent
 * @param clocks null when the sheet has no such column; technicians likewise
 */
record ProjectRow(
        int number,
        Map<SheetColumn, String> texts,
        ManagementMode mode,
        LocalDate acceptedOn,
        List<WarrantyItem> items,
        List<String> technicians,
        List<ClockOverride> clocks) {

    String code() {
        return required(SheetColumn.CODE);
    }

    String unit() {
        return required(SheetColumn.UNIT);
    }

    /** Null when the sheet has no such column, empty when it clears what is stored. */
    String ownerMail() {
        return texts.get(SheetColumn.OWNER_MAIL);
    }

    /** @param before the stored project, or null */
    Project onto(Project before) {
        return new Project(
                code(),
                required(SheetColumn.NAME),
                required(SheetColumn.OWNER_NAME),
                required(SheetColumn.OWNER_CONTACT),
                required(SheetColumn.OWNER_PHONE),
                required(SheetColumn.ADDRESS),
                unit(),
                mode,
                acceptedOn,
                required(SheetColumn.PROJECT_MANAGER),
                optional(SheetColumn.AUTHORITY, before == null ? null : before.supervisionAuthority()),
                optional(SheetColumn.DESIGN_UNIT, before == null ? null : before.designUnit()),
                optional(SheetColumn.SCOPE_NOTE, before == null ? null : before.scopeNote()),
                team(before),
                before == null ? items : kept(before),
                before == null ? Machine.standardSet() : before.machines(),
                clocks != null ? clocks : before == null ? List.of() : before.overrides(),
                before == null ? null : before.closedOn());
    }

    /** What contradicts itself only once the stored project is known: the column and a Chinese reason. */
    List<FieldError> contradictions(Project merged) {
        Team team = merged.team();
        boolean substitute = !Objects.equals(team.managerName(), merged.projectManager());
        return substitute && team.substituteReason() == null
                ? List.of(new FieldError(
                        SheetColumn.SUBSTITUTE_REASON.header(),
                        "维保经理(" + team.managerName() + ")不是项目经理(" + merged.projectManager() + "),必须填写更换原因"))
                : List.of();
    }

    private Team team(Project before) {
        String projectManager = required(SheetColumn.PROJECT_MANAGER);
        Team old = before == null ? Team.ledBy(projectManager) : before.team();
        // Without a column for it, a manager who is the project manager follows a change of that name.
        boolean ledByProjectManager =
                before == null || old.managerName() == null || old.managerName().equals(before.projectManager());
        String manager = optional(SheetColumn.MANAGER, ledByProjectManager ? projectManager : old.managerName());
        if (manager == null) {
            manager = projectManager;
        }
        boolean sameManager = manager.equals(old.managerName());
        String managerId = optional(SheetColumn.MANAGER_LOGIN, sameManager ? old.managerId() : null);
        String reason = optional(
                SheetColumn.SUBSTITUTE_REASON,
                sameManager && !manager.equals(projectManager) ? old.substituteReason() : null);
        String engineer = optional(SheetColumn.ENGINEER, old.engineerName());
        String engineerId = optional(
                SheetColumn.ENGINEER_LOGIN, Objects.equals(engineer, old.engineerName()) ? old.engineerId() : null);
        return new Team(managerId, manager, reason, engineerId, engineer, technicians(old));
    }

    private List<TeamMember> technicians(Team old) {
        if (technicians == null) {
            return old.technicians();
        }
        Map<String, TeamMember> known = new HashMap<>(); // the sheet has no phones
        old.technicians().forEach(member -> known.putIfAbsent(member.name(), member));
        return technicians.stream()
                .map(name -> known.getOrDefault(name, new TeamMember(name, null)))
                .toList();
    }

    /** A stored item that the sheet would write the same way stays as it is. */
    private List<WarrantyItem> kept(Project before) {
        return SheetNotation.items(sorted(items)).equals(SheetNotation.items(before.items())) ? before.items() : items;
    }

    private static List<WarrantyItem> sorted(List<WarrantyItem> items) {
        return items.stream()
                .sorted(java.util.Comparator.comparing(WarrantyItem::category))
                .toList();
    }

    private String required(SheetColumn column) {
        return Objects.requireNonNull(texts.get(column), column.header());
    }

    private String optional(SheetColumn column, String otherwise) {
        String text = texts.get(column);
        if (text == null) {
            return otherwise;
        }
        return text.isEmpty() ? null : text;
    }
}
