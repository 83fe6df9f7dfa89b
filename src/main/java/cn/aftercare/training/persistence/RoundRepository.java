package cn.aftercare.training.persistence;

import cn.aftercare.training.Attendee;
import cn.aftercare.training.Course;
import cn.aftercare.training.Score;
import cn.aftercare.training.TrainingRound;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rounds of trainings: courses, attendees, scores. */
@Repository
public class RoundRepository {

    private final JdbcClient jdbc;

    RoundRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(String number, TrainingRound r) {
        jdbc.sql("insert into training_round (training_no, round_no, trainer, certificate_no, planned_on, place)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(number, r.roundNo(), r.trainer(), r.certificateNo(), r.plannedOn(), r.place())
                .update();
    }

    public void taught(String number, int roundNo, String content) {
        jdbc.sql("update training_round set content = ? where training_no = ? and round_no = ?")
                .params(content, number, roundNo)
                .update();
    }

    public List<TrainingRound> rounds(String number) {
        return jdbc.sql("select * from training_round where training_no = ? order by round_no")
                .param(number)
                .query((rs, n) -> new TrainingRound(
                        rs.getInt("round_no"),
                        rs.getString("trainer"),
                        rs.getString("certificate_no"),
                        rs.getObject("planned_on", LocalDate.class),
                        rs.getString("place"),
                        rs.getString("content")))
                .list();
    }

    public void add(String number, int seq, Course c) {
        jdbc.sql("insert into training_course (training_no, round_no, seq, held_on, place, hours)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(number, c.roundNo(), seq, c.heldOn(), c.place(), c.hours())
                .update();
    }

    public List<Course> courses(String number) {
        return jdbc.sql("select * from training_course where training_no = ? order by round_no, seq")
                .param(number)
                .query((rs, n) -> new Course(
                        rs.getInt("round_no"),
                        rs.getObject("held_on", LocalDate.class),
                        rs.getString("place"),
                        rs.getBigDecimal("hours")))
                .list();
    }

    public void add(String number, Attendee a) {
        jdbc.sql("insert into training_attendee (training_no, seq, name, position_name, state) values (?, ?, ?, ?, ?)")
                .params(number, a.seq(), a.name(), a.position(), a.state().name())
                .update();
    }

    public List<Attendee> attendees(String number) {
        return jdbc.sql("select * from training_attendee where training_no = ? order by seq")
                .param(number)
                .query((rs, n) -> new Attendee(
                        rs.getInt("seq"),
                        rs.getString("name"),
                        rs.getString("position_name"),
                        Attendee.State.valueOf(rs.getString("state"))))
                .list();
    }

    /** Keeps the score, and where the attendee stands by it. */
    public void add(String number, Score s, Attendee.State state) {
        jdbc.sql("insert into training_score (training_no, round_no, attendee, score, passed, withdrawn)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(number, s.roundNo(), s.attendee(), s.score(), s.passed(), s.withdrawn())
                .update();
        jdbc.sql("update training_attendee set state = ? where training_no = ? and seq = ?")
                .params(state.name(), number, s.attendee())
                .update();
    }

    public List<Score> scores(String number) {
        return jdbc.sql("select * from training_score where training_no = ? order by round_no, attendee")
                .param(number)
                .query((rs, n) -> new Score(
                        rs.getInt("round_no"),
                        rs.getInt("attendee"),
                        rs.getObject("score", Integer.class),
                        rs.getBoolean("passed"),
                        rs.getString("withdrawn")))
                .list();
    }
}
