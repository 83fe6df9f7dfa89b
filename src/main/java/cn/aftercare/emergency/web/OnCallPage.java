package cn.aftercare.emergency.web;

import cn.aftercare.commitment.CaseKind;
import cn.aftercare.commitment.Commitment;
import cn.aftercare.commitment.CommitmentStatus;
import cn.aftercare.emergency.Emergency;
import cn.aftercare.emergency.app.OnCallBoard.Line;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Phones;
import cn.aftercare.platform.web.Phones.Piece;
import cn.aftercare.platform.web.TasklistLinks;
import cn.aftercare.platform.web.Times;
import cn.aftercare.project.TeamMember;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.app.OpenTask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The board as its page shows it.
 *
 * @param now by the server's clock, in milliseconds: the screen's own may be wrong
 */
record OnCallPage(List<Card> cards, long emergencies, long structural, long late, long now, String shownAt) {

    private static final Duration SOON = Duration.ofHours(2);

    record Card(
            String caseNo,
            String unitName,
            String projectName,
            String address,
            String location,
            String category,
            String description,
            String kind,
            String stage,
            String received,
            boolean late,
            List<Clock> clocks,
            List<Who> people,
            List<Todo> tasks) {}

    /**
     * @param dueAt in milliseconds, or null for a clock that stands still
     * @param state what colours it: late, soon, paused or calm
     */
    record Clock(
            String promise,
            String due,
            @Nullable Long dueAt,
            String rest,
            String state,
            boolean provisional,
            boolean ownerSpecified) {}

    /**
     * Who is where.
     *
     * @param missing it should have happened and has not
     */
    record Who(String label, List<Piece> names, String note, boolean missing) {}

    record Todo(String name, String url, String who, String due, boolean late) {}

    static OnCallPage of(List<Line> lines, Directory directory, Instant now) {
        List<Card> cards = lines.stream().map(l -> card(l, directory, now)).toList();
        return new OnCallPage(
                cards,
                count(lines, CaseKind.EMERGENCY),
                count(lines, CaseKind.STRUCTURAL),
                cards.stream().filter(Card::late).count(),
                now.toEpochMilli(),
                Times.minute(now));
    }

    private static long count(List<Line> lines, CaseKind kind) {
        return lines.stream().filter(l -> l.repairCase().kind() == kind).count();
    }

    private static Card card(Line l, Directory directory, Instant now) {
        RepairCase c = l.repairCase();
        List<Clock> clocks = l.open().stream().map(p -> clock(p, now)).toList();
        return new Card(
                c.caseNo(),
                directory.unitName(c.unit()),
                l.project().name(),
                l.project().address(),
                c.report().location(),
                c.report().category().label(),
                c.report().description(),
                c.kind().label(),
                c.stage().label(),
                Times.minute(c.report().receivedAt()),
                clocks.stream().anyMatch(k -> k.state().equals("late")),
                clocks,
                people(l, directory),
                l.tasks().stream().map(t -> todo(t, directory, now)).toList());
    }

    private static Clock clock(Commitment p, Instant now) {
        boolean paused = p.status() == CommitmentStatus.PAUSED;
        Duration left = Duration.between(now, p.dueAt());
        boolean late = !paused && left.compareTo(Duration.ZERO) <= 0;
        return new Clock(
                p.label(),
                Times.deadline(p.dueAt()),
                paused ? null : p.dueAt().toEpochMilli(),
                paused ? "计时暂停" : (late ? "已超时 " : "剩 ") + Times.length(left),
                paused ? "paused" : late ? "late" : left.compareTo(SOON) < 0 ? "soon" : "calm",
                p.provisional(),
                p.ownerSpecified());
    }

    private static List<Who> people(Line l, Directory directory) {
        RepairCase c = l.repairCase();
        Emergency e = l.emergency();
        List<Who> people = new ArrayList<>();
        people.add(called("报修人", c.report().reporterName(), c.report().reporterPhone()));
        if (!l.project().ownerPhone().equals(c.report().reporterPhone())) {
            people.add(called("业主联系人", l.project().ownerContact(), l.project().ownerPhone()));
        }
        boolean dispatched = e != null && e.dispatchedAt() != null;
        if (dispatched) {
            people.add(new Who("值班负责人", Phones.pieces(text(e.dutyPerson())), "", false));
            people.add(new Who(
                    "抢修人员",
                    crew(text(e.crew()), l.project().team().technicians()),
                    Times.minute(e.dispatchedAt()) + " 派出,需要 " + e.neededCrew() + " 人",
                    false));
            if (e.borrowedCrew() != null) {
                people.add(new Who("公司调用", Phones.pieces(e.borrowedCrew()), "", false));
            }
        } else if (c.kind() == CaseKind.EMERGENCY) {
            people.add(new Who("抢修人员", List.of(), "尚未派出", true));
        } else if (c.preparation().crew() != null) {
            people.add(new Who(
                    "施工人员", crew(c.preparation().crew(), l.project().team().technicians()), "", false));
            if (c.preparation().borrowedCrew() != null) {
                people.add(new Who("公司调用", Phones.pieces(c.preparation().borrowedCrew()), "", false));
            }
        }
        if (e != null && e.arrivedAt() != null) {
            people.add(new Who(
                    "到场",
                    crew(text(e.arrivedCrew()), l.project().team().technicians()),
                    Times.minute(e.arrivedAt()) + " 到场," + text(e.whereabouts()),
                    false));
        } else if (dispatched) {
            people.add(new Who("到场", List.of(), "尚未到场", true));
        }
        if (e != null && e.safeAt() != null) {
            people.add(new Who("排险", List.of(), Times.minute(e.safeAt()) + " 完成," + text(e.measures()), false));
        }
        String technician = l.siteTechnician() != null
                ? l.siteTechnician()
                : c.preparation().siteTechnicianId() == null
                        ? null
                        : directory.displayName(c.preparation().siteTechnicianId());
        if (technician != null) {
            people.add(new Who("现场技术人员", Phones.pieces(technician), "", false));
        }
        if (l.project().team().managerName() != null) {
            people.add(new Who("维保经理", Phones.pieces(l.project().team().managerName()), "", false));
        }
        return people;
    }

    private static Who called(String label, String name, String phone) {
        return new Who(label, List.of(new Piece(name, null), new Piece(phone, Phones.dial(phone))), "", false);
    }

    /** The roster knows the telephones; whoever is not on it stays as written. */
    private static List<Piece> crew(String names, List<TeamMember> roster) {
        List<Piece> pieces = new ArrayList<>();
        for (String name : names.split("[、,,;;]+")) {
            if (!name.isBlank()) {
                pieces.addAll(Phones.pieces(name.strip()));
                roster.stream()
                        .filter(m -> m.phone() != null && m.name().equals(name.strip()))
                        .findFirst()
                        .ifPresent(m -> pieces.add(new Piece(m.phone(), Phones.dial(m.phone()))));
            }
        }
        return pieces;
    }

    private static Todo todo(OpenTask t, Directory directory, Instant now) {
        String who = t.assignee() != null
                ? directory.displayName(t.assignee())
                : t.groups().stream().map(directory::groupName).collect(Collectors.joining("、"));
        return new Todo(
                t.name(),
                TasklistLinks.ofTask(t.caseNo(), t.id()),
                who.isEmpty() ? "无人领取" : t.assignee() == null ? who + "(待领取)" : who,
                t.dueAt() == null ? "" : Times.deadline(t.dueAt()),
                t.dueAt() != null && !now.isBefore(t.dueAt()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
