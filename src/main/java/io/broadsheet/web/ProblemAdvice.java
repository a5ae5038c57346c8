package io.broadsheet.web;

import java.util.UUID;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Turns what controllers throw into problems: the framework's own as it knows them, the rest 500.
 */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler(RuntimeException.class)
  ProblemDetail fault(RuntimeException fault) {
    if (fault instanceof HttpException refusal) {
      // The server found the body too large, or broken, while a controller was reading it.
      return ProblemDetail.forStatus(refusal.getCode());
    }
    String id = UUID.randomUUID().toString().substring(0, 8);
    log.error("Fault {}", id, fault);
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "Something went wrong here; the log knows it as " + id + ".");
  }
}
