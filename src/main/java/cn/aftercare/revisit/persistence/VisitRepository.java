package cn.aftercare.revisit.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.project.DefectCategory;
import cn.aftercare.revisit.Visit;
import cn.aftercare.revisit.VisitChannel;
import cn.aftercare.revisit.VisitCheck;
import cn.aftercare.revisit.VisitDefect;
import cn.aftercare.revisit.VisitIssue;
import cn.aftercare.revisit.VisitStage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Visits, what was found on them, and the visits as dossiers. */
@Repository
public class VisitRepository {

    private final JdbcClient jdbc;

    VisitRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long nextNumber() {
        return jdbc.sql("select nextval('visit_no_seq')").query(Long.class).single();
    }

    public void insert(Visit v, Instant createdAt) {
        jdbc.sql("""
                        insert into revisit (visit_no, project_code, unit, plan_no, due_on, planned_on, postponed_reason,
                            occasion, in_warranty, supervised, filed, people, focus, stage, channel, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        v.visitNo(),
                        v.projectCode(),
                        v.unit(),
                        v.planNo(),
                        v.dueOn(),
                        v.plannedOn(),
                        v.postponedReason(),
                        v.occasion(),
                        v.inWarranty(),
                        v.supervised(),
                        v.filed(),
                        v.people(),
                        v.focus(),
                        v.stage().name(),
                        v.channel().name(),
                        utc(createdAt))
                .update();
    }

    public Optional<Visit> visit(String visitNo) {
        return jdbc.sql("select * from revisit where visit_no = ?")
                .param(visitNo)
                .query(VisitRepository::row)
                .optional();
    }

    /** Keeps others from changing the visit until the transaction ends. */
    public Optional<Visit> lockVisit(String visitNo) {
        return jdbc.sql("select * from revisit where visit_no = ? for update")
                .param(visitNo)
                .query(VisitRepository::row)
                .optional();
    }

    /** The visit on which this repair's defect was found. */
    public Optional<String> visitOfRepair(String caseNo) {
        return jdbc.sql("select visit_no from revisit_defect where case_no = ?")
                .param(caseNo)
                .query(String.class)
                .optional();
    }

    /** Repairs of the visit that have not ended. */
    public List<String> openRepairs(String visitNo) {
        return jdbc.sql("select d.case_no from revisit_defect d join repair_case c on c.case_no = d.case_no"
                        + " where d.visit_no = ? and c.closed_at is null order by d.seq")
                .param(visitNo)
                .query(String.class)
                .list();
    }

    public void process(String visitNo, String processInstanceId) {
        jdbc.sql("update revisit set process_instance_id = ? where visit_no = ?")
                .params(processInstanceId, visitNo)
                .update();
    }

    public void stage(String visitNo, VisitStage stage) {
        jdbc.sql("update revisit set stage = ? where visit_no = ?")
                .params(stage.name(), visitNo)
                .update();
    }

    /** What the authority matrix and the warranty say on the day it begins. */
    public void begun(String visitNo, boolean inWarranty, boolean supervised, boolean filed) {
        jdbc.sql("update revisit set stage = ?, in_warranty = ?, supervised = ?, filed = ? where visit_no = ?")
                .params(VisitStage.VISITING.name(), inWarranty, supervised, filed, visitNo)
                .update();
    }

    public void postponed(String visitNo, LocalDate plannedOn, String reason) {
        jdbc.sql("update revisit set stage = ?, planned_on = ?, postponed_reason = ? where visit_no = ?")
                .params(VisitStage.PLANNED.name(), plannedOn, reason, visitNo)
                .update();
    }

    public void visited(
            String visitNo,
            VisitChannel channel,
            Instant visitedAt,
            Instant recordedAt,
            String recordedBy,
            String responsible,
            String interviewees,
            String situation) {
        jdbc.sql("""
                        update revisit set stage = ?, channel = ?, visited_at = ?, recorded_at = ?, recorded_by = ?,
                            responsible = ?, interviewees = ?, situation = ?
                        where visit_no = ?
                        """)
                .params(
                        VisitStage.FOLLOWING_UP.name(),
                        channel.name(),
                        utc(visitedAt),
                        utc(recordedAt),
                        recordedBy,
                        responsible,
                        interviewees,
                        situation,
                        visitNo)
                .update();
    }

    public void verified(String visitNo, Instant at, String by, String result) {
        jdbc.sql("update revisit set stage = ?, verified_at = ?, verified_by = ?, result = ? where visit_no = ?")
                .params(VisitStage.SIGNING.name(), utc(at), by, result, visitNo)
                .update();
    }

    public void signed(String visitNo, String by, LocalDate on, @Nullable String place) {
        jdbc.sql("update revisit set signed_by = ?, signed_on = ?, record_place = ? where visit_no = ?")
                .params(by, on, place, visitNo)
                .update();
    }

    public void recordNo(String visitNo, String recordNo) {
        jdbc.sql("update revisit set record_no = ? where visit_no = ?")
                .params(recordNo, visitNo)
                .update();
    }

    public void filed(String visitNo, Instant at, String by) {
        jdbc.sql("update revisit set filed_at = ?, filed_by = ? where visit_no = ?")
                .params(utc(at), by, visitNo)
                .update();
    }

    /** Visits to the project that wait for their day. */
    public List<String> waiting(String projectCode) {
        return jdbc.sql("select visit_no from revisit where project_code = ? and stage = ?")
                .params(projectCode, VisitStage.PLANNED.name())
                .query(String.class)
                .list();
    }

    public void cancelReason(String visitNo, String reason) {
        jdbc.sql("update revisit set cancel_reason = ? where visit_no = ?")
                .params(reason, visitNo)
                .update();
    }

    public void closed(String visitNo, VisitStage stage, Instant at) {
        jdbc.sql("update revisit set stage = ?, closed_at = ? where visit_no = ?")
                .params(stage.name(), utc(at), visitNo)
                .update();
    }

    // what was found -------------------------------------------------------------------------------------------------

    public void addCheck(String visitNo, VisitCheck c) {
        jdbc.sql("insert into revisit_check (visit_no, seq, part, hint, case_no, checked) values (?, ?, ?, ?, ?, ?)")
                .params(visitNo, c.seq(), c.part(), c.hint(), c.caseNo(), c.checked())
                .update();
    }

    public void clearChecks(String visitNo) {
        jdbc.sql("delete from revisit_check where visit_no = ?").param(visitNo).update();
    }

    public void checked(String visitNo, Collection<Integer> seqs) {
        if (!seqs.isEmpty()) {
            jdbc.sql("update revisit_check set checked = true where visit_no = :visitNo and seq in (:seqs)")
                    .param("visitNo", visitNo)
                    .param("seqs", seqs)
                    .update();
        }
    }

    public List<VisitCheck> checks(String visitNo) {
        return jdbc.sql("select * from revisit_check where visit_no = ? order by seq")
                .param(visitNo)
                .query((rs, n) -> new VisitCheck(
                        rs.getInt("seq"),
                        rs.getString("part"),
                        rs.getString("hint"),
                        rs.getString("case_no"),
                        rs.getBoolean("checked")))
                .list();
    }

    public void addDefect(String visitNo, VisitDefect d) {
        jdbc.sql("""
                        insert into revisit_defect (visit_no, seq, category, location, description, measured, emergency,
                            structural)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        visitNo,
                        d.seq(),
                        d.category().name(),
                        d.location(),
                        d.description(),
                        d.measured(),
                        d.emergency(),
                        d.structural())
                .update();
    }

