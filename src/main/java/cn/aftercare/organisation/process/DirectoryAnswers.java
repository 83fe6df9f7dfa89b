package cn.aftercare.organisation.process;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the engine last answered about people, units and groups. They change rarely: an answer is kept for a minute, so a
 * change made on another node counts here after a minute at most; one made here counts at once ({@link PeopleWatch}).
 */
@Component
class DirectoryAnswers {

    private static final long KEEP_NANOS = 60_000_000_000L;

    private final Map<String, Kept> answers = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked")
    <T> T keep(String question, Supplier<T> answer) {
        Kept kept = answers.get(question);
        if (kept == null || System.nanoTime() - kept.since() > KEEP_NANOS) {
            // Ids come from requests too: never let made-up ones pile up.
            if (answers.size() > 10_000) {
                answers.clear();
            }
            kept = new Kept(answer.get(), System.nanoTime());
            answers.put(question, kept);
        }
        return (T) kept.answer();
    }

    /** Once more after the commit: until then others still read the old. */
    void forgetWithCommit() {
        answers.clear();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    answers.clear();
                }
            });
        }
    }

    private record Kept(Object answer, long since) {}
}
