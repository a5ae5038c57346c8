package io.broadsheet.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.audit.AuditLog;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
class PasskeysTest {
  private static final String ORIGIN = "https://news.example";
  private static final RelyingParty PARTY = new RelyingParty("news.example", ORIGIN);

  private final TestDatabase opened;
  private final Passkeys passkeys;
  private final SoftAuthenticator laptop = new SoftAuthenticator();
  private final long aigerim;
  private final long berik;
  private Instant now = Instant.parse("2026-11-23T09:00:00Z");

  PasskeysTest(Dialect dialect) throws GeneralSecurityException {
    opened = TestDatabase.open(dialect);
    passkeys =
        new Passkeys(
            opened.database(), new AuditLog(opened.database(), () -> now), () -> now, "Broadsheet");
    aigerim = TestStaff.add(opened.database(), "Aigerim");
    berik = TestStaff.add(opened.database(), "Berik");
  }

  @AfterEach
  void close() {
    opened.close();
  }

  @Test
  void aPasskeySignsItsOwnerInWithoutAName() throws GeneralSecurityException {
    assertThat(add(laptop, aigerim, "Laptop")).isTrue();
    SoftAuthenticator phone = new SoftAuthenticator();
    assertThat(add(phone, berik, "Телефон")).isTrue();
    assertThat(signIn(laptop)).hasValue(aigerim);
    assertThat(signIn(phone)).hasValue(berik);
  }

  @Test
  void theListSaysWhenEachWasAddedAndLastUsed() throws GeneralSecurityException {
    add(laptop, aigerim, "Laptop");
    Instant added = now;
    now = now.plusSeconds(60);
    SoftAuthenticator phone = new SoftAuthenticator();
    add(phone, aigerim, "Phone");
    now = now.plusSeconds(60);
    signIn(laptop);
    assertThat(passkeys.of(aigerim)).extracting(Passkey::label).containsExactly("Laptop", "Phone");
    assertThat(passkeys.of(aigerim)).extracting(Passkey::used).containsExactly(now, null);
    assertThat(passkeys.of(aigerim).getFirst().created()).isEqualTo(added);
    assertThat(passkeys.of(berik)).isEmpty();
  }

  @Test
  void aRemovedPasskeyOpensNothingAndOnlyItsOwnerRemovesIt() throws GeneralSecurityException {
    add(laptop, aigerim, "Laptop");
    String id = passkeys.of(aigerim).getFirst().credential();
    assertThat(passkeys.remove(berik, id)).isEmpty();
    assertThat(signIn(laptop)).hasValue(aigerim);
    assertThat(passkeys.remove(aigerim, id)).contains("Laptop");
    assertThat(signIn(laptop)).isEmpty();
  }

  @Test
  void whatWasAskedIsAnsweredOnceAndInTime() throws GeneralSecurityException {
    add(laptop, aigerim, "Laptop");
    Passkeys.Begun begun = passkeys.beginSignIn(PARTY);
    String shown = laptop.get(begun.options(), ORIGIN);
    assertThat(passkeys.signIn(begun.id(), shown)).hasValue(aigerim);
    assertThat(passkeys.signIn(begun.id(), shown)).as("again").isEmpty();
    Passkeys.Begun other = passkeys.beginSignIn(PARTY);
    assertThat(passkeys.signIn(other.id(), shown)).as("in another ceremony").isEmpty();
    Passkeys.Begun late = passkeys.beginSignIn(PARTY);
    now = now.plus(Duration.ofMinutes(5)).plusMillis(1);
    assertThat(passkeys.signIn(late.id(), laptop.get(late.options(), ORIGIN))).isEmpty();
  }

  @Test
  void anotherSitesPageGetsNothing() throws GeneralSecurityException {
    add(laptop, aigerim, "Laptop");
    for (String origin : List.of("https://evil.example", "http://news.example", ORIGIN + ":8443")) {
      Passkeys.Begun begun = passkeys.beginSignIn(PARTY);
      assertThat(passkeys.signIn(begun.id(), laptop.get(begun.options(), origin)))
          .as(origin)
          .isEmpty();
    }
    Passkeys.Begun begun = passkeys.beginAdding(PARTY, berik);
    String made = new SoftAuthenticator().create(begun.options(), "https://evil.example");
    assertThat(passkeys.add(begun.id(), berik, made, "Phone")).isFalse();
  }

