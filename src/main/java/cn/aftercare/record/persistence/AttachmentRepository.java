package cn.aftercare.record.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.record.Attachment;
import cn.aftercare.record.AttachmentPurpose;
import cn.aftercare.record.AttachmentType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code attachment}; the content is read on its own, lists never load it. */
@Repository
public class AttachmentRepository {

    private static final String META =
            "select id, case_no, purpose, file_name, media_type, size_bytes, sha256, uploaded_by, uploaded_at"
                    + " from attachment ";

    private final JdbcClient jdbc;

    public AttachmentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Attachment attachment, byte[] content) {
        jdbc.sql("""
                        insert into attachment (id, case_no, purpose, file_name, media_type, size_bytes, sha256,
                                                uploaded_by, uploaded_at, content)
                        values (:id, :caseNo, :purpose, :fileName, :mediaType, :sizeBytes, :sha256,
                                :uploadedBy, :uploadedAt, :content)
                        """)
                .param("id", attachment.id())
                .param("caseNo", attachment.caseNo())
                .param("purpose", attachment.purpose().name())
                .param("fileName", attachment.fileName())
                .param("mediaType", attachment.type().mediaType())
                .param("sizeBytes", attachment.sizeBytes())
                .param("sha256", attachment.sha256())
                .param("uploadedBy", attachment.uploadedBy())
                .param("uploadedAt", utc(attachment.uploadedAt()))
                .param("content", content)
                .update();
    }

    public Optional<Attachment> find(String id) {
        return jdbc.sql(META + "where id = :id")
                .param("id", id)
                .query(AttachmentRepository::meta)
                .optional();
    }

    public Optional<Attachment> findSame(String caseNo, String sha256) {
        return jdbc.sql(META + "where case_no = :caseNo and sha256 = :sha256 order by uploaded_at, id limit 1")
                .param("caseNo", caseNo)
                .param("sha256", sha256)
                .query(AttachmentRepository::meta)
                .optional();
    }

    public byte[] content(String id) {
        return jdbc.sql("select content from attachment where id = :id")
                .param("id", id)
                .query((rs, row) -> rs.getBytes("content"))
                .single();
    }

    public int count(String caseNo) {
        return jdbc.sql("select count(*) from attachment where case_no = :caseNo")
                .param("caseNo", caseNo)
                .query(Integer.class)
                .single();
    }

    /** Oldest first. */
    public List<Attachment> ofCase(String caseNo) {
        return jdbc.sql(META + "where case_no = :caseNo order by uploaded_at, id")
                .param("caseNo", caseNo)
                .query(AttachmentRepository::meta)
                .list();
    }

    /** Of all these dossiers, oldest first. */
    public List<Attachment> of(Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : jdbc.sql(META + "where case_no in (:numbers) order by uploaded_at, id")
                        .param("numbers", numbers)
                        .query(AttachmentRepository::meta)
                        .list();
    }

    private static Attachment meta(ResultSet rs, int row) throws SQLException {
        return new Attachment(
                rs.getString("id"),
                rs.getString("case_no"),
                AttachmentPurpose.valueOf(rs.getString("purpose")),
                rs.getString("file_name"),
                AttachmentType.ofMediaType(rs.getString("media_type")).orElseThrow(),
                rs.getLong("size_bytes"),
                rs.getString("sha256"),
                rs.getString("uploaded_by"),
                instant(rs, "uploaded_at"));
    }
}
