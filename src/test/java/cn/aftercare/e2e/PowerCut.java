package cn.aftercare.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Pulls the plug of the program while somebody presses a button, and starts it again. */
final class PowerCut {

    private final PackagedApp app;
    private final Site site;

    PowerCut(PackagedApp app, Site site) {
        this.app = app;
        this.site = site;
    }

    /**
     * The program without demo cases. A job that was under way when it died waits for its lock to run out: not the usual
     * minute here.
     */
    static PackagedApp program(String... options) {
        List<String> all = new ArrayList<>(
                List.of("--aftercare.demo-cases=false", "--camunda.bpm.job-execution.lock-time-in-millis=15000"));
        all.addAll(List.of(options));
        return PackagedApp.start(all.toArray(String[]::new));
    }

    /**
     * Starts a process, of which none runs yet, while the program is killed; presses again if it is not there.
     *
     * @param fields of the start form
     * @return its number
     */
    String start(int millis, String person, String process, Map<String, Object> fields) throws Exception {
        String answered = interrupted(millis, () -> site.start(person, process, fields));
        List<String> running = site.running(process);
        if (answered != null) {
            assertThat(running).as("confirmed").containsExactly(answered);
        }
        if (running.isEmpty()) {
            site.start(person, process, fields);
        }
        assertThat(site.running(process)).hasSize(1);
        return site.running(process).get(0);
    }

    /** Completes the task while the program is killed; presses again if that had not been confirmed. */
    void press(String number, int millis, String person, String taskName, Map<String, Object> fields) throws Exception {
        JsonNode task = site.task(number, taskName);
        String id = task.path("id").asText();
        if (task.path("assignee").isNull()) {
            site.claim(person, id);
        }
        HttpResponse<String> answer = interrupted(millis, () -> site.submit(person, id, fields));
        boolean open = site.taskNames(number).contains(taskName);
        if (answer != null) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
            assertThat(open).as(taskName + " was confirmed and is open again").isFalse();
        }
        if (open) {
            assertThat(site.task(number, taskName).path("assignee").asText()).isEqualTo(person);
            site.complete(person, number, taskName, fields);
        }
    }

    /** Lets the time of a timer come while the program is killed; again if it still waits. */
    void elapse(String number, int millis, String timer) throws Exception {
        interrupted(millis, () -> {
            site.elapse(number, timer);
            return timer;
        });
        if (site.timers(number).contains(timer)) {
            site.elapse(number, timer);
        }
    }

    /** Lets the request run for so long at most, pulls the plug and starts again; null if no answer came in time. */
    <T> T interrupted(int millis, Supplier<T> request) throws Exception {
        CompletableFuture<T> answer = CompletableFuture.supplyAsync(request);
        T inTime = null;
        try {
            inTime = answer.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // Under way.
        }
        app.kill();
        if (inTime == null) {
            try {
                inTime = answer.get(30, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                // The connection broke: the person does not know.
            }
        }
        app.restart();
        return inTime;
    }

    void awaitTask(String number, String name) {
        await("task " + name, () -> site.taskNames(number).contains(name));
    }

    /** A job that was under way waits until its lock runs out. */
    void await(String what, Callable<Boolean> condition) {
        org.awaitility.Awaitility.await(what)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(condition);
    }

    /** This minute in China, as the forms mean it. */
    static String time() {
        return Site.now().toString();
    }
}
