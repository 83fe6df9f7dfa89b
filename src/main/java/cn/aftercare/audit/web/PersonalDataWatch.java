package cn.aftercare.audit.web;

import cn.aftercare.audit.AuditKind;
import cn.aftercare.audit.app.AuditTrail;
import cn.aftercare.organisation.app.CurrentActor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Writes down who was shown {@link PersonalData}. A refusal shows nothing, unless the page around it says so. */
@Component
class PersonalDataWatch implements HandlerInterceptor, WebMvcConfigurer {

    private final AuditTrail trail;
    private final CurrentActor currentActor;

    PersonalDataWatch(AuditTrail trail, CurrentActor currentActor) {
        this.trail = trail;
        this.currentActor = currentActor;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception thrown) {
        if (thrown != null || !(handler instanceof HandlerMethod method)) {
            return;
        }
        PersonalData shown = method.getMethodAnnotation(PersonalData.class);
        if (request.getAttribute(ShownPersonalData.ATTRIBUTE) instanceof String what) {
            record(AuditKind.VIEW, what, request);
        } else if (shown != null && response.getStatus() < 300) {
            record(shown.kind(), shown.value(), request);
        }
    }

    private void record(AuditKind kind, String what, HttpServletRequest request) {
        trail.recordOnce(
                kind,
                currentActor.get().userId(),
                (what + " " + subject(request)).strip(),
                "",
                request.getRemoteAddr());
    }

    private static String subject(HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path
                && !path.isEmpty()) {
            // In the order of the address, which the map does not keep.
            String address = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
            return path.entrySet().stream()
                    .sorted(Comparator.comparingInt(v -> address.indexOf("{" + v.getKey())))
                    .map(v -> v.getValue().toString())
                    .collect(Collectors.joining(" "));
        }
        return request.getParameterMap().entrySet().stream()
                .filter(p -> p.getValue().length > 0 && !p.getValue()[0].isBlank())
                .map(p -> p.getKey() + "=" + p.getValue()[0])
                .collect(Collectors.joining(" "));
    }
}
