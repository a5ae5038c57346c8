package io.broadsheet.web;

import io.broadsheet.database.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The framework behind the edge on a free port of loopback, with one feature in it. */
public final class TestWeb implements AutoCloseable {
  /** Opens writing to tests. */
  public static final String KEY = "right";

  private static final int LONG_BODY = 1_000_000;

  private final ConfigurableApplicationContext context;
  private final HttpClient client = HttpClient.newHttpClient();
  private String cookie = "";

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(
      exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
  @Import({WebConfiguration.class, SecurityConfiguration.class, ProblemController.class})
  static class Application {
    @Bean
    ApiKeyCheck keys() {
      return key -> key.equals(KEY) ? Optional.of("desk") : Optional.empty();
    }
  }

  /**
   * Starts a server.
   *
   * @param beans what the feature's classes need, by name
   * @param feature its controllers and handlers
   */
  public TestWeb(Map<String, Object> beans, Class<?>... feature) {
    List<Class<?>> sources = new ArrayList<>(Arrays.asList(feature));
    sources.add(Application.class);
    SpringApplication application = new SpringApplication(sources.toArray(Class<?>[]::new));
    application.addInitializers(
        starting -> {
          starting.getBeanFactory().registerSingleton("settings", TestDatabase.settings(null));
          beans.forEach(starting.getBeanFactory()::registerSingleton);
        });
    context = application.run("--server.port=0", "--server.address=127.0.0.1");
  }

  /** Has this cookie sent with every request; empty for none. */
  public void keep(String cookie) {
    this.cookie = cookie;
  }

  /** Returns what the controllers answer to. */
  public List<RequestMappingInfo> mappings() {
    return List.copyOf(
        context
            .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
            .getHandlerMethods()
            .keySet());
  }

  /** Sends a request with header names and values in turn. */
  public HttpResponse<byte[]> send(String method, String path, byte[] body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
            // A server that refuses a long body hangs up, and its answer could get lost.
            .expectContinue(body.length > LONG_BODY);
    return client.send(complete(request, headers), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** Gets a path with header names and values in turn. */
  public HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    return client.send(complete(request, headers), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest complete(HttpRequest.Builder request, String... headers) {
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    return request.build();
  }

  private URI uri(String path) {
    WebServerApplicationContext server = (WebServerApplicationContext) context;
    int port = Objects.requireNonNull(server.getWebServer()).getPort();
    return URI.create("http://127.0.0.1:" + port + path);
  }

  @Override
  public void close() {
    client.close();
    context.close();
  }
}
