package cn.aftercare.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.platform.security.ThriftySessions.Kept;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;

/** When a session is written, and when not. */
class ThriftySessionsTest {

    private static final Instant NOW = Instant.parse("2025-09-26T08:40:00Z");

    private final Store store = new Store();
    private final ThriftySessions<MapSession> sessions = new ThriftySessions<>(store);
    private String id;

    /** Hands out copies, as a database does, and counts what is written. */
    private static class Store implements SessionRepository<MapSession> {

        private final Map<String, MapSession> rows = new HashMap<>();
        private int writes;

        @Override
        public MapSession createSession() {
            return new MapSession();
        }

        @Override
        public void save(MapSession session) {
            writes++;
            rows.put(session.getId(), new MapSession(session));
        }

        @Override
        public MapSession findById(String id) {
            MapSession row = rows.get(id);
            return row == null ? null : new MapSession(row);
        }

        @Override
        public void deleteById(String id) {
            rows.remove(id);
        }
    }

    @BeforeEach
    void loggedIn() {
        Kept<MapSession> session = sessions.createSession();
        session.setLastAccessedTime(NOW);
        session.setAttribute("login", new ArrayList<>(List.of("nanjing-pmd")));
        sessions.save(session);
        id = session.getId();
        store.rows.get(id).setLastAccessedTime(NOW);
        store.writes = 0;
    }

    @Test
    void what_is_put_back_as_it_was_is_not_written() {
        Kept<MapSession> session = request(NOW.plusSeconds(59));
        session.setAttribute("login", session.getAttribute("login"));
        sessions.save(session);
        assertThat(store.writes).isZero();
    }

    @Test
    void what_was_changed_inside_and_put_back_is_written() {
        Kept<MapSession> session = request(NOW);
        List<String> login = session.getAttribute("login");
        login.add("hq-quality");
        session.setAttribute("login", login);
        sessions.save(session);
        assertThat(store.writes).isOne();
        assertThat(request(NOW).<List<String>>getAttribute("login")).containsExactly("nanjing-pmd", "hq-quality");
    }

    @Test
    void what_nobody_has_read_before_is_written() {
        Kept<MapSession> session = request(NOW);
        session.setAttribute("token", "abc");
        sessions.save(session);
        assertThat(store.writes).isOne();
        assertThat(request(NOW).<String>getAttribute("token")).isEqualTo("abc");
    }

    @Test
    void what_was_removed_is_gone() {
        Kept<MapSession> session = request(NOW);
        session.removeAttribute("login");
        sessions.save(session);
        assertThat(request(NOW).<Object>getAttribute("login")).isNull();
    }

    @Test
    void the_last_access_is_written_once_a_minute() {
        sessions.save(request(NOW.plusSeconds(59)));
        assertThat(store.writes).isZero();
        sessions.save(request(NOW.plusSeconds(60)));
        assertThat(store.writes).isOne();
        assertThat(store.findById(id).getLastAccessedTime()).isEqualTo(NOW.plusSeconds(60));
        sessions.save(request(NOW.plusSeconds(119)));
        assertThat(store.writes).isOne();
    }

    @Test
    void a_new_id_and_another_length_are_written() {
        Kept<MapSession> session = request(NOW);
        session.changeSessionId();
        sessions.save(session);
        session.setMaxInactiveInterval(Duration.ofHours(1));
        sessions.save(session);
        assertThat(store.writes).isEqualTo(2);
    }

    @Test
    void a_session_that_ended_is_not_found() {
        sessions.deleteById(id);
        assertThat(sessions.findById(id)).isNull();
    }

    private Kept<MapSession> request(Instant at) {
        Kept<MapSession> session = sessions.findById(id);
        session.setLastAccessedTime(at);
        return session;
    }
}
