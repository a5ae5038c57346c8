package io.broadsheet.reader;

import io.broadsheet.web.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses more than a form of a few fields, or a passkey, before it is read. */
final class SmallForms extends OncePerRequestFilter {
  private static final long LARGEST_BYTES = 32_768;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean unmeasured = request.getHeader("Transfer-Encoding") != null;
    if (unmeasured) {
      Problem.of(411, "Say how long this is: Content-Length.").send(response);
    } else if (request.getContentLengthLong() > LARGEST_BYTES) {
      Problem.of(413, "This is more than a form: 32 KB are allowed.").send(response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
