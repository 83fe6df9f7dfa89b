package cn.aftercare.problem.web;

import cn.aftercare.problem.FieldError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers every failure of a web request as RFC 9457 problem in Chinese; no internals leave the house. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** Ours, bare or wrapped by the engine; everything unknown becomes a 500 that says nothing but a number to look up. */
    @ExceptionHandler(Exception.class)
    ResponseEntity<ProblemDetail> anything(Exception thrown, HttpServletRequest request) {
        ProblemDetail problem = Problems.ofOurs(thrown).orElseGet(() -> unexpected(thrown, request));
        return respond(problem);
    }

    @ExceptionHandler(AccessDeniedException.class)
    ResponseEntity<ProblemDetail> denied(AccessDeniedException thrown) {
        return respond(Problems.of(HttpStatus.FORBIDDEN, "您没有权限执行此操作"));
    }

    @ExceptionHandler(AuthenticationException.class)
    ResponseEntity<ProblemDetail> anonymous(AuthenticationException thrown) {
        return respond(Problems.of(HttpStatus.UNAUTHORIZED, "请先登录"));
    }

    @ExceptionHandler(ConstraintViolationException.class)
    ResponseEntity<ProblemDetail> violated(ConstraintViolationException thrown) {
        List<FieldError> errors = thrown.getConstraintViolations().stream()
                .map(v -> new FieldError(lastName(v.getPropertyPath().toString()), v.getMessage()))
                .toList();
        return respond(invalid(errors));
    }

    @ExceptionHandler(MultipartException.class)
    ResponseEntity<ProblemDetail> badUpload(MultipartException thrown) {
        return respond(Problems.of(HttpStatus.BAD_REQUEST, "上传的内容无法读取,请以 multipart/form-data 方式上传文件"));
    }

    @Override
    protected ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException thrown, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(Problems.of(HttpStatus.PAYLOAD_TOO_LARGE, "上传的文件过大"), headers);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException thrown, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldError> errors = thrown.getBindingResult().getAllErrors().stream()
                .map(e -> e instanceof org.springframework.validation.FieldError f
                        ? new FieldError(f.getField(), f.isBindingFailure() ? "格式不正确" : message(f))
                        : new FieldError(e.getObjectName(), message(e)))
                .toList();
        return answer(invalid(errors), headers);
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException thrown, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (thrown.isForReturnValue()) {
            return answer(unexpected(thrown, null), headers);
        }
        List<FieldError> errors = thrown.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(e -> e instanceof org.springframework.validation.FieldError f
                                ? new FieldError(f.getField(), message(f))
                                : new FieldError(
                                        Objects.requireNonNullElse(
                                                result.getMethodParameter().getParameterName(), "request"),
                                        message(e))))
                .toList();
        return answer(invalid(errors), headers);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException thrown, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        // Checks in the constructor of a request record throw our own exception while Jackson still reads.
        return answer(Problems.ofOurs(thrown).orElseGet(() -> unreadable(thrown.getCause())), headers);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException thrown,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(missing(thrown.getParameterName(), "缺少参数 "), headers);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestPart(
            MissingServletRequestPartException thrown, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(missing(thrown.getRequestPartName(), "缺少上传内容 "), headers);
    }

    @Override
    protected ResponseEntity<Object> handleMissingPathVariable(
            MissingPathVariableException thrown, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(missing(thrown.getVariableName(), "缺少路径参数 "), headers);
    }

    @Override
    protected ResponseEntity<Object> handleServletRequestBindingException(
            ServletRequestBindingException thrown, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(
                thrown instanceof MissingRequestHeaderException header
                        ? missing(header.getHeaderName(), "缺少请求头 ")
                        : Problems.of(HttpStatus.BAD_REQUEST, "请求参数有误"),
                headers);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException thrown, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String field = thrown instanceof MethodArgumentTypeMismatchException e ? e.getName() : thrown.getPropertyName();
        return answer(
                invalid(List.of(mistyped(
                        Objects.requireNonNullElse(field, "request"), thrown.getRequiredType(), thrown.getValue()))),
                headers);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException thrown, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String supported = thrown.getSupportedMediaTypes().stream()
                .map(MediaType::toString)
                .distinct()
                .collect(Collectors.joining("、"));
        return answer(Problems.of(status, "不支持的内容类型" + (supported.isEmpty() ? "" : ",请使用 " + supported)), headers);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
            HttpMediaTypeNotAcceptableException thrown,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(Problems.of(status, "无法按要求的格式返回内容"), headers);
    }

    @Override
    protected ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException thrown,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(Problems.of(status, "此地址不支持 " + thrown.getMethod() + " 请求"), headers);
    }

    @Override
    protected ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException thrown, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(Problems.of(status, "没有这个地址:/" + thrown.getResourcePath()), headers);
    }

    @Override
    protected ResponseEntity<Object> handleNoHandlerFoundException(
            NoHandlerFoundException thrown, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(Problems.of(status, "没有这个地址:" + thrown.getRequestURL()), headers);
    }

    @Override
    protected ResponseEntity<Object> handleAsyncRequestNotUsableException(
            AsyncRequestNotUsableException thrown, WebRequest request) {
        return null; // the client has gone
    }

    /** Whatever Spring itself answers and is not named above: its status, our words. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception thrown, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.is5xxServerError()) {
            return answer(unexpected(thrown, null), headers);
        }
        return answer(Problems.of(status, "请求无法处理"), headers);
    }

    private static ProblemDetail unexpected(Exception thrown, HttpServletRequest request) {
        String id = UUID.randomUUID().toString();
        String where = request == null ? "" : request.getMethod() + " " + request.getRequestURI();
        LOG.atError().addKeyValue("errorId", id).setCause(thrown).log("request failed, id {} {}", id, where);
        ProblemDetail problem =
                Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "系统内部错误,请稍后重试;如仍失败,请把编号 " + id + " 告诉管理员");
        problem.setProperty("errorId", id);
        return problem;
    }

    private static ProblemDetail unreadable(Throwable cause) {
        if (!(cause instanceof JsonProcessingException)) {
            return Problems.of(HttpStatus.BAD_REQUEST, "请求内容为空或无法读取");
        }
        if (cause instanceof UnrecognizedPropertyException e) {
            return invalid(List.of(new FieldError(path(e), "没有这个字段")));
        }
        if (cause instanceof InvalidFormatException e) {
            return invalid(List.of(mistyped(path(e), e.getTargetType(), e.getValue())));
        }
        if (cause instanceof MismatchedInputException e && !e.getPath().isEmpty()) {
            return invalid(List.of(mistyped(path(e), e.getTargetType(), null)));
        }
        if (cause instanceof JsonMappingException e && !e.getPath().isEmpty()) {
            return invalid(List.of(new FieldError(path(e), "内容不正确")));
        }
        return Problems.of(HttpStatus.BAD_REQUEST, "请求内容不是正确的 JSON");
    }

    private static FieldError mistyped(String field, Class<?> type, Object value) {
        return new FieldError(field, wish(type) + (value == null ? "" : ",收到的是「" + shorten(value) + "」"));
    }

    private static String wish(Class<?> type) {
        if (type == null) {
            return "内容不正确";
        }
        if (type.isEnum()) {
            return "只能是 "
                    + Arrays.stream(type.getEnumConstants())
                            .map(c -> ((Enum<?>) c).name())
                            .collect(Collectors.joining("、"));
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return type.getSimpleName().equals("LocalDate")
                    ? "日期格式不正确,应如 2025-09-26"
                    : "时间格式不正确,应如 2025-09-26T16:40:00+08:00";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "只能是 true 或 false";
        }
        if (Number.class.isAssignableFrom(type) || type == BigDecimal.class || type.isPrimitive()) {
            return "必须是数字";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "必须是列表";
        }
        return type == String.class ? "必须是文本" : "内容不正确";
    }

    private static String shorten(Object value) {
        String text = value.toString();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String message(MessageSourceResolvable error) {
        return Objects.requireNonNullElse(error.getDefaultMessage(), "内容不正确");
    }

    private static ProblemDetail missing(String name, String what) {
        return Problems.of(HttpStatus.BAD_REQUEST, what + name, List.of(new FieldError(name, what + name)));
    }

    private static ProblemDetail invalid(List<FieldError> errors) {
        String detail = errors.stream().map(e -> e.field() + ":" + e.message()).collect(Collectors.joining(";"));
        return Problems.of(HttpStatus.BAD_REQUEST, detail, errors);
    }

    private static ResponseEntity<ProblemDetail> respond(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem, HttpHeaders headers) {
        HttpHeaders kept = new HttpHeaders();
        kept.putAll(headers); // e.g. Allow of a 405
        kept.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(problem, kept, problem.getStatus());
    }
}
