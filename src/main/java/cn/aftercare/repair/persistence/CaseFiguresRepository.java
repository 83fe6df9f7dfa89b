package cn.aftercare.repair.persistence;

import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.commitment.CaseKind;
import cn.aftercare.commitment.CommitmentKind;
import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.commitment.PromiseOutcome;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.repair.CategoryCount;
import cn.aftercare.repair.OpenCases;
import cn.aftercare.repair.OpenPromises;
import cn.aftercare.repair.PromiseCount;
import cn.aftercare.repair.Stage;
import cn.aftercare.repair.StageCount;
import cn.aftercare.repair.persistence.RepairCaseRepository.Filter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts cases by unit; each count is one query, however many cases there are. */
@Repository
public class CaseFiguresRepository {

    private static final List<String> RUNNING = Arrays.stream(Stage.values())
            .filter(stage -> !stage.ended())
            .map(Stage::name)
            .toList();

    private final JdbcClient jdbc;

    CaseFiguresRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the cases of the filter, as of the instant; a case makes a promise once at most. */
    public List<PromiseCount> promises(Filter filter, Instant at) {
        String sql = "select c.unit, m.type, " + RepairCaseRepository.Kept.OUTCOME + " as outcome, count(*) as cases"
                + " from (select case_no, unit from repair_case" + filter.where() + ") c"
                + " join counted_promise m on m.case_no = c.case_no group by 1, 2, 3";
        return filter.bind(jdbc.sql(sql))
                .param("asOf", utc(at))
                .query((rs, n) -> new PromiseCount(
                        rs.getString("unit"),
                        CommitmentType.valueOf(rs.getString("type")),
                        PromiseOutcome.valueOf(rs.getString("outcome")),
                        rs.getLong("cases")))
                .list();
    }

    public List<CategoryCount> categories(Filter filter) {
        return filter.bind(jdbc.sql("select unit, category, count(*) as cases from repair_case" + filter.where()
                        + " group by unit, category"))
                .query((rs, n) -> new CategoryCount(
                        rs.getString("unit"), DefectCategory.valueOf(rs.getString("category")), rs.getLong("cases")))
                .list();
    }

    /** The running cases of the filter by stage, as of the instant. */
    public List<StageCount> stages(Filter filter, Instant at) {
        String sql = "select c.unit, c.stage, count(distinct c.case_no) as cases, count(distinct m.case_no) as late"
                + " from (select case_no, unit, stage from repair_case" + filter.where() + ") c"
                + " left join commitment m on m.case_no = c.case_no and m.kind = 'HARD'"
                + " and (m.status = 'BREACHED' or m.status = 'RUNNING' and m.due_at <= :now)"
                + " where c.stage in (:running) group by c.unit, c.stage";
        return filter.bind(jdbc.sql(sql))
                .param("now", utc(at))
                .param("running", RUNNING)
                .query((rs, n) -> new StageCount(
                        rs.getString("unit"),
                        Stage.valueOf(rs.getString("stage")),
                        rs.getLong("cases"),
                        rs.getLong("late")))
                .list();
    }

    /** All running cases. */
    public List<OpenCases> openCases() {
        return jdbc.sql("select unit, kind, count(*) as cases from repair_case where stage in (:running)"
                        + " group by unit, kind")
                .param("running", RUNNING)
                .query((rs, n) -> new OpenCases(
                        rs.getString("unit"), CaseKind.valueOf(rs.getString("kind")), rs.getLong("cases")))
                .list();
    }

    /** The promises of all running cases that still have to be kept, as of the instant. */
    public List<OpenPromises> openPromises(Instant at) {
        return jdbc.sql("""
                        select m.unit, m.type, m.kind, count(*) as open,
                            count(case when m.status = 'RUNNING' and m.remind_at <= :now and m.due_at > :now then 1 end)
                                as due_soon,
                            count(case when m.status = 'BREACHED' or m.status = 'RUNNING' and m.due_at <= :now then 1 end)
                                as breached
                        from commitment m join repair_case c on c.case_no = m.case_no
                        where m.status in ('RUNNING', 'PAUSED', 'BREACHED') and c.stage in (:running)
                        group by m.unit, m.type, m.kind
                        """)
                .param("now", utc(at))
                .param("running", RUNNING)
                .query((rs, n) -> new OpenPromises(
                        rs.getString("unit"),
                        CommitmentType.valueOf(rs.getString("type")),
                        CommitmentKind.valueOf(rs.getString("kind")),
                        rs.getLong("open"),
                        rs.getLong("due_soon"),
                        rs.getLong("breached")))
                .list();
    }
}
