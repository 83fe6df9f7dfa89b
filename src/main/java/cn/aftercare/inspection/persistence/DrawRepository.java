package cn.aftercare.inspection.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.inspection.DrawLine;
import cn.aftercare.inspection.DrawMethod;
import cn.aftercare.inspection.SpotDraw;
import cn.aftercare.platform.persistence.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Draws and the projects they were made from. */
@Repository
public class DrawRepository {

    private static final String LINES = """
            select d.draw_no, d.unit, d.method, d.topic, d.drawn_up_at,
                (select count(*) from spot_draw_project p where p.draw_no = d.draw_no) as eligible,
                (select count(*) from spot_draw_project p where p.draw_no = d.draw_no and p.drawn) as drawn
            from spot_draw d where
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batch;

    DrawRepository(JdbcClient jdbc, NamedParameterJdbcOperations batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    public long nextNumber() {
        return jdbc.sql("select nextval('spot_draw_no_seq')").query(Long.class).single();
    }

    public void insert(SpotDraw d) {
        jdbc.sql("""
                        insert into spot_draw (draw_no, unit, method, topic, due_at, seed, reason, wanted, drawn_up_at,
                            drawn_up_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        d.drawNo(),
                        d.unit(),
                        d.method().name(),
                        d.topic(),
                        utc(d.dueAt()),
                        d.seed(),
                        d.reason(),
                        d.wanted(),
                        utc(d.drawnUpAt()),
                        d.drawnUpBy())
                .update();
        batch.batchUpdate(
                "insert into spot_draw_project (draw_no, project_code, drawn) values (:draw, :code, :drawn)",
                d.eligible().stream()
                        .map(code -> new MapSqlParameterSource("draw", d.drawNo())
                                .addValue("code", code)
                                .addValue("drawn", d.drawn().contains(code)))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** Codes of the projects whose file is not closed; units null: all. */
    public List<String> liveProjects(@Nullable Collection<String> units) {
        return jdbc
                .sql("select code from project where closed_on is null and " + Units.clause("unit", units))
                .param("units", units)
                .query(String.class)
                .list()
                .stream()
                .sorted()
                .toList();
    }

    public void drawn(String drawNo, Collection<String> codes) {
        jdbc.sql("update spot_draw_project set drawn = true where draw_no = :draw and project_code in (:codes)")
                .param("draw", drawNo)
                .param("codes", codes)
                .update();
    }

    public Optional<SpotDraw> find(String drawNo) {
        return jdbc.sql("select * from spot_draw where draw_no = ?")
                .param(drawNo)
                .query(this::draw)
                .optional();
    }

    /** Newest first. Units null: all. */
    public List<DrawLine> list(@Nullable Collection<String> units, long offset, int limit) {
        return jdbc.sql(LINES + Units.clause("unit", units)
                        + " order by drawn_up_at desc, draw_no desc limit :limit offset :offset")
                .param("units", units)
                .param("limit", limit)
                .param("offset", offset)
                .query(DrawRepository::line)
                .list();
    }

    public long count(@Nullable Collection<String> units) {
        return jdbc.sql("select count(*) from spot_draw where " + Units.clause("unit", units))
                .param("units", units)
                .query(Long.class)
                .single();
    }

    private static DrawLine line(ResultSet rs, int n) throws SQLException {
        return new DrawLine(
                rs.getString("draw_no"),
                rs.getString("unit"),
                DrawMethod.valueOf(rs.getString("method")),
                rs.getString("topic"),
                instant(rs, "drawn_up_at"),
                rs.getInt("drawn"),
                rs.getInt("eligible"));
    }

    private SpotDraw draw(ResultSet rs, int n) throws SQLException {
        String drawNo = rs.getString("draw_no");
        List<String> eligible = new ArrayList<>();
        List<String> drawn = new ArrayList<>();
        jdbc.sql("select project_code, drawn from spot_draw_project where draw_no = ? order by project_code")
                .param(drawNo)
                .query(project -> {
                    eligible.add(project.getString("project_code"));
                    if (project.getBoolean("drawn")) {
                        drawn.add(project.getString("project_code"));
                    }
                });
        // Sorted as Java sorts, whatever the collation of the database.
        return new SpotDraw(
                drawNo,
                rs.getString("unit"),
                DrawMethod.valueOf(rs.getString("method")),
                rs.getString("topic"),
                instant(rs, "due_at"),
                rs.getString("seed"),
                rs.getString("reason"),
                rs.getInt("wanted"),
                instant(rs, "drawn_up_at"),
                rs.getString("drawn_up_by"),
                eligible.stream().sorted().toList(),
                drawn.stream().sorted().toList());
    }
}
