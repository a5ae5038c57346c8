package io.broadsheet.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site's page would have changed in the name of who is signed in here: a
 * request that is more than a question must come from a page of ours, by what the browser says.
 */
public final class OwnPages extends OncePerRequestFilter {
  private final Provenance provenance;

  /** Knows our own pages by this. */
  public OwnPages(Provenance provenance) {
    this.provenance = provenance;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    if (reads || provenance.isOurs(Inside.coreOf(request).getHeaders())) {
      chain.doFilter(request, response);
    } else {
      Problem.of(403, "This is done from this site's own pages only.").send(response);
    }
  }
}
