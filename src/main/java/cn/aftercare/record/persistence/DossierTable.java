package cn.aftercare.record.persistence;

import cn.aftercare.record.Dossier;
import cn.aftercare.record.app.DossierSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Dossiers of one kind, which stand in a table of their own. */
public abstract class DossierTable implements DossierSource {

    private final JdbcClient jdbc;
    private final String from;
    private final String number;
    private final RowMapper<Dossier> row;

    /**
     * @param from the table with a condition that holds for the dossiers in it, e.g. {@code survey where dossier_no is null}
     * @param number the column with the number
     */
    protected DossierTable(JdbcClient jdbc, String from, String number, RowMapper<Dossier> row) {
        this.jdbc = jdbc;
        this.from = from;
        this.number = number;
        this.row = row;
    }

    @Override
    public Optional<Dossier> find(String dossierNo) {
        return select(number, dossierNo, "").optional();
    }

    @Override
    public Optional<Dossier> lock(String dossierNo) {
        return select(number, dossierNo, " for update").optional();
    }

    @Override
    public List<Dossier> ofProject(String projectCode) {
        return select("project_code", projectCode, "").list();
    }

    private JdbcClient.MappedQuerySpec<Dossier> select(String column, String value, String lock) {
        return jdbc.sql("select * from " + from + " and " + column + " = ?" + lock)
                .param(value)
                .query(row);
    }
}
