package cn.aftercare.handover.process;

import cn.aftercare.handover.Handover;
import cn.aftercare.handover.HandoverList;
import cn.aftercare.handover.Roster;
import cn.aftercare.handover.TeamRole;
import cn.aftercare.handover.app.Handovers;
import cn.aftercare.handover.app.TeamChanges;
import cn.aftercare.platform.form.FormContent;
import cn.aftercare.platform.form.FormContent.Option;
import cn.aftercare.platform.form.FormData;
import cn.aftercare.platform.form.FormText;
import cn.aftercare.platform.form.FormTime;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.project.Machine;
import cn.aftercare.project.Project;
import cn.aftercare.project.WarrantyItem;
import cn.aftercare.project.app.SheetNotation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The summary on top of the forms of a handover, what they are prefilled with, and the lists to choose from. */
@Component
class HandoverFormData implements FormData {

    private final Handovers handovers;
    private final TeamChanges changes;
    private final Clock clock;

    HandoverFormData(Handovers handovers, TeamChanges changes, Clock clock) {
        this.handovers = handovers;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public boolean knows(String formId) {
        return formId.startsWith("project-handover-");
    }

    @Override
    public FormContent content(String formId, String subject) {
        if (formId.equals("project-handover-start")) {
            return new FormContent(
                    "",
                    Map.of("acceptedOn", today()),
                    Map.of(
                            "projects",
                            handovers.startable().stream()
                                    .map(p -> new Option(p.code(), p.code() + " " + p.name()))
                                    .toList()));
        }
        Handover handover = handovers.visible(subject);
        Project project = handovers.project(handover);
        String summary = new FormText()
                .line("交付", handover.number())
                .line("工程", project.code() + " " + project.name() + "(" + project.ownerName() + ")")
                .line("竣工验收", handover.acceptedOn().toString())
                .line("原项目经理", project.projectManager())
                .link("打开工程页面", "/projects/" + project.code())
                .toString();
        return new FormContent(summary, values(formId, project), options(formId, project));
    }

    private Map<String, Object> values(String formId, Project project) {
        return switch (formId) {
            case "project-handover-archive", "project-handover-site" -> Map.of("doneOn", today());
            case "project-handover-file" -> file(project);
            default -> Map.of();
        };
    }

    /** What the sheet says already, else what the service document promises. */
    private static Map<String, Object> file(Project project) {
        List<WarrantyItem> items = project.items().isEmpty()
                ? Stream.of(
                                DefectCategory.WATERPROOF,
                                DefectCategory.DECORATION,
                                DefectCategory.ELECTRICAL,
                                DefectCategory.PLUMBING,
                                DefectCategory.EQUIPMENT)
                        .map(WarrantyItem::standard)
                        .toList()
                : project.items();
        List<Machine> machines = project.machines().isEmpty() ? Machine.standardSet() : project.machines();
        Map<String, Object> values = new HashMap<>();
        values.put("warrantyItems", SheetNotation.items(items));
        values.put("machines", Roster.machines(machines));
        values.put("technicians", Roster.technicians(project.team().technicians()));
        values.put("managerId", project.team().managerId());
        values.put("engineerId", project.team().engineerId());
        values.put("substituteReason", project.team().substituteReason());
        values.values().removeIf(v -> v == null);
        return values;
    }

    private Map<String, List<Option>> options(String formId, Project project) {
        return switch (formId) {
            case "project-handover-archive" -> Map.of("listItems", items(HandoverList.ARCHIVE));
            case "project-handover-site" -> Map.of("listItems", items(HandoverList.SITE));
            case "project-handover-file" ->
                Map.of(
                        "managers", people(project, TeamRole.WARRANTY_MANAGER),
                        "engineers", people(project, TeamRole.ENGINEER));
            case "project-handover-name" -> Map.of("staff", people(project, TeamRole.POST_WARRANTY_FIRST));
            default -> Map.of();
        };
    }

    private static List<Option> items(HandoverList list) {
        return list.items().stream().map(item -> new Option(item, item)).toList();
    }

    private List<Option> people(Project project, TeamRole role) {
        return changes.candidates(project, role).stream()
                .map(p -> new Option(p.id(), p.displayName()))
                .toList();
    }

    private String today() {
        return LocalDate.ofInstant(clock.instant(), FormTime.SHANGHAI).toString();
    }
}
