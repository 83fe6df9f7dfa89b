package cn.aftercare.record.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.record.RecordEntry;
import cn.aftercare.record.RecordKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code service_record}: records are added, never changed. */
@Repository
public class RecordRepository {

    private static final String ENTRY = "select record_no, case_no, project_code, unit, kind, created_at";

    private final JdbcClient jdbc;

    public RecordRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number of the one sequence all kinds share; a rollback leaves a gap. */
    public long nextNumber() {
        return jdbc.sql("select nextval('record_no_seq')").query(Long.class).single();
    }

    public void insert(RecordEntry entry, byte[] content) {
        jdbc.sql("""
                        insert into service_record (record_no, case_no, project_code, unit, kind, created_at, content)
                        values (:recordNo, :caseNo, :projectCode, :unit, :kind, :createdAt, :content)
                        """)
                .param("recordNo", entry.recordNo())
                .param("caseNo", entry.caseNo())
                .param("projectCode", entry.projectCode())
                .param("unit", entry.unit())
                .param("kind", entry.kind().name())
                .param("createdAt", utc(entry.createdAt()))
                .param("content", content)
                .update();
    }

    public Optional<RecordEntry> find(String recordNo) {
        return jdbc.sql(ENTRY + " from service_record where record_no = :recordNo")
                .param("recordNo", recordNo)
                .query(RecordRepository::entry)
                .optional();
    }

    public byte[] content(String recordNo) {
        return jdbc.sql("select content from service_record where record_no = :recordNo")
                .param("recordNo", recordNo)
                .query((rs, row) -> rs.getBytes("content"))
                .single();
    }

    /** Oldest first. */
    public List<RecordEntry> ofCase(String caseNo) {
        return jdbc.sql(ENTRY + " from service_record where case_no = :caseNo order by created_at, record_no")
                .param("caseNo", caseNo)
                .query(RecordRepository::entry)
                .list();
    }

    public List<RecordEntry> ofProject(String projectCode) {
        return jdbc.sql(ENTRY + " from service_record where project_code = ? order by created_at, record_no")
                .param(projectCode)
                .query(RecordRepository::entry)
                .list();
    }

    private static RecordEntry entry(ResultSet rs, int row) throws SQLException {
        return new RecordEntry(
                rs.getString("record_no"),
                rs.getString("case_no"),
                rs.getString("project_code"),
                rs.getString("unit"),
                RecordKind.valueOf(rs.getString("kind")),
                instant(rs, "created_at"));
    }
}
