package io.broadsheet.oidc;

import io.broadsheet.settings.OidcSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is asked of a provider over HTTP. What it says about itself is good for an hour. */
final class ProviderCalls {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long LARGEST_ANSWER = 1 << 20;
  private static final long HOUR_NANOS = Duration.ofHours(1).toNanos();
  private static final JsonMapper JSON = JsonMapper.shared();

  private final String issuer;
  private final String client;
  private final @Nullable String secret;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private volatile @Nullable Discovery known;

  ProviderCalls(OidcSettings settings) {
    this.issuer = Objects.requireNonNull(settings.issuer()).toString();
    this.client = Objects.requireNonNull(settings.clientId());
    this.secret = settings.clientSecret();
  }

  /**
   * What a provider says about itself (OpenID Connect Discovery 1.0, 3).
   *
   * @param authorization where browsers go
   * @param token where codes are exchanged
   * @param keys what it signs with
   * @param secretInForm whether it takes our secret in no other way
   * @param asked when, by {@link System#nanoTime}
   */
  record Discovery(URI authorization, URI token, URI keys, boolean secretInForm, long asked) {}

  String issuer() {
    return issuer;
  }

  /** Returns what the provider says about itself. */
  Discovery discovery() throws IOException {
    Discovery before = known;
    if (before != null && System.nanoTime() - before.asked() < HOUR_NANOS) {
      return before;
    }
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    JsonNode said = json(get(URI.create(base + "/.well-known/openid-configuration")));
    if (!said.path("issuer").asString("").equals(issuer)) {
      throw new IOException("it calls itself otherwise than broadsheet.sign-in.oidc.issuer");
    }
    String methods = said.path("token_endpoint_auth_methods_supported").toString();
    Discovery discovery =
        new Discovery(
            address(said, "authorization_endpoint"),
            address(said, "token_endpoint"),
            address(said, "jwks_uri"),
            methods.contains("client_secret_post") && !methods.contains("client_secret_basic"),
            System.nanoTime());
    known = discovery;
    return discovery;
  }

  /** Returns the provider's keys, as a JSON Web Key Set. */
  String keys() throws IOException {
    return get(discovery().keys());
  }

  /** Exchanges a code for an ID token; empty if the provider refuses it. */
  Optional<String> exchange(Map<String, String> question) throws IOException {
    Discovery discovery = discovery();
    Map<String, String> fields = new LinkedHashMap<>(question);
    HttpRequest.Builder request = request(discovery.token());
    if (secret == null) {
      fields.put("client_id", client);
    } else if (discovery.secretInForm()) {
      fields.put("client_id", client);
      fields.put("client_secret", secret);
    } else {
      // RFC 6749, 2.3.1
      String both = OpenIdProvider.encoded(client) + ":" + OpenIdProvider.encoded(secret);
      String encoded = Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
      request.header("Authorization", "Basic " + encoded);
    }
    HttpResponse<String> answer =
        send(
            request
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(OpenIdProvider.form(fields))));
    return switch (answer.statusCode()) {
      case 200 ->
          Optional.of(json(answer.body()).path("id_token").asString(""))
              .filter(token -> !token.isEmpty());
      case 400 -> Optional.empty();
      default -> throw new IOException("it answers " + answer.statusCode());
    };
  }

  private String get(URI address) throws IOException {
    HttpResponse<String> answer = send(request(address).GET());
    if (answer.statusCode() != 200) {
      throw new IOException("it answers " + answer.statusCode());
    }
    return answer.body();
  }

  private static HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address).timeout(PATIENCE).header("Accept", "application/json");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return http.send(
          request.build(), BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_ANSWER));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("this server stops", e);
    }
  }

  private static JsonNode json(String text) throws IOException {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      throw new IOException("it answers something else than JSON", e);
    }
  }

  /** Plain HTTP is for a provider on this machine. */
  private URI address(JsonNode said, String name) throws IOException {
    String address = said.path(name).asString("");
    if (!address.startsWith("https://") && !issuer.startsWith("http://")) {
      throw new IOException("its " + name + " is no address with https://");
    }
    try {
      return URI.create(address);
    } catch (IllegalArgumentException e) {
      throw new IOException("its " + name + " is no address", e);
    }
  }
}
