package cn.aftercare.platform.security;

import cn.aftercare.problem.ProblemException;
import cn.aftercare.problem.web.Problems;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.UncheckedIOException;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** The engine's REST interface answers what a form refuses as our own does: 4xx, in Chinese, naming the field. */
@Component
class EngineRest extends CamundaJerseyResourceConfig {

    private final ObjectMapper json;

    EngineRest(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected void registerAdditionalResources() {
        register(new Refused());
    }

    private final class Refused implements ExceptionMapper<ProblemException> {

        @Override
        public Response toResponse(ProblemException thrown) {
            ProblemDetail problem = Problems.ofOurs(thrown).orElseThrow(() -> thrown);
            // Clients of the engine look for the text there.
            problem.setProperty("message", thrown.getMessage());
            return Response.status(problem.getStatus())
                    .type(MediaType.valueOf(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE))
                    .entity(written(problem))
                    .build();
        }

        /** By the application's own mapper: the engine's does not know how a problem document looks. */
        private String written(ProblemDetail problem) {
            try {
                return json.writeValueAsString(problem);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
