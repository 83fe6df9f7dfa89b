package cn.aftercare.repair.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;

import cn.aftercare.commitment.CaseKind;
import cn.aftercare.commitment.ClockOverride;
import cn.aftercare.commitment.CommitmentKind;
import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.commitment.Severity;
import cn.aftercare.commitment.TimeUnit;
import cn.aftercare.commitment.app.CommitmentCases;
import cn.aftercare.handover.app.ProjectTeam;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.repair.ChargeBasis;
import cn.aftercare.repair.app.Story;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers what the commitments need to know of a repair case. */
@Repository
class CaseCommitmentRepository implements CommitmentCases {

    private final JdbcClient jdbc;
    private final Story story;
    private final ProjectTeam team;

    CaseCommitmentRepository(JdbcClient jdbc, Story story, ProjectTeam team) {
        this.jdbc = jdbc;
        this.story = story;
        this.team = team;
    }

    @Override
    public CommitmentCase ofCase(String caseNo) {
        return jdbc.sql("""
                        select c.unit, c.project_code, c.kind, c.emergency, c.severity, c.charge_basis, c.blocker, c.requested_at,
                            c.inside_period, p.name, p.unit as project_unit, p.warranty_manager_id
                        from repair_case c join project p on p.code = c.project_code where c.case_no = ?
                        """)
                .param(caseNo)
                .query((rs, n) -> {
                    return new CommitmentCase(
                            rs.getString("unit"),
                            rs.getString("name"),
                            CaseKind.valueOf(rs.getString("kind")),
                            rs.getBoolean("emergency"),
                            Severity.valueOf(rs.getString("severity")),
                            ChargeBasis.AGREEMENT.name().equals(rs.getString("charge_basis")),
                            rs.getString("blocker") != null,
                            instant(rs, "requested_at"),
                            overrides(rs.getString("project_code")),
                            manager(rs));
                })
                .optional()
                .orElseThrow(() -> new NotFoundException("没有这个案件:" + caseNo));
    }

    /** Null: the group. */
    private @Nullable String manager(ResultSet rs) throws SQLException {
        String warrantyManager = rs.getString("warranty_manager_id");
        return rs.getBoolean("inside_period")
                ? warrantyManager
                : team.postWarrantyManager(rs.getString("project_code"), rs.getString("project_unit"))
                        .orElse(warrantyManager);
    }

    private List<ClockOverride> overrides(String projectCode) {
        return jdbc.sql("select type, kind, amount, time_unit from commitment_override where project_code = ?")
                .param(projectCode)
                .query((rs, n) -> new ClockOverride(
                        CommitmentType.valueOf(rs.getString("type")),
                        CommitmentKind.valueOf(rs.getString("kind")),
                        rs.getInt("amount"),
                        TimeUnit.valueOf(rs.getString("time_unit"))))
                .list();
    }

    @Override
    public List<String> running(List<String> projectCodes) {
        return jdbc.sql("""
                        select distinct c.case_no from repair_case c join commitment p on p.case_no = c.case_no
                        where c.project_code in (:codes) and p.process_instance_id is not null order by c.case_no
                        """).param("codes", projectCodes).query(String.class).list();
    }

    @Override
    public void tell(String caseNo, String title, String detail) {
        story.tell(caseNo, title, detail);
    }
}
