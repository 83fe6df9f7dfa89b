package cn.aftercare.revisit.persistence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a plan is compiled from, for all projects at once. */
@Repository
public class DueFactsRepository {

    private final JdbcClient jdbc;

    DueFactsRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Live projects accepted by the day, with the day they were registered here.
     *
     * @return registration days by project code, in the order of the codes
     */
    public List<LiveProject> live(LocalDate acceptedBy) {
        return jdbc.sql(
                        "select code, registered_on from project where closed_on is null and accepted_on < ? order by code")
                .param(acceptedBy)
                .query((rs, n) -> new LiveProject(rs.getString("code"), rs.getObject("registered_on", LocalDate.class)))
                .list();
    }

    /** @param registeredOn visits are owed from this day on */
    public record LiveProject(String code, LocalDate registeredOn) {}

    /** Where a project had most defects, at most so many places each, the worst first. */
    public Map<String, List<String>> troubledParts(int places) {
        Map<String, List<String>> parts = new HashMap<>();
        jdbc.sql("select project_code, location, count(*) as times from repair_case group by project_code, location"
                        + " order by project_code, times desc, location")
                .query(rs -> {
                    List<String> ofProject =
                            parts.computeIfAbsent(rs.getString("project_code"), code -> new ArrayList<>());
                    if (ofProject.size() < places) {
                        ofProject.add(rs.getString("location")
                                + (rs.getInt("times") > 1 ? "(" + rs.getInt("times") + "次)" : ""));
                    }
                });
        return parts;
    }

    /** Open complaints by project. */
    public Map<String, Integer> openComplaints() {
        Map<String, Integer> complaints = new HashMap<>();
        jdbc.sql("select project_code, count(*) from repair_case where channel = 'COMPLAINT' and closed_at is null"
                        + " group by project_code")
                .query(rs -> {
                    complaints.put(rs.getString(1), rs.getInt(2));
                });
        return complaints;
    }

    /** The newest cases of a project, for the checklist of a visit. */
    public List<PastDefect> pastDefects(String projectCode, int limit) {
        return jdbc.sql("select case_no, location, description from repair_case where project_code = ?"
                        + " order by received_at desc, case_no desc limit ?")
                .params(projectCode, limit)
                .query((rs, n) ->
                        new PastDefect(rs.getString("case_no"), rs.getString("location"), rs.getString("description")))
                .list();
    }

    public record PastDefect(String caseNo, String location, String description) {}
}
