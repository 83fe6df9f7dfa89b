package cn.aftercare.inspection.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.inspection.FindingStatus;
import cn.aftercare.inspection.RectificationFact;
import cn.aftercare.inspection.ReportLine.Source;
import cn.aftercare.notification.Notification;
import cn.aftercare.organisation.Actor;
import cn.aftercare.project.ManagementMode;
import cn.aftercare.repair.Channel;
import cn.aftercare.repair.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a monthly report is compiled from: repairs and findings of group-name projects. */
@Repository
public class RectificationFacts {

    /** Verified in another report: reported once and for all. */
    private static final String UNREPORTED = """
             and not exists (select 1 from rectification_line l where l.ref_no = %s and l.report_no <> :report
                and l.state in ('VERIFIED', 'UNREPAIRED'))
            """;

    private static final int SUBJECT = 2400;
    private static final int REASON = 1000;

    private final JdbcClient jdbc;

    RectificationFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Codes of the branches with live group-name projects. */
    public List<String> reportingUnits() {
        return jdbc.sql(
                        "select distinct unit from project where management_mode = ? and closed_on is null and unit <> ?"
                                + " order by unit")
                .params(ManagementMode.HQ_AUTHORISED.name(), Actor.HQ)
                .query(String.class)
                .list();
    }

    /**
     * Everything opened before {@code to} that is open, or ended since {@code since}, and that no other report has as done.
     *
     * @param reportNo the report being compiled
     */
    public List<RectificationFact> of(String unit, String reportNo, Instant since, Instant to) {
        List<RectificationFact> facts = new ArrayList<>(repairs(unit, reportNo, since, to));
        facts.addAll(findings(unit, reportNo, since, to));
        return facts;
    }

    /** A repair that a finding led to is reported with the finding. */
    private List<RectificationFact> repairs(String unit, String reportNo, Instant since, Instant to) {
        return jdbc.sql("""
                        select c.case_no, c.project_code, c.channel, c.location, c.description, c.received_at, c.stage,
                            c.closed_at, c.blocker_note,
                            (select max(r.decided_at) from acceptance_round r where r.case_no = c.case_no and r.accepted)
                                as accepted_at,
                            (select min(m.due_at) from commitment m where m.case_no = c.case_no and m.kind = 'HARD'
                                and m.status = 'BREACHED') as missed_at,
                            (select max(w.note) from case_pause w where w.case_no = c.case_no and w.to_at is null) as waits
                        from repair_case c join project p on p.code = c.project_code
                        where p.management_mode = :mode and c.unit = :unit and c.received_at < :to
                            and (c.closed_at is null or c.closed_at >= :since)
                            and not exists (select 1 from spot_finding f where f.case_no = c.case_no)
                        """ + UNREPORTED.formatted("c.case_no"))
                .param("mode", ManagementMode.HQ_AUTHORISED.name())
                .param("unit", unit)
                .param("report", reportNo)
                .param("since", utc(since))
                .param("to", utc(to))
                .query((rs, n) -> new RectificationFact(
                        rs.getString("channel").equals(Channel.REVISIT.name()) ? Source.REVISIT : Source.REPAIR,
                        rs.getString("case_no"),
                        rs.getString("project_code"),
                        subject(rs.getString("location"), rs.getString("description")),
                        instant(rs, "received_at"),
                        instant(rs, "missed_at"),
                        instant(rs, "accepted_at"),
                        instant(rs, "closed_at"),
                        reason(
                                Stage.valueOf(rs.getString("stage")).label(),
                                rs.getString("waits") == null ? rs.getString("blocker_note") : rs.getString("waits"))))
                .list();
    }

    private List<RectificationFact> findings(String unit, String reportNo, Instant since, Instant to) {
        return jdbc.sql("""
                        select f.finding_no, f.part, f.description, f.found_at, f.due_at, f.status, f.case_no, f.verified_at,
                            c.project_code,
                            (select r.remarks from spot_rectification r where r.finding_no = f.finding_no
                                and r.accepted = false and r.round_no = (select max(x.round_no) from spot_rectification x
                                    where x.finding_no = f.finding_no and x.accepted = false)) as sent_back
                        from spot_finding f join spot_check c on c.check_no = f.check_no
                            join project p on p.code = c.project_code
                        where p.management_mode = :mode and c.unit = :unit and f.found_at < :to
                            and (f.verified_at is null or f.verified_at >= :since)
                        """ + UNREPORTED.formatted("f.finding_no"))
                .param("mode", ManagementMode.HQ_AUTHORISED.name())
                .param("unit", unit)
                .param("report", reportNo)
                .param("since", utc(since))
                .param("to", utc(to))
                .query((rs, n) -> {
                    FindingStatus status = FindingStatus.valueOf(rs.getString("status"));
                    String caseNo = rs.getString("case_no");
                    return new RectificationFact(
                            Source.SPOT_CHECK,
                            rs.getString("finding_no"),
                            rs.getString("project_code"),
                            subject(rs.getString("part"), rs.getString("description")),
                            instant(rs, "found_at"),
                            status == FindingStatus.OPEN ? instant(rs, "due_at") : null,
                            instant(rs, "verified_at"),
                            null,
                            reason(
                                    status == FindingStatus.REPAIRING ? status.label() + " " + caseNo : status.label(),
                                    rs.getString("sent_back")));
                })
                .list();
    }

    private static String subject(String place, String description) {
        return Notification.cut(place + ":" + description, SUBJECT);
    }

    private static String reason(String stage, @Nullable String why) {
        return Notification.cut(why == null ? stage : stage + ":" + why, REASON);
    }
}
