package io.broadsheet.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.broadsheet.web.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A provider of OpenID Connect with one user, which can be told to lie. */
public final class TestProvider implements AutoCloseable {
  private final HttpServer server;
  private final RSAKey published;
  private final String client;
  private final Map<String, Map<String, String>> given = new HashMap<>();

  private RSAKey signing;
  private String audience;
  private String subject = "user-1";
  private String nonce = "";
  private Duration left = Duration.ofMinutes(5);

  /** Opens one on a free port of the loopback address. */
  public TestProvider(String client) {
    this.client = client;
    this.audience = client;
    try {
      published = new RSAKeyGenerator(2048).keyID("one").generate();
      signing = published;
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/.well-known/openid-configuration", this::describe);
    server.createContext("/jwks", this::keys);
    server.createContext("/token", this::exchange);
    server.start();
  }

  /** Returns its identifier. */
  public String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Has it sign with a key that it has not published. */
  public void signWithAnotherKey() {
    try {
      signing = new RSAKeyGenerator(2048).keyID("one").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Has it vouch to somebody else. */
  public void vouchTo(String other) {
    audience = other;
  }

  /** Has it vouch for somebody else. */
  public void vouchFor(String other) {
    subject = other;
  }

  /** Has it answer another question than it was asked. */
  public void useNonce(String other) {
    nonce = other;
  }

  /** Has its tokens end so long from now. */
  public void endIn(Duration other) {
    left = other;
  }

  /**
   * Does what the user does there, and returns where the browser is sent.
   *
   * @param asked where it was sent to
   */
  public URI agree(URI asked) {
    Map<String, String> question = fields(asked.getRawQuery());
    String code = "code-" + given.size();
    given.put(code, question);
    return URI.create(
        question.get("redirect_uri") + "?code=" + code + "&state=" + question.get("state"));
  }

  /** Returns the fields of a query or a form. */
  public static Map<String, String> fields(String query) {
    Map<String, String> fields = new HashMap<>();
    for (String field : query.split("&", -1)) {
      int equals = field.indexOf('=');
      fields.put(
          field.substring(0, equals),
          URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return fields;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void describe(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        200,
        """
        {"issuer":"$","authorization_endpoint":"$/authorize","token_endpoint":"$/token",
         "jwks_uri":"$/jwks"}
        """
            .replace("$", issuer()));
  }

  private void keys(HttpExchange exchange) throws IOException {
    answer(exchange, 200, new JWKSet(published.toPublicJWK()).toString());
  }

  private void exchange(HttpExchange exchange) throws IOException {
    Map<String, String> form =
        fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Map<String, String> question =
        Objects.requireNonNullElse(given.remove(field(form, "code")), Map.of());
    String expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((client + ":s3cret").getBytes(StandardCharsets.UTF_8));
    boolean right =
        expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))
            && field(question, "redirect_uri").equals(field(form, "redirect_uri"))
            && field(question, "code_challenge").equals(challenge(field(form, "code_verifier")));
    if (right) {
      answer(exchange, 200, "{\"id_token\":\"" + token(field(question, "nonce")) + "\"}");
    } else {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
    }
  }

  private static String field(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "");
  }

  private String token(String asked) {
    Instant now = Instant.now();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience(audience)
            .subject(subject)
            .claim("nonce", nonce.isEmpty() ? asked : nonce)
            .claim("name", "Берік")
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(left)))
            .build();
    try {
      SignedJWT token =
          new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims);
      token.sign(new RSASSASigner(signing));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String challenge(String verifier) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(verifier));
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    try (exchange) {
      exchange.getResponseBody().write(body);
    }
  }
}
