package io.broadsheet.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.settings.OidcSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenIdProviderTest {
  private static final String HOME = "https://news.example/reader/oidc/callback";

  private final TestProvider there = new TestProvider("broadsheet");
  private final OpenIdProvider provider =
      new OpenIdProvider(
          new OidcSettings(URI.create(there.issuer()), "broadsheet", "s3cret", null), HOME);

  @AfterEach
  void close() {
    there.close();
  }

  @Test
  void whoComesBackIsKnownByTheProvidersWord() {
    assertThat(arrival()).isEqualTo(new Vouched.For(there.issuer(), "user-1", "Берік"));
  }

  @Test
  void whatIsToldBeforehandDoesNotGiveAwayTheSecret() {
    Journey journey = Journey.begin();
    String told = provider.departure(journey).orElseThrow().toString();
    assertThat(told)
        .contains("code_challenge_method=S256", "response_type=code", "scope=openid+profile")
        .doesNotContain(journey.secret(), journey.verifier(), "s3cret");
    assertThat(Journey.begin().state()).isNotEqualTo(journey.state());
    assertThat(journey.isOf(journey.state())).isTrue();
    assertThat(journey.isOf(Journey.begin().state())).isFalse();
    assertThat(journey.isOf("")).isFalse();
  }

  @Test
  void aCodeOfAnotherJourneyProvesNothing() {
    Journey mine = Journey.begin();
    String code = code(mine);
    assertThat(provider.arrival(Journey.begin(), code)).isEqualTo(new Vouched.Refused());
    assertThat(provider.arrival(mine, code)).as("used up").isEqualTo(new Vouched.Refused());
    assertThat(provider.arrival(mine, "made-up")).isEqualTo(new Vouched.Refused());
  }

  @Test
  void aTokenForAnotherQuestionIsRefused() {
    there.useNonce("another");
    assertThat(arrival()).isEqualTo(new Vouched.Refused());
  }

  @Test
  void aTokenForAnotherSiteIsRefused() {
    there.vouchTo("another-site");
    assertThat(arrival()).isEqualTo(new Vouched.Refused());
  }

  @Test
  void aTokenThatHasEndedIsRefused() {
    there.endIn(Duration.ofMinutes(-2));
    assertThat(arrival()).isEqualTo(new Vouched.Refused());
  }

  @Test
  void aTokenThatSomebodyElseSignedIsRefused() {
    there.signWithAnotherKey();
    assertThat(arrival()).isEqualTo(new Vouched.Refused());
  }

  @Test
  void aProviderThatIsDownIsSaidToBe() {
    Journey journey = Journey.begin();
    String code = code(journey);
    there.close();
    assertThat(provider.arrival(journey, code)).isEqualTo(new Vouched.Down());
    OpenIdProvider fresh =
        new OpenIdProvider(
            new OidcSettings(URI.create(there.issuer()), "broadsheet", null, null), HOME);
    assertThat(fresh.departure(Journey.begin())).isEmpty();
  }

  @Test
  void aProviderThatCallsItselfOtherwiseIsNotBelieved() {
    OpenIdProvider other =
        new OpenIdProvider(
            new OidcSettings(URI.create(there.issuer() + "/"), "broadsheet", "s3cret", null), HOME);
    assertThat(other.departure(Journey.begin())).isEmpty();
    assertThat(provider.isIssuer("https://evil.example")).isFalse();
    assertThat(provider.isIssuer(there.issuer())).isTrue();
  }

  private Vouched arrival() {
    Journey journey = Journey.begin();
    return provider.arrival(journey, code(journey));
  }

  private String code(Journey journey) {
    URI back = there.agree(provider.departure(journey).orElseThrow());
    Map<String, String> fields = TestProvider.fields(back.getRawQuery());
    assertThat(journey.isOf(fields.getOrDefault("state", ""))).isTrue();
    return fields.getOrDefault("code", "");
  }
}
