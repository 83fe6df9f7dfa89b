package cn.aftercare.repair.persistence;

import cn.aftercare.record.Dossier;
import cn.aftercare.record.app.DossierSource;
import cn.aftercare.repair.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Repair cases as what records and files are kept with. */
@Repository
public class CaseDossiers implements DossierSource {

    private static final String ALL = "select case_no, project_code, unit, stage from repair_case";
    private static final String SELECT = ALL + " where case_no = :caseNo";

    private final JdbcClient jdbc;

    public CaseDossiers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Dossier> find(String caseNo) {
        return jdbc.sql(SELECT)
                .param("caseNo", caseNo)
                .query(CaseDossiers::dossier)
                .optional();
    }

    @Override
    public Optional<Dossier> lock(String caseNo) {
        return jdbc.sql(SELECT + " for update")
                .param("caseNo", caseNo)
                .query(CaseDossiers::dossier)
                .optional();
    }

    @Override
    public List<Dossier> ofProject(String projectCode) {
        return jdbc.sql(ALL + " where project_code = ?")
                .param(projectCode)
                .query(CaseDossiers::dossier)
                .list();
    }

    private static Dossier dossier(ResultSet rs, int row) throws SQLException {
        return new Dossier(
                rs.getString("case_no"),
                rs.getString("project_code"),
                rs.getString("unit"),
                Stage.valueOf(rs.getString("stage")).ended());
    }
}
