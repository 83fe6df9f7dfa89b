package cn.aftercare.demo.process;

import cn.aftercare.handover.HandoverList;
import cn.aftercare.handover.Roster;
import cn.aftercare.handover.app.Handovers;
import cn.aftercare.platform.engine.VirtualTime;
import cn.aftercare.project.Machine;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.SheetNotation;
import cn.aftercare.record.AttachmentPurpose;
import cn.aftercare.training.Training;
import cn.aftercare.training.TrainingStage;
import cn.aftercare.training.TrainingSubject;
import cn.aftercare.training.app.TrainerQualifications;
import cn.aftercare.training.app.Trainings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Projects handed over, and the trainings that begin with it: one whose archive is still being put together, one whose
 * training is late, one whose post-warranty managers are to be named and one where that is overdue.
 */
@Component
@Order(2)
@ConditionalOnProperty(name = "aftercare.demo-cases", havingValue = "true")
class DemoHandovers extends DemoScenes {

    private static final String TRAINER = "hq-trainer";
    private static final int CERTIFIED_DAYS = 300;

    private final Handovers handovers;
    private final Trainings trainings;
    private final TrainerQualifications qualifications;

    DemoHandovers(
            DemoWalk walk,
            DemoPeople people,
            VirtualTime time,
            Handovers handovers,
            Trainings trainings,
            TrainerQualifications qualifications) {
        super(walk, people, time);
        this.handovers = handovers;
        this.trainings = trainings;
        this.qualifications = qualifications;
    }

    @Override
    List<Consumer<Instant>> scenes() {
        return List.of(
                this::overdueNaming,
                this::trainingDone,
                this::naming,
                this::trainingToAssess,
                this::trainingLate,
                this::archiveMissing);
    }

    /** Long out of warranty and handed over on paper only then: nobody looks after it now. */
    private void overdueNaming(Instant now) {
        project("NJ-2019-002").ifPresent(project -> {
            filed(project, daysAgo(now, 48, 9), "补办交付手续");
            time.advance(now);
        });
    }

    private void trainingDone(Instant now) {
        training("NJ-2019-002", TrainingStage.PREPARING).ifPresent(training -> {
            String number = training.number();
            time.set(daysAgo(now, 46, 9));
            taught("nanjing", number, now, 44, "2层物业会议室");
            fill(daysAgo(now, 43, 10), TRAINER, "owner-training-assess", number, "results", results(88, 92));
            later(daysAgo(now, 42, 15));
            walk.scan("nanjing-pmd", number, AttachmentPurpose.SIGNED_SCAN, "培训签认.png", 903);
            fill(
                    daysAgo(now, 42, 16),
                    "nanjing-pmd",
                    "owner-training-sign",
                    number,
                    "signedBy",
                    "许洁",
                    "signedOn",
                    date(now, -42));
            time.advance(now);
        });
    }

    /** Its warranty ends in some weeks. */
    private void naming(Instant now) {
        project("SZ-2021-004").ifPresent(project -> {
            filed(project, daysAgo(now, 24, 9), "补办交付手续");
            time.advance(now);
        });
    }

    private void trainingToAssess(Instant now) {
        training("SZ-2021-004", TrainingStage.PREPARING).ifPresent(training -> {
            time.set(daysAgo(now, 20, 9));
            taught("suzhou", training.number(), now, 15, "艺术馆1层报告厅");
            time.advance(now);
        });
    }

    /** Its materials should have been ready long ago. */
    private void trainingLate(Instant now) {
        project("SZ-2025-001").ifPresent(project -> {
            filed(project, daysAgo(now, 40, 9), "原项目经理调任其他工程");
            time.advance(now);
        });
    }

    private void archiveMissing(Instant now) {
        project("HQ-2025-002").ifPresent(project -> {
            String number = begun(project, daysAgo(now, 6, 9));
            signed(daysAgo(now, 4, 15), number, "hq-pmd", HandoverList.SITE, null);
            time.advance(now);
        });
    }

