package io.broadsheet.oidc;

import io.broadsheet.settings.OidcSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The provider of OpenID Connect by whom readers sign in.
 *
 * <p>Nothing is asked of it before somebody goes there. Calls block on it, for seconds at most, and
 * few at a time, so that one that is slow keeps nobody from reading.
 */
public final class OpenIdProvider {
  /** Where it sends readers back to. */
  public static final String CALLBACK = "/reader/oidc/callback";

  private static final Logger log = LoggerFactory.getLogger(OpenIdProvider.class);
  private static final int MOST_AT_ONCE = 8;

  private final String client;
  private final String redirect;
  private final ProviderCalls calls;
  private final IdTokens tokens;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  /**
   * Makes the way to a provider.
   *
   * @param settings with an issuer and a client's name
   * @param redirect the absolute address of {@link #CALLBACK}
   */
  OpenIdProvider(OidcSettings settings, String redirect) {
    this.client = Objects.requireNonNull(settings.clientId());
    this.redirect = redirect;
    this.calls = new ProviderCalls(settings);
    this.tokens = new IdTokens(client, calls);
  }

  /** Returns where a browser goes to on a journey; empty if the provider does not answer. */
  public Optional<URI> departure(Journey journey) {
    if (!places.tryAcquire()) {
      return Optional.empty();
    }
    try {
      Map<String, String> question = new LinkedHashMap<>();
      question.put("response_type", "code");
      question.put("client_id", client);
      question.put("redirect_uri", redirect);
      question.put("scope", "openid profile");
      question.put("state", journey.state());
      question.put("nonce", journey.nonce());
      question.put("code_challenge", journey.challenge());
      question.put("code_challenge_method", "S256");
      String address = calls.discovery().authorization().toString();
      return Optional.of(
          URI.create(address + (address.indexOf('?') < 0 ? "?" : "&") + form(question)));
    } catch (IOException e) {
      log.warn("The provider of OpenID Connect does not answer: {}", e.toString());
      return Optional.empty();
    } finally {
      places.release();
    }
  }

  /**
   * Returns who came back.
   *
   * @param journey on which the browser was sent
   * @param code what the provider gave it
   */
  public Vouched arrival(Journey journey, String code) {
    if (!places.tryAcquire()) {
      return new Vouched.Down();
    }
    try {
      Map<String, String> question = new LinkedHashMap<>();
      question.put("grant_type", "authorization_code");
      question.put("code", code);
      question.put("redirect_uri", redirect);
      question.put("code_verifier", journey.verifier());
      Optional<String> token = calls.exchange(question);
      return token.isEmpty() ? new Vouched.Refused() : tokens.read(token.get(), journey.nonce());
    } catch (IOException e) {
      log.warn("The provider of OpenID Connect does not answer: {}", e.toString());
      return new Vouched.Down();
    } finally {
      places.release();
    }
  }

  /** Tells whether what came back names this provider, if it names one (RFC 9207). */
  public boolean isIssuer(String named) {
    return named.isEmpty() || named.equals(calls.issuer());
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
