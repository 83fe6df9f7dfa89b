package cn.aftercare.problem.web;

import cn.aftercare.platform.web.PageFrame;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** A person with a browser reads a problem as a page; programs, which never ask for HTML, get the document. */
@ControllerAdvice
public class ProblemPages implements ResponseBodyAdvice<Object> {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final ThymeleafViewResolver views;
    private final PageFrame frame;

    ProblemPages(ThymeleafViewResolver views, PageFrame frame) {
        this.views = views;
        this.frame = frame;
    }

    public boolean wanted(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    /** Writes the problem as page, with its status. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemDetail problem)
            throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(HTML.toString());
        try {
            View view = views.resolveViewName("problem", Locale.SIMPLIFIED_CHINESE);
            if (view == null) {
                throw new IllegalStateException("no view problem");
            }
            view.render(
                    Map.of(
                            "frame",
                            frame.frame(),
                            "title",
                            problem.getTitle() == null ? "请求无法处理" : problem.getTitle(),
                            "status",
                            problem.getStatus(),
                            "detail",
                            problem.getDetail() == null ? "" : problem.getDetail()),
                    request,
                    response);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("cannot show the problem page", e);
        }
    }

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
        return true; // the body decides
    }

    @Override
    public Object beforeBodyWrite(
            Object body,
            MethodParameter returnType,
            MediaType selectedContentType,
            Class<? extends HttpMessageConverter<?>> selectedConverterType,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof ProblemDetail problem
                && request instanceof ServletServerHttpRequest in
                && response instanceof ServletServerHttpResponse out
                && wanted(in.getServletRequest())) {
            try {
                out.getHeaders().setContentType(HTML);
                write(in.getServletRequest(), out.getServletResponse(), problem);
                return null; // written already
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return body;
    }
}