  @Test
  void aCloneIsNoticedByItsCounter() throws GeneralSecurityException {
    laptop.counter = 7;
    add(laptop, aigerim, "Laptop");
    laptop.counter = 9;
    assertThat(signIn(laptop)).hasValue(aigerim);
    assertThat(signIn(laptop)).as("the same count again").isEmpty();
    laptop.counter = 8;
    assertThat(signIn(laptop)).as("a count from before").isEmpty();
    laptop.counter = 10;
    assertThat(signIn(laptop)).hasValue(aigerim);
  }

  @Test
  void aDeviceThatDoesNotCheckWhoHoldsItIsNotEnough() throws GeneralSecurityException {
    SoftAuthenticator careless = new SoftAuthenticator();
    careless.verifies = false;
    assertThat(add(careless, aigerim, "Careless")).isFalse();
    add(laptop, aigerim, "Laptop");
    laptop.verifies = false;
    assertThat(signIn(laptop)).isEmpty();
  }

  @Test
  void aPasskeyIsAddedByWhoBeganToAndOnlyOnce() {
    Passkeys.Begun begun = passkeys.beginAdding(PARTY, aigerim);
    String made = laptop.create(begun.options(), ORIGIN);
    assertThat(passkeys.add(begun.id(), berik, made, "Laptop")).as("by another").isFalse();
    begun = passkeys.beginAdding(PARTY, aigerim);
    made = laptop.create(begun.options(), ORIGIN);
    assertThat(passkeys.add(begun.id(), aigerim, made, "Laptop")).isTrue();
    assertThat(passkeys.add(begun.id(), aigerim, made, "Laptop")).isFalse();
    begun = passkeys.beginAdding(PARTY, berik);
    assertThat(passkeys.add(begun.id(), berik, laptop.create(begun.options(), ORIGIN), "Mine"))
        .as("that is another's already")
        .isFalse();
    assertThat(passkeys.of(aigerim)).hasSize(1);
  }

  @Test
  void whoeverSaysThatAPasskeyIsAnothersIsRefused() throws GeneralSecurityException {
    add(laptop, aigerim, "Laptop");
    Passkeys.Begun begun = passkeys.beginSignIn(PARTY);
    String shown = laptop.get(begun.options(), ORIGIN, new byte[] {1, 2, 3});
    assertThat(passkeys.signIn(begun.id(), shown)).isEmpty();
  }

  @Test
  void rubbishIsNoPasskey() {
    for (String rubbish :
        List.of("", "null", "{}", "[]", "{\"id\":1}", "{\"response\":{}}", "\u0000")) {
      assertThat(passkeys.signIn(passkeys.beginSignIn(PARTY).id(), rubbish)).as(rubbish).isEmpty();
      assertThat(passkeys.add(passkeys.beginAdding(PARTY, aigerim).id(), aigerim, rubbish, "x"))
          .as(rubbish)
          .isFalse();
      assertThat(passkeys.signIn(rubbish, "{}")).isEmpty();
    }
  }

  @Test
  void browsersGivePasskeysOnlyToHttpsAndLocalhost() {
    URI site = URI.create("https://news.example");
    assertThat(RelyingParty.of(site, "news.example")).contains(PARTY);
    assertThat(RelyingParty.of(site, "NEWS.example")).contains(PARTY);
    assertThat(RelyingParty.of(site, "news.example:8080")).isEmpty();
    assertThat(RelyingParty.of(site, "evil.example")).isEmpty();
    assertThat(RelyingParty.of(site, null)).isEmpty();
    assertThat(RelyingParty.of(URI.create("http://news.example"), "news.example")).isEmpty();
    assertThat(RelyingParty.of(URI.create("https://192.0.2.1"), "192.0.2.1")).isEmpty();
    assertThat(RelyingParty.of(null, "127.0.0.1:8080")).isEmpty();
    assertThat(RelyingParty.of(null, "localhost.evil.example")).isEmpty();
    assertThat(RelyingParty.of(site, "localhost:8080"))
        .contains(new RelyingParty("localhost", "http://localhost:8080"));
    assertThat(RelyingParty.of(URI.create("https://news.example:8443"), "news.example:8443"))
        .contains(new RelyingParty("news.example", "https://news.example:8443"));
  }

  private boolean add(SoftAuthenticator device, long staff, String label) {
    Passkeys.Begun begun = passkeys.beginAdding(PARTY, staff);
    return passkeys.add(begun.id(), staff, device.create(begun.options(), ORIGIN), label);
  }

  private java.util.OptionalLong signIn(SoftAuthenticator device) throws GeneralSecurityException {
    Passkeys.Begun begun = passkeys.beginSignIn(PARTY);
    return passkeys.signIn(begun.id(), device.get(begun.options(), ORIGIN));
  }
}
