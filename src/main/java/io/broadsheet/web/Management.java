package io.broadsheet.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers {@code /health/live} and {@code /health/ready} to everyone; what keeps it from being
 * ready, what an operator should see to and {@code /metrics} on the management port only or, where
 * there is none, to loopback only.
 */
final class Management extends Handler.Wrapper {
  private final PrometheusMeterRegistry metrics;
  private final List<Readiness> conditions;
  private final List<Notice> notices;
  private final Inside inside;

  Management(
      PrometheusMeterRegistry metrics,
      List<Readiness> conditions,
      List<Notice> notices,
      Inside inside) {
    this.metrics = metrics;
    this.conditions = conditions;
    this.notices = notices;
    this.inside = inside;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = request.getHttpURI().getPath();
    boolean ours =
        switch (path) {
          case "/health/live", "/health/ready", "/metrics" -> true;
          default -> false;
        };
    if (!ours) {
      return super.handle(request, response, callback);
    }
    String method = request.getMethod();
    if (!HttpMethod.GET.is(method) && !HttpMethod.HEAD.is(method)) {
      response.getHeaders().add(HttpHeader.ALLOW, "GET, HEAD");
      Problem.of(HttpStatus.METHOD_NOT_ALLOWED_405, "This can only be read.")
          .send(request, response, callback);
      return true;
    }
    boolean isInside = inside.sent(request);
    switch (path) {
      case "/health/live" -> json(HttpStatus.OK_200, "{\"status\":\"up\"}", response, callback);
      case "/health/ready" -> ready(isInside, response, callback);
      default -> metrics(isInside, request, response, callback);
    }
    return true;
  }

  private void ready(boolean inside, Response response, Callback callback) {
    List<String> obstacles =
        conditions.stream().flatMap(condition -> condition.obstacle().stream()).toList();
    StringBuilder body = new StringBuilder("{\"status\":\"");
    body.append(obstacles.isEmpty() ? "ready" : "not ready").append('"');
    if (inside) {
      list(body, "obstacles", obstacles);
      list(body, "notices", notices.stream().flatMap(notice -> notice.matter().stream()).toList());
    }
    int status = obstacles.isEmpty() ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503;
    json(status, body.append('}').toString(), response, callback);
  }

  private static void list(StringBuilder body, String name, List<String> sentences) {
    if (!sentences.isEmpty()) {
      body.append(",\"").append(name).append("\":[");
      for (int i = 0; i < sentences.size(); i++) {
        body.append(i == 0 ? "\"" : ",\"").append(Problem.escape(sentences.get(i))).append('"');
      }
      body.append(']');
    }
  }

  private void metrics(boolean inside, Request request, Response response, Callback callback) {
    if (inside) {
      send(
          HttpStatus.OK_200,
          "text/plain;version=0.0.4;charset=utf-8",
          metrics.scrape(),
          response,
          callback);
    } else {
      Problem.of(HttpStatus.NOT_FOUND_404, "Nothing is there.").send(request, response, callback);
    }
  }

  private static void json(int status, String body, Response response, Callback callback) {
    send(status, "application/json", body, response, callback);
  }

  private static void send(
      int status, String type, String text, Response response, Callback callback) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response
        .getHeaders()
        .put(HttpHeader.CONTENT_TYPE, type)
        .put(HttpHeader.CACHE_CONTROL, "no-store")
        .put(HttpHeader.CONTENT_LENGTH, body.length);
    boolean head = "HEAD".equals(response.getRequest().getMethod());
    response.write(true, head ? null : ByteBuffer.wrap(body), callback);
  }
}
