package cn.aftercare.agreement.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.agreement.Quote;
import cn.aftercare.repair.OwnerPays;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The quotes of a case, every version of them. */
@Repository
public class QuoteRepository {

    private final JdbcClient jdbc;

    QuoteRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In order of their versions. */
    public List<Quote> ofCase(String caseNo) {
        return jdbc.sql("select * from quote where case_no = ? order by version_no")
                .param(caseNo)
                .query((rs, n) -> {
                    String outcome = rs.getString("outcome");
                    return new Quote(
                            rs.getInt("version_no"),
                            Quote.Kind.valueOf(rs.getString("kind")),
                            new OwnerPays(
                                    rs.getBigDecimal("material"),
                                    rs.getBigDecimal("labour"),
                                    rs.getBigDecimal("management")),
                            rs.getString("details"),
                            outcome == null ? null : Quote.Outcome.valueOf(outcome),
                            instant(rs, "outcome_at"),
                            rs.getString("outcome_note"));
                })
                .list();
    }

    public void insert(String caseNo, int version, Quote.Kind kind, OwnerPays amounts, String details) {
        jdbc.sql("""
                        insert into quote (case_no, version_no, kind, material, labour, management, details)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        caseNo,
                        version,
                        kind.name(),
                        amounts.material(),
                        amounts.labour(),
                        amounts.management(),
                        details)
                .update();
    }

    public void makeSafe(String caseNo, int version, BigDecimal included) {
        jdbc.sql("update quote set make_safe_included = ? where case_no = ? and version_no = ?")
                .params(included, caseNo, version)
                .update();
    }

    public void outcome(String caseNo, int version, Quote.Outcome outcome, Instant at, String note) {
        jdbc.sql("""
                        update quote set outcome = ?, outcome_at = ?, outcome_note = ?
                        where case_no = ? and version_no = ?
                        """).params(outcome.name(), utc(at), note, caseNo, version).update();
    }
}
