package cn.aftercare.platform.security;

import cn.aftercare.problem.web.Problems;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals of the engine and of the firewall that a person can understand. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class EngineProblemAdvice {

    @ExceptionHandler(AuthorizationException.class)
    ResponseEntity<ProblemDetail> notAllowed(AuthorizationException thrown) {
        return respond(Problems.of(HttpStatus.FORBIDDEN, "您没有权限执行此操作"));
    }

    @ExceptionHandler(OptimisticLockingException.class)
    ResponseEntity<ProblemDetail> changedMeanwhile(OptimisticLockingException thrown) {
        return respond(Problems.of(HttpStatus.CONFLICT, "数据刚刚被他人修改,请刷新后重试"));
    }

    /** The firewall looks at parameters only when somebody asks for them. */
    @ExceptionHandler(RequestRejectedException.class)
    ResponseEntity<ProblemDetail> notStorable(RequestRejectedException thrown) {
        return respond(Problems.of(HttpStatus.BAD_REQUEST, "请求参数含有不允许的字符"));
    }

    private static ResponseEntity<ProblemDetail> respond(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