    public void repairOfDefect(String visitNo, int seq, String caseNo) {
        jdbc.sql("update revisit_defect set case_no = ? where visit_no = ? and seq = ?")
                .params(caseNo, visitNo, seq)
                .update();
    }

    public List<VisitDefect> defects(String visitNo) {
        return jdbc.sql("select * from revisit_defect where visit_no = ? order by seq")
                .param(visitNo)
                .query((rs, n) -> new VisitDefect(
                        rs.getInt("seq"),
                        DefectCategory.valueOf(rs.getString("category")),
                        rs.getString("location"),
                        rs.getString("description"),
                        rs.getString("measured"),
                        rs.getBoolean("emergency"),
                        rs.getBoolean("structural"),
                        rs.getString("case_no")))
                .list();
    }

    public void addIssue(String visitNo, VisitIssue i) {
        jdbc.sql("insert into revisit_issue (visit_no, seq, department, content) values (?, ?, ?, ?)")
                .params(visitNo, i.seq(), i.department(), i.content())
                .update();
    }

    public void answered(String visitNo, int seq, String answer, Instant at, String by) {
        jdbc.sql("update revisit_issue set answer = ?, answered_at = ?, answered_by = ? where visit_no = ? and seq = ?")
                .params(answer, utc(at), by, visitNo, seq)
                .update();
    }

    public List<VisitIssue> issues(String visitNo) {
        return jdbc.sql("select * from revisit_issue where visit_no = ? order by seq")
                .param(visitNo)
                .query((rs, n) -> new VisitIssue(
                        rs.getInt("seq"),
                        rs.getString("department"),
                        rs.getString("content"),
                        rs.getString("answer"),
                        instant(rs, "answered_at"),
                        rs.getString("answered_by")))
                .list();
    }

    static Visit row(ResultSet rs, int n) throws SQLException {
        return new Visit(
                rs.getString("visit_no"),
                rs.getString("project_code"),
                rs.getString("unit"),
                rs.getString("plan_no"),
                rs.getObject("due_on", LocalDate.class),
                rs.getObject("planned_on", LocalDate.class),
                rs.getString("postponed_reason"),
                rs.getString("occasion"),
                rs.getBoolean("in_warranty"),
                rs.getBoolean("supervised"),
                rs.getBoolean("filed"),
                rs.getString("people"),
                rs.getString("focus"),
                VisitStage.valueOf(rs.getString("stage")),
                VisitChannel.valueOf(rs.getString("channel")),
                new Visit.Course(
                        instant(rs, "visited_at"),
                        rs.getString("responsible"),
                        rs.getString("interviewees"),
                        rs.getString("situation"),
                        rs.getString("result"),
                        instant(rs, "verified_at"),
                        rs.getString("verified_by"),
                        rs.getString("signed_by"),
                        rs.getObject("signed_on", LocalDate.class),
                        rs.getString("record_place"),
                        rs.getString("record_no"),
                        instant(rs, "filed_at"),
                        rs.getString("filed_by"),
                        rs.getString("cancel_reason")),
                instant(rs, "closed_at"));
    }
}