    // handover -----------------------------------------------------------------------------------------------------

    /** The project, unless it has been handed over. */
    private Optional<Project> project(String code) {
        return asAdmin(() -> walk.projects().stream()
                .filter(p -> p.code().equals(code))
                .filter(p -> handovers.ofProject(p).isEmpty())
                .findFirst());
    }

    private String begun(Project project, Instant at) {
        return started(
                at,
                project.unit() + "-pmd",
                "project-handover",
                "projectCode",
                project.code(),
                "acceptedOn",
                project.acceptedOn().toString());
    }

    /** Both lists signed within a day and the file set up, with the items, team and machines the project has. */
    private void filed(Project project, Instant at, String substituteReason) {
        String unit = project.unit();
        String pmd = unit + "-pmd";
        String number = begun(project, at);
        signed(at.plusSeconds(3600), number, pmd, HandoverList.ARCHIVE, project.ownerContact());
        signed(at.plusSeconds(7200), number, pmd, HandoverList.SITE, null);
        fill(
                at.plusSeconds(10800),
                pmd,
                "project-handover-file",
                number,
                "warrantyItems",
                SheetNotation.items(project.items()),
                "managerId",
                unit + "-warranty-manager",
                "substituteReason",
                substituteReason,
                "engineerId",
                unit + "-engineer",
                "technicians",
                Roster.technicians(project.team().technicians()),
                "machines",
                Roster.machines(project.machines().isEmpty() ? Machine.standardSet() : project.machines()));
    }

    private void signed(Instant at, String number, String login, HandoverList list, String receiver) {
        fill(
                at,
                login,
                list == HandoverList.ARCHIVE ? "project-handover-archive" : "project-handover-site",
                number,
                "items",
                list.items(),
                "doneOn",
                day(at).toString(),
                "responsible",
                "项目部资料员",
                "receiver",
                receiver);
    }

    // training -----------------------------------------------------------------------------------------------------

    private Optional<Training> training(String project, TrainingStage stage) {
        return asAdmin(() -> trainings.list(null, stage, 0, 100).rows().stream()
                .filter(t -> t.projectCode().equals(project))
                .findFirst());
    }

    /** From the manuals, two days before, to the course. */
    private void taught(String unit, String number, Instant now, int daysAgo, String place) {
        String pmd = unit + "-pmd";
        people.as("hq-pmd", () -> {
            qualifications.save(TRAINER, TrainingSubject.GENERAL, "PXJS-2024-0117", day(now).plusDays(CERTIFIED_DAYS));
            return null;
        });
        later(daysAgo(now, daysAgo + 2, 9));
        walk.scan(pmd, number, AttachmentPurpose.MANUAL, "使用与维修保养手册.png", 901);
        walk.scan(pmd, number, AttachmentPurpose.HANDOUT, "培训讲义.png", 902);
        fill(
                daysAgo(now, daysAgo + 2, 10),
                pmd,
                "owner-training-prepare",
                number,
                "manualVersion",
                "第1版",
                "outlineVersion",
                "第1版");
        fill(
                daysAgo(now, daysAgo + 1, 11),
                pmd,
                "owner-training-trainer",
                number,
                "trainer",
                TRAINER,
                "plannedOn",
                date(now, -daysAgo),
                "place",
                place);
        fill(
                daysAgo(now, daysAgo, 17),
                TRAINER,
                "owner-training-course",
                number,
                "courses",
                List.of(Map.of("heldOn", date(now, -daysAgo), "place", place, "hours", 2.5)),
                "content",
                "装饰面层保养、给排水与电气末端的使用和日常检查",
                "attendees",
                List.of(Map.of("name", "许洁", "position", "物业经理"), Map.of("name", "钱建军", "position", "工程主管")));
    }

    private static List<Map<String, Object>> results(int first, int second) {
        return List.of(Map.of("attendee", "1", "score", first), Map.of("attendee", "2", "score", second));
    }
}
