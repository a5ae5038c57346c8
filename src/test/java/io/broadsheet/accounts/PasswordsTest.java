package io.broadsheet.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.TestFolders;
import io.broadsheet.audit.AuditLog;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

@ParameterizedClass
@EnumSource(Dialect.class)
class PasswordsTest {
  private static final String PASSWORD = "four green ferries";
  private static final long HERE = 0xc0000201L; // 192.0.2.1

  private final TestDatabase opened;
  private final Path folder = TestFolders.create();
  private final Passwords passwords;
  private final long aigerim;
  private final long berik;
  private Instant now = Instant.parse("2026-11-23T09:00:00Z");

  PasswordsTest(Dialect dialect) throws IOException {
    opened = TestDatabase.open(dialect);
    passwords =
        new Passwords(
            opened.database(), new AuditLog(opened.database(), () -> now), folder, () -> now);
    aigerim = TestStaff.add(opened.database(), "Aigerim");
    berik = TestStaff.add(opened.database(), "Berik");
  }

  @AfterEach
  void close() {
    opened.close();
  }

  @Test
  void nameAndPasswordAndCodeTogetherProveWhoItIs() {
    byte[] device = setUp(aigerim, "Aigerim");
    now = now.plusSeconds(30);
    assertThat(signIn("Aigerim", PASSWORD, code(device)))
        .isEqualTo(new PasswordSignIn.Proved(aigerim, PasswordSignIn.Code.DEVICE, 10));
    assertThat(passwords.since(aigerim)).contains(now.minusSeconds(30));
    assertThat(passwords.since(berik)).isEmpty();
  }

  @Test
  void anyOneOfThemWrongProvesNothing() {
    byte[] device = setUp(aigerim, "Aigerim");
    byte[] other = setUp(berik, "Berik");
    now = now.plusSeconds(30);
    for (String[] wrong :
        new String[][] {
          {"Aigerim", PASSWORD, ""},
          {"Aigerim", PASSWORD, code(other)},
          {"Aigerim", PASSWORD + ".", code(device)},
          {"Aigerim", "", code(device)},
          {"Nobody", PASSWORD, code(device)},
          {"", "", ""},
          {"Aige\u0000rim", PASSWORD, code(device)},
        }) {
      assertThat(signIn(wrong[0], wrong[1], wrong[2]))
          .as(String.join("/", wrong))
          .isEqualTo(new PasswordSignIn.Wrong());
    }
    assertThat(signIn("Aigerim", PASSWORD, code(device))).isInstanceOf(PasswordSignIn.Proved.class);
  }

