package io.broadsheet.web;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Says as problems what Jetty itself refuses or what fails outside the framework. */
final class ProblemErrors extends ErrorHandler {
  private final SecurityHeaders security;

  ProblemErrors(SecurityHeaders security) {
    this.security = security;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    int shown = status >= 400 && status <= 599 ? status : HttpStatus.INTERNAL_SERVER_ERROR_500;
    security.restoreTo(response.getHeaders());
    problem(shown).send(request, response, callback);
    return true;
  }

  private static Problem problem(int status) {
    return Problem.of(
        status,
        switch (status) {
          case HttpStatus.NOT_FOUND_404 -> "Nothing is there.";
          case HttpStatus.PAYLOAD_TOO_LARGE_413 -> "The body is larger than what is taken.";
          case HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 ->
              "This version of HTTP is not understood here: use HTTP/1.1.";
          default ->
              status < 500
                  ? "The request could not be understood as it was sent."
                  : "Something went wrong here; trying again later may help.";
        });
  }
}
