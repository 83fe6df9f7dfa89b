package cn.aftercare.training.persistence;

import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.training.Qualification;
import cn.aftercare.training.TrainingSubject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What trainers are qualified for. */
@Repository
public class QualificationRepository {

    private final JdbcClient jdbc;

    QualificationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The same certificate again renews it. */
    public void save(
            String person, TrainingSubject subject, String certificateNo, LocalDate until, Instant at, String by) {
        int renewed = jdbc.sql("update trainer_qualification set valid_until = ?, recorded_at = ?, recorded_by = ?"
                        + " where person = ? and subject = ? and certificate_no = ?")
                .params(until, utc(at), by, person, subject.name(), certificateNo)
                .update();
        if (renewed == 0) {
            jdbc.sql("insert into trainer_qualification (person, subject, certificate_no, valid_until, recorded_at,"
                            + " recorded_by) values (?, ?, ?, ?, ?, ?)")
                    .params(person, subject.name(), certificateNo, until, utc(at), by)
                    .update();
        }
    }

    public void remove(long id) {
        jdbc.sql("delete from trainer_qualification where id = ?").param(id).update();
    }

    public List<Qualification> all() {
        return jdbc.sql("select * from trainer_qualification order by person, subject, valid_until desc, id")
                .query((rs, n) -> new Qualification(
                        rs.getLong("id"),
                        rs.getString("person"),
                        TrainingSubject.valueOf(rs.getString("subject")),
                        rs.getString("certificate_no"),
                        rs.getObject("valid_until", LocalDate.class)))
                .list();
    }
}
