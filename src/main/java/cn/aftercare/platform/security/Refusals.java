package cn.aftercare.platform.security;

import cn.aftercare.problem.web.ProblemPages;
import cn.aftercare.problem.web.Problems;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** How somebody without login or permission is sent away: a program gets a problem document, a person the login page. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    static final String LOGIN_PAGE = "/camunda/app/tasklist/default/";

    private final ObjectMapper json;
    private final ProblemPages pages;
    private final long maxUpload;

    Refusals(ObjectMapper json, ProblemPages pages, MultipartProperties uploads) {
        this.json = json;
        this.pages = pages;
        this.maxUpload = uploads.getMaxRequestSize().toBytes();
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (isPage(request)) {
            response.sendRedirect(request.getContextPath() + LOGIN_PAGE);
            return;
        }
        if (request.getHeader(HttpHeaders.AUTHORIZATION) == null && pages.wanted(request)) {
            // A form sent after the session ended.
            pages.write(request, response, Problems.of(HttpStatus.UNAUTHORIZED, "登录已过期,请重新登录后再提交"));
            return;
        }
        // A script in a page whose session has ended: a password box of the browser would only confuse.
        String mode = request.getHeader("Sec-Fetch-Mode");
        if (mode == null || mode.equals("navigate")) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"aftercare\", charset=\"UTF-8\"");
        }
        write(
                response,
                Problems.of(
                        HttpStatus.UNAUTHORIZED,
                        reason instanceof BadCredentialsException ? "用户名或密码不正确,或账号因多次输错暂时锁定" : "请先登录"));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        ProblemDetail problem = Problems.of(HttpStatus.FORBIDDEN, "您没有权限执行此操作");
        if (reason instanceof CsrfException) {
            // The container reads nothing of an upload that is too big, not even the token in it.
            problem = request.getContentLengthLong() > maxUpload
                    ? Problems.of(HttpStatus.PAYLOAD_TOO_LARGE, "一次上传的文件过大,请分几次上传")
                    : Problems.of(HttpStatus.FORBIDDEN, "页面已过期,请刷新后重试");
        }
        if (pages.wanted(request)) {
            pages.write(request, response, problem);
        } else {
            write(response, problem);
        }
    }

    /** Nothing is wrong with the request: whoever sent it tries again. */
    void unavailable(HttpServletResponse response, String message) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "30");
        write(response, Problems.of(HttpStatus.SERVICE_UNAVAILABLE, message));
    }

    void tooLarge(HttpServletResponse response, DataSize limit) throws IOException {
        write(response, Problems.of(HttpStatus.PAYLOAD_TOO_LARGE, "一次提交的内容过大,最多 " + limit.toMegabytes() + " MB"));
    }

    private static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return HttpMethod.GET.matches(request.getMethod())
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && !path.matches("/(api|engine-rest|actuator|forms)(/.*)?");
    }

    private void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getWriter(), problem);
    }
}
