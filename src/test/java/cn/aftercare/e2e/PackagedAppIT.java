package cn.aftercare.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The jar as it is delivered: it starts from nothing, answers, keeps strangers out and stops in order. */
class PackagedAppIT {

    @Test
    void startsAnswersAndStops() {
        try (PackagedApp app = PackagedApp.startJar()) {
            assertThat(app.get("/actuator/health").body()).contains("\"UP\"");

            var tasklist = app.get("/camunda/app/tasklist/default/");
            assertThat(tasklist.statusCode()).isEqualTo(200);
            assertThat(tasklist.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));

            assertThat(app.get("/engine-rest/engine").statusCode()).isEqualTo(401);
            assertThat(app.getAs(Demo.ADMIN, "/engine-rest/engine").statusCode())
                    .isEqualTo(200);

            // 128 + SIGTERM: the JVM ran its shutdown hooks and nothing had to kill it.
            assertThat(app.stop()).isEqualTo(143);
        }
    }

    @Test
    void comesBackOnTheSameDataAfterAPowerCut() {
        try (PackagedApp app = PackagedApp.start()) {
            // Laid out by ops/install.sh, it serves what Tasklist needs beside its own script.
            assertThat(app.get("/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js")
                            .statusCode())
                    .isEqualTo(200);

            String before = app.getAs(Demo.ADMIN, "/engine-rest/process-definition?sortBy=key&sortOrder=asc")
                    .body();
            assertThat(before).startsWith("[{");

            app.kill();
            app.restart();

            // Same ids and versions: nothing was lost, and nothing deployed twice.
            assertThat(app.getAs(Demo.ADMIN, "/engine-rest/process-definition?sortBy=key&sortOrder=asc")
                            .body())
                    .isEqualTo(before);
        }
    }
}
