package io.broadsheet.web;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The outermost handler: what holds for every request and every answer. */
final class EdgeHandler extends Handler.Wrapper {
  private final SecurityHeaders security;

  /** Wraps everything that answers requests. */
  EdgeHandler(Handler inside, SecurityHeaders security) {
    super(inside);
    this.security = security;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    security.addTo(response.getHeaders());
    HttpURI uri = request.getHttpURI();
    String path = uri.getPath();
    String fault = path == null ? "There is no path." : PathFirewall.fault(path, uri.getQuery());
    if (fault != null) {
      Problem.of(HttpStatus.BAD_REQUEST_400, fault).send(request, response, callback);
      return true;
    }
    return super.handle(request, response, callback);
  }
}
