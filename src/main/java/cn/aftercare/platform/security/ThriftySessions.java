package cn.aftercare.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions kept elsewhere, written only when there is something to write. The webapps put their login back into the
 * session at every request, changed or not, and every request moves the time of the last one: without this each would cost
 * a commit. The last access is at most a minute older than the truth, of eight hours.
 */
class ThriftySessions<S extends Session> implements SessionRepository<ThriftySessions.Kept<S>> {

    static final Duration ACCESS_WRITTEN_EVERY = Duration.ofMinutes(1);

    private final SessionRepository<S> sessions;

    ThriftySessions(SessionRepository<S> sessions) {
        this.sessions = sessions;
    }

    @Override
    public Kept<S> createSession() {
        Kept<S> session = new Kept<>(sessions.createSession());
        session.changed = true;
        return session;
    }

    @Override
    public @Nullable Kept<S> findById(String id) {
        S session = sessions.findById(id);
        return session == null ? null : new Kept<>(session);
    }

    @Override
    public void save(Kept<S> session) {
        if (session.changed) {
            sessions.save(session.session);
            session.changed = false;
            session.asRead.clear();
        }
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteById(id);
    }

    /** A session that knows whether it has to be written. */
    static final class Kept<S extends Session> implements Session {

        private final SerializingConverter bytes = new SerializingConverter();

        private final S session;
        /** What the attributes somebody asked for were like then: the objects themselves may be changed meanwhile. */
        private final Map<String, byte[]> asRead = new HashMap<>();

        private boolean changed;

        Kept(S session) {
            this.session = session;
        }

        @Override
        public String getId() {
            return session.getId();
        }

        @Override
        public String changeSessionId() {
            changed = true;
            return session.changeSessionId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            T value = session.getAttribute(name);
            if (value != null && !asRead.containsKey(name)) {
                asRead.put(name, bytes.convert(value));
            }
            return value;
        }

        @Override
        public Set<String> getAttributeNames() {
            return session.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, @Nullable Object value) {
            byte[] before = asRead.get(name);
            if (value != null && before != null && Arrays.equals(before, bytes.convert(value))) {
                return;
            }
            changed = true;
            asRead.remove(name);
            session.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            changed = true;
            asRead.remove(name);
            session.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return session.getCreationTime();
        }

        @Override
        public void setLastAccessedTime(Instant lastAccessedTime) {
            if (!lastAccessedTime.isBefore(session.getLastAccessedTime().plus(ACCESS_WRITTEN_EVERY))) {
                changed = true;
                session.setLastAccessedTime(lastAccessedTime);
            }
        }

        @Override
        public Instant getLastAccessedTime() {
            return session.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            changed = true;
            session.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return session.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return session.isExpired();
        }
    }
}
