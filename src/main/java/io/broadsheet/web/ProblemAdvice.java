package io.broadsheet.web;

import java.util.UUID;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Turns what controllers throw into problems: the framework's own as it knows them, the rest 500.
 */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  /** The framework would repeat the path and tell of its static resources. */
  @Override
  protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
      NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    ProblemDetail nothing = ProblemDetail.forStatusAndDetail(status, "Nothing is there.");
    return handleExceptionInternal(e, nothing, headers, status, request);
  }

  @ExceptionHandler(RuntimeException.class)
  ProblemDetail fault(RuntimeException fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpException refusal) {
        // The server found the body too large, or broken, while it was being read.
        return ProblemDetail.forStatus(refusal.getCode());
      }
    }
    String id = UUID.randomUUID().toString().substring(0, 8);
    log.error("Fault {}", id, fault);
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "Something went wrong here; the log knows it as " + id + ".");
  }
}
