package io.broadsheet.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
class ApiKeysTest {
  private final TestDatabase opened;
  private final ApiKeys keys;
  private Instant now = Instant.parse("2026-11-20T07:00:00Z");

  ApiKeysTest(Dialect dialect) {
    opened = TestDatabase.open(dialect);
    keys = new ApiKeys(opened.database(), () -> now);
  }

  @AfterEach
  void close() {
    opened.close();
  }

  @Test
  void whoHasTheSecretHasTheKey() {
    NewKey.Made made = made("Archive import");
    assertThat(made.secret()).matches("bs_[A-Za-z0-9_-]{43}").startsWith(made.key().prefix());
    assertThat(keys.check(made.secret())).contains(made.key());
  }

  @Test
  void anythingElseIsNoKey() {
    String secret = made("desk").secret();
    char last = secret.charAt(secret.length() - 1);
    String other = secret.substring(0, secret.length() - 1) + (last == 'A' ? 'E' : 'A');
    for (String wrong :
        List.of(
            "",
            "desk",
            secret.substring(0, 20),
            secret + "A",
            other,
            secret.toUpperCase(java.util.Locale.ROOT),
            "bs_" + "A".repeat(43),
            "bs_" + "\u0000".repeat(43),
            "bs_" + "я".repeat(43),
            "x".repeat(1_000_000))) {
      assertThat(keys.check(wrong)).isEmpty();
    }
  }

  @Test
  void theDatabaseDoesNotHoldTheSecret() {
    String secret = made("desk").secret();
    String row =
        opened
            .database()
            .read(sql -> sql.sql("SELECT * FROM api_key").query().singleRow().toString());
    assertThat(row).doesNotContain(secret.substring(15));
  }

  @Test
  void aRevokedKeyOpensNothingAndItsNameIsFreeAgain() {
    String secret = made("desk").secret();
    assertThat(keys.revoke("desk")).isTrue();
    assertThat(keys.revoke("desk")).isFalse();
    assertThat(keys.check(secret)).isEmpty();
    assertThat(keys.list()).isEmpty();
    assertThat(made("desk").secret()).isNotEqualTo(secret);
  }

  @Test
  void aNameIsGivenOnce() {
    NewKey.Made first = made("desk");
    assertThat(keys.add("desk"))
        .isInstanceOfSatisfying(
            NewKey.Refused.class, refused -> assertThat(refused.reason()).contains("“desk”"));
    assertThat(keys.check(first.secret())).isPresent();
  }

  @Test
  void namesThatNobodyCouldReadAreRefused() {
    for (String name : List.of("", " ", "-x", "a\u0000b", "a\nb", "x ", "😀", "a".repeat(101))) {
      assertThat(keys.add(name)).as(name).isInstanceOf(NewKey.Refused.class);
    }
    assertThat(keys.add("Редакция-2 (kk)")).isInstanceOf(NewKey.Refused.class);
    assertThat(keys.add("Редакция-2 kk")).isInstanceOf(NewKey.Made.class);
  }

  @Test
  void theListSaysWhenAKeyWasMadeAndLastUsed() {
    NewKey.Made first = made("first");
    now = now.plusSeconds(10);
    String second = made("second").secret();
    assertThat(keys.list()).extracting(ApiKey::name).containsExactly("first", "second");
    assertThat(keys.list()).extracting(ApiKey::used).containsOnlyNulls();
    keys.check(second);
    Instant used = now;
    now = now.plusSeconds(30);
    keys.check(second);
    assertThat(keys.list()).extracting(ApiKey::used).containsExactly(null, used);
    now = now.plusSeconds(31);
    keys.check(second);
    assertThat(keys.list()).extracting(ApiKey::used).containsExactly(null, now);
    assertThat(keys.list().getFirst()).isEqualTo(first.key());
  }

  private NewKey.Made made(String name) {
    return switch (keys.add(name)) {
      case NewKey.Made made -> made;
      case NewKey.Refused(String reason) -> throw new AssertionError(reason);
    };
  }
}
