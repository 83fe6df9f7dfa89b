package cn.aftercare.problem.web;

import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.FieldError;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.problem.NotPermittedException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Makes the RFC 9457 documents of this application: Chinese title and detail, and what is wrong with which field. */
public final class Problems {

    private static final int MAX_CAUSES = 20;

    private Problems() {}

    public static ProblemDetail of(HttpStatusCode status, String detail) {
        return of(status, detail, List.of());
    }

    public static ProblemDetail of(HttpStatusCode status, String detail, List<FieldError> errors) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title(status.value()));
        problem.setProperty("errors", errors);
        return problem;
    }

    /** The document for one of our own exceptions, also when the engine or a transaction has wrapped it. */
    public static Optional<ProblemDetail> ofOurs(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++, cause = cause.getCause()) {
            if (cause instanceof InvalidInputException e) {
                return Optional.of(of(HttpStatus.BAD_REQUEST, e.getMessage(), e.errors()));
            }
            if (cause instanceof ConflictException e) {
                return Optional.of(of(HttpStatus.CONFLICT, e.getMessage()));
            }
            if (cause instanceof NotFoundException e) {
                return Optional.of(of(HttpStatus.NOT_FOUND, e.getMessage()));
            }
            if (cause instanceof NotPermittedException e) {
                return Optional.of(of(HttpStatus.FORBIDDEN, e.getMessage()));
            }
        }
        return Optional.empty();
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "请求内容有误";
            case 401 -> "请先登录";
            case 403 -> "没有权限";
            case 404 -> "未找到";
            case 405 -> "不支持的请求方法";
            case 406 -> "不支持的返回格式";
            case 409 -> "与现有数据冲突";
            case 413 -> "上传内容过大";
            case 415 -> "不支持的内容类型";
            case 503 -> "服务暂不可用";
            default -> status >= 500 ? "系统内部错误" : "请求无法处理";
        };
    }
}