  @Test
  void aCodeIsTakenOnceEvenOfManyRequestsAtOnce() {
    byte[] device = setUp(aigerim, "Aigerim");
    assertThat(signIn("Aigerim", PASSWORD, code(device)))
        .as("the code that confirmed the device")
        .isEqualTo(new PasswordSignIn.Wrong());
    now = now.plusSeconds(30);
    String code = code(device);
    assertThat(
            IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> signIn("Aigerim", PASSWORD, code))
                .filter(PasswordSignIn.Proved.class::isInstance))
        .hasSize(1);
  }

  @Test
  void codesOnPaperAreGoodOnceEach() {
    NewPassword.Set set = set(aigerim, "Aigerim");
    String paper = set.codes().getFirst();
    assertThat(signIn("Aigerim", PASSWORD, paper))
        .isEqualTo(new PasswordSignIn.Proved(aigerim, PasswordSignIn.Code.PAPER, 9));
    assertThat(signIn("Aigerim", PASSWORD, paper)).isEqualTo(new PasswordSignIn.Wrong());
    assertThat(passwords.codesLeft(aigerim)).isEqualTo(9);
    List<String> fresh = passwords.freshCodes(aigerim);
    assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(set.codes());
    assertThat(signIn("Aigerim", PASSWORD, set.codes().getLast()))
        .isEqualTo(new PasswordSignIn.Wrong());
    assertThat(passwords.freshCodes(berik)).isEmpty();
  }

  @Test
  void nothingCountsBeforeTheDeviceHasShownACode() {
    Passwords.Setup setup = passwords.setup("", aigerim, "Broadsheet", "Aigerim");
    byte[] device = new Base32().decode(setup.secret());
    assertThat(passwords.set(setup.id(), aigerim, "Aigerim", PASSWORD, "000000"))
        .isEqualTo(new NewPassword.WrongCode());
    assertThat(passwords.set(setup.id(), berik, "Berik", PASSWORD, code(device)))
        .as("another member's")
        .isEqualTo(new NewPassword.WrongCode());
    assertThat(passwords.set(setup.id(), aigerim, "Aigerim", "short", code(device)))
        .isEqualTo(new NewPassword.Unfit(PasswordFlaw.SHORT));
    assertThat(passwords.since(aigerim)).isEmpty();
    assertThat(passwords.setup(setup.id(), aigerim, "Broadsheet", "Aigerim")).isEqualTo(setup);
    now = now.plus(Duration.ofMinutes(11));
    assertThat(passwords.set(setup.id(), aigerim, "Aigerim", PASSWORD, code(device)))
        .as("too late")
        .isEqualTo(new NewPassword.WrongCode());
  }

  @Test
  void settingAPasswordAnewEndsTheOldOneWithItsDeviceAndCodes() {
    NewPassword.Set old = set(aigerim, "Aigerim");
    now = now.plusSeconds(60);
    byte[] device = setUp(aigerim, "Aigerim");
    assertThat(signIn("Aigerim", PASSWORD, old.codes().getFirst()))
        .isEqualTo(new PasswordSignIn.Wrong());
    now = now.plusSeconds(30);
    assertThat(signIn("Aigerim", PASSWORD, code(device))).isInstanceOf(PasswordSignIn.Proved.class);
  }

  @Test
  void aPasswordThatWasRemovedOpensNothing() {
    byte[] device = setUp(aigerim, "Aigerim");
    now = now.plusSeconds(30);
    assertThat(passwords.remove(aigerim)).isTrue();
    assertThat(passwords.remove(aigerim)).isFalse();
    assertThat(signIn("Aigerim", PASSWORD, code(device))).isEqualTo(new PasswordSignIn.Wrong());
    assertThat(passwords.codesLeft(aigerim)).isZero();
  }

  @Test
  void whoGuessesWaitsAndWhoWaitedGetsIn() {
    byte[] device = setUp(aigerim, "Aigerim");
    for (int i = 0; i < 5; i++) {
      signIn("Aigerim", PASSWORD, "000000");
    }
    now = now.plusMillis(400);
    assertThat(signIn("Aigerim", PASSWORD, code(device)))
        .isEqualTo(new PasswordSignIn.Wait(Duration.ofMillis(600)));
    now = now.plusSeconds(30);
    assertThat(signIn("Aigerim", PASSWORD, code(device))).isInstanceOf(PasswordSignIn.Proved.class);
  }

  @Test
  void aHashMadeInAWeakerWayIsMadeAnewAtSignIn() {
    byte[] device = setUp(aigerim, "Aigerim");
    String weak = "{argon2id}" + new Argon2PasswordEncoder(16, 32, 1, 4_096, 1).encode(PASSWORD);
    opened
        .database()
        .write(sql -> sql.sql("UPDATE staff_password SET hash = :h").param("h", weak).update());
    now = now.plusSeconds(30);
    assertThat(signIn("Aigerim", PASSWORD, code(device))).isInstanceOf(PasswordSignIn.Proved.class);
    assertThat(stored()).doesNotContain("m=4096").contains("m=19456,t=2,p=1");
    now = now.plusSeconds(30);
    assertThat(signIn("Aigerim", PASSWORD, code(device))).isInstanceOf(PasswordSignIn.Proved.class);
  }

  @Test
  void theDatabaseAloneHoldsNoSecret() {
    Passwords.Setup setup = passwords.setup("", aigerim, "Broadsheet", "Aigerim");
    byte[] device = new Base32().decode(setup.secret());
    NewPassword.Set set =
        (NewPassword.Set) passwords.set(setup.id(), aigerim, "Aigerim", PASSWORD, code(device));
    assertThat(stored())
        .doesNotContain(PASSWORD)
        .doesNotContain(setup.secret())
        .doesNotContain(java.util.Base64.getEncoder().encodeToString(device))
        .doesNotContain(set.codes());
    // With the key lost codes are wrong, and those on paper still work.
    Passwords elsewhere =
        new Passwords(
            opened.database(),
            new AuditLog(opened.database(), () -> now),
            folder.resolve("."),
            () -> now.plusSeconds(30));
    assertThat(elsewhere.signIn("Aigerim", PASSWORD, Totp.code(device, Totp.step(now) + 1), HERE))
        .as("after a restart")
        .isInstanceOf(PasswordSignIn.Proved.class);
  }

  private String stored() {
    return opened
        .database()
        .read(
            sql ->
                sql.sql("SELECT * FROM staff_password").query().listOfRows().toString()
                    + sql.sql("SELECT * FROM staff_totp").query().listOfRows()
                    + sql.sql("SELECT * FROM staff_backup_code").query().listOfRows());
  }

  private PasswordSignIn signIn(String name, String password, String code) {
    return passwords.signIn(name, password, code, HERE);
  }

  private byte[] setUp(long staff, String name) {
    Passwords.Setup setup = passwords.setup("", staff, "Broadsheet", name);
    byte[] device = new Base32().decode(setup.secret());
    assertThat(passwords.set(setup.id(), staff, name, PASSWORD, code(device)))
        .isInstanceOf(NewPassword.Set.class);
    return device;
  }

  private NewPassword.Set set(long staff, String name) {
    Passwords.Setup setup = passwords.setup("", staff, "Broadsheet", name);
    byte[] device = new Base32().decode(setup.secret());
    return (NewPassword.Set) passwords.set(setup.id(), staff, name, PASSWORD, code(device));
  }

  private String code(byte[] device) {
    return Totp.code(device, Totp.step(now));
  }
}
