package io.broadsheet.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.audit.AuditLog;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
class ReaderPasskeysTest {
  private static final String ORIGIN = "https://news.example";
  private static final RelyingParty PARTY = new RelyingParty("news.example", ORIGIN);

  private final TestDatabase opened;
  private final ReaderPasskeys passkeys;
  private final Passkeys ofStaff;
  private final SoftAuthenticator phone = new SoftAuthenticator();
  private Instant now = Instant.parse("2026-11-23T09:00:00Z");

  ReaderPasskeysTest(Dialect dialect) throws GeneralSecurityException {
    opened = TestDatabase.open(dialect);
    passkeys =
        new ReaderPasskeys(
            opened.database(),
            new ReaderAccounts(opened.database(), () -> now),
            () -> now,
            "Broadsheet");
    ofStaff =
        new Passkeys(
            opened.database(), new AuditLog(opened.database(), () -> now), () -> now, "Broadsheet");
  }

  @AfterEach
  void close() {
    opened.close();
  }

  @Test
  void aNewcomerMakesAPasskeyAndComesBackWithoutAName() throws GeneralSecurityException {
    OptionalLong made = make(phone, "Айгерім");
    assertThat(made).isPresent();
    OptionalLong other = make(new SoftAuthenticator(), "Айгерім");
    assertThat(other.getAsLong()).isNotEqualTo(made.getAsLong());
    assertThat(signIn(phone)).isEqualTo(made);
  }

  @Test
  void aReadersPasskeyOpensNothingInTheNewsroom() throws GeneralSecurityException {
    // A reader and a member of the same number, which is all that could be mistaken.
    long reader = make(phone, "Reader").getAsLong();
    assertThat(TestStaff.add(opened.database(), "Chief")).isEqualTo(reader);
    Passkeys.Begun begun = ofStaff.beginSignIn(PARTY);
    assertThat(ofStaff.signIn(begun.id(), phone.get(begun.options(), ORIGIN))).isEmpty();
    begun = passkeys.beginSignIn(PARTY);
    assertThat(ofStaff.signIn(begun.id(), phone.get(begun.options(), ORIGIN)))
        .as("begun at the readers' door")
        .isEmpty();
    begun = passkeys.beginMaking(PARTY, new DisplayName("Mallory"));
    assertThat(
            ofStaff.add(
                begun.id(), reader, new SoftAuthenticator().create(begun.options(), ORIGIN), "x"))
        .as("made at the readers' door")
        .isFalse();
    assertThat(ofStaff.of(reader)).isEmpty();
  }

  @Test
  void aMembersPasskeySignsInNoReader() throws GeneralSecurityException {
    long chief = TestStaff.add(opened.database(), "Chief");
    Passkeys.Begun begun = ofStaff.beginAdding(PARTY, chief);
    ofStaff.add(begun.id(), chief, phone.create(begun.options(), ORIGIN), "Phone");
    begun = passkeys.beginSignIn(PARTY);
    assertThat(passkeys.signIn(begun.id(), phone.get(begun.options(), ORIGIN))).isEmpty();
  }

  @Test
  void whatWasAskedIsAnsweredOnceAndInTime() throws GeneralSecurityException {
    Passkeys.Begun begun = passkeys.beginMaking(PARTY, new DisplayName("Reader"));
    String made = phone.create(begun.options(), ORIGIN);
    assertThat(passkeys.make(begun.id(), made)).isPresent();
    assertThat(passkeys.make(begun.id(), made)).as("again").isEmpty();
    Passkeys.Begun late = passkeys.beginMaking(PARTY, new DisplayName("Reader"));
    now = now.plus(Duration.ofMinutes(6));
    assertThat(passkeys.make(late.id(), new SoftAuthenticator().create(late.options(), ORIGIN)))
        .isEmpty();
  }

  @Test
  void whatIsNoPasskeyOfOursLeavesNoAccountBehind() throws GeneralSecurityException {
    Passkeys.Begun begun = passkeys.beginMaking(PARTY, new DisplayName("Reader"));
    String elsewhere = phone.create(begun.options(), "https://evil.example");
    assertThat(passkeys.make(begun.id(), elsewhere)).isEmpty();
    for (String rubbish : new String[] {"", "null", "{}", "[]"}) {
      begun = passkeys.beginMaking(PARTY, new DisplayName("Reader"));
      assertThat(passkeys.make(begun.id(), rubbish)).as(rubbish).isEmpty();
    }
    long accounts =
        opened
            .database()
            .read(sql -> sql.sql("SELECT count(*) FROM reader_account").query(Long.class).single());
    assertThat(accounts).isZero();
  }

  private OptionalLong make(SoftAuthenticator device, String name) {
    Passkeys.Begun begun = passkeys.beginMaking(PARTY, new DisplayName(name));
    return passkeys.make(begun.id(), device.create(begun.options(), ORIGIN));
  }

  private OptionalLong signIn(SoftAuthenticator device) throws GeneralSecurityException {
    Passkeys.Begun begun = passkeys.beginSignIn(PARTY);
    return passkeys.signIn(begun.id(), device.get(begun.options(), ORIGIN));
  }
}
