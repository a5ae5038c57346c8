package io.broadsheet.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

@ParameterizedClass
@EnumSource(Dialect.class)
class ReadersTest {
  private static final ReaderProof MAIL =
      ReaderProof.of(EmailAddress.of("aigerim@example.kz").orElseThrow());
  private static final DisplayName AIGERIM = new DisplayName("Айгерім");

  private final TestDatabase opened;
  private final Outbox outbox;
  private final ReaderAccounts accounts;
  private final Queue<ReaderSignedIn> heard = new ConcurrentLinkedQueue<>();
  private final Queue<ReaderLeft> left = new ConcurrentLinkedQueue<>();
  private Instant now = Instant.parse("2026-11-23T09:00:00Z");
  private final Readers readers;

  ReadersTest(Dialect dialect) {
    opened = TestDatabase.open(dialect);
    outbox = new Outbox(opened.database(), () -> now, JsonMapper.shared());
    outbox.subscribe(ReaderSignedIn.class, heard::add);
    outbox.subscribe(ReaderLeft.class, left::add);
    outbox.start();
    accounts = new ReaderAccounts(opened.database(), () -> now);
    readers = readers();
  }

  @AfterEach
  void close() {
    outbox.stop();
    opened.close();
  }

  @Test
  void aReaderIsKnownAgainByTheSecretAlone() {
    Readers.Newcomer one = readers.begin();
    Readers.Newcomer other = readers.begin();
    assertThat(one.reader().id()).isNotEqualTo(other.reader().id());
    assertThat(readers().find(one.secret())).contains(one.reader());
    assertThat(one.reader().signedIn()).isFalse();
  }

  @Test
  void whatIsNoSecretIsNobody() {
    for (String beginning : new String[] {"", "s."}) {
      assertThat(readers.find(beginning)).isEmpty();
      assertThat(readers.find(beginning + "x".repeat(42))).isEmpty();
      assertThat(readers.find(beginning + "x".repeat(1_000_000))).isEmpty();
      assertThat(readers.find(beginning + "\0".repeat(43))).isEmpty();
    }
    assertThat(readers.find("s." + "x".repeat(43))).as("a session of nobody").isEmpty();
  }

  @Test
  void anAccountsNumberNeverMeetsAnAnonymousOne() {
    Reader account = accounts.ensure(MAIL, AIGERIM);
    assertThat(account.id()).isBetween(1L, 1_000L);
    for (int i = 0; i < 1_000; i++) {
      assertThat(readers.begin().reader().id()).isGreaterThanOrEqualTo(1L << 32);
    }
  }

  @Test
  void oneProofIsOneAccountWhateverNameIsSaidLater() {
    Reader first = accounts.ensure(MAIL, AIGERIM);
    assertThat(accounts.ensure(MAIL, new DisplayName("Somebody else"))).isEqualTo(first);
    assertThat(accounts.of(MAIL)).contains(first);
    ReaderProof elsewhere = ReaderProof.of("https://id.example", "aigerim@example.kz");
    assertThat(accounts.of(elsewhere)).isEmpty();
    assertThat(accounts.ensure(elsewhere, AIGERIM).id()).isNotEqualTo(first.id());
  }

  @Test
  void whoeverSignsInIsKnownEverywhereByTheAccount() {
    Reader account = accounts.ensure(MAIL, AIGERIM);
    String laptop = readers.signIn(account.id(), Optional.empty());
    String phone = readers.signIn(account.id(), Optional.empty());
    assertThat(laptop).isNotEqualTo(phone);
    assertThat(readers.find(laptop)).contains(new Reader(account.id(), true, "Айгерім"));
    assertThat(readers().find(phone)).contains(account);
  }

  @Test
  void theSecretThatABrowserHadBeforeIsNeverTheSessions() {
    Reader account = accounts.ensure(MAIL, AIGERIM);
    String planted = readers.begin().secret();
    String session = readers.signIn(account.id(), Optional.of(planted));
    assertThat(readers.find(planted).orElseThrow().signedIn()).isFalse();
    String again = readers.signIn(account.id(), Optional.of(session));
    assertThat(again).isNotEqualTo(session);
    assertThat(readers.find(session)).as("the session before").isEmpty();
    assertThat(readers.find(session.substring(2)).orElseThrow().signedIn()).isFalse();
  }

  @Test
  void signingOutEndsTheSessionAtOnceAndForGood() {
    Reader account = accounts.ensure(MAIL, AIGERIM);
    String secret = readers.signIn(account.id(), Optional.empty());
    assertThat(readers.find(secret)).isPresent();
    readers.signOut(secret);
    assertThat(readers.find(secret)).isEmpty();
    assertThat(readers().find(secret)).isEmpty();
    readers.signOut(secret);
    readers.signOut("rubbish");
  }

  @Test
  void aSessionEndsHalfAYearAfterItsLastUse() {
    Reader account = accounts.ensure(MAIL, AIGERIM);
    String secret = readers.signIn(account.id(), Optional.empty());
    now = now.plus(Duration.ofDays(179));
    assertThat(readers().find(secret)).contains(account);
    now = now.plus(Duration.ofDays(179));
    assertThat(readers().find(secret)).contains(account);
    now = now.plus(Duration.ofDays(180));
    assertThat(readers().find(secret)).isEmpty();
  }

  @Test
  void whatABrowserWroteBeforeItSignedInIsToldOnce() throws InterruptedException {
    Reader account = accounts.ensure(MAIL, AIGERIM);
    Readers.Newcomer anonymous = readers.begin();
    String session = readers.signIn(account.id(), Optional.of(anonymous.secret()));
    readers.signIn(account.id(), Optional.of(session));
    readers.signIn(account.id(), Optional.empty());
    readers.signIn(account.id(), Optional.of("rubbish"));
    outbox.flush();
    assertThat(heard).containsExactly(new ReaderSignedIn(anonymous.reader().id(), account.id()));
  }

  @Test
  void nothingOfADeletedAccountIsLeftAndTheSameProofMakesANewOne() throws InterruptedException {
    Reader account = accounts.ensure(MAIL, AIGERIM);
    Reader other = accounts.ensure(ReaderProof.of("https://id.example", "1"), AIGERIM);
    String laptop = readers.signIn(account.id(), Optional.empty());
    String phone = readers.signIn(account.id(), Optional.empty());
    String others = readers.signIn(other.id(), Optional.empty());
    assertThat(readers.find(phone)).contains(account);
    Readers.Newcomer next = readers.leave(account.id(), true);
    readers.leave(account.id(), false);
    for (String secret : new String[] {laptop, phone}) {
      assertThat(readers.find(secret)).as("at once").isEmpty();
      assertThat(readers().find(secret)).as("for good").isEmpty();
    }
    assertThat(readers.find(others)).contains(other);
    assertThat(accounts.of(MAIL)).isEmpty();
    for (String table : new String[] {"reader_proof", "reader_session", "reader_account"}) {
      assertThat(rows(table)).as(table).isEqualTo(1);
    }
    assertThat(accounts.ensure(MAIL, AIGERIM).id()).isGreaterThan(other.id());
    outbox.flush();
    assertThat(left)
        .as("told once")
        .containsExactly(new ReaderLeft(account.id(), next.reader().id(), true));
    assertThat(readers.find(next.secret())).contains(next.reader());
  }

  private long rows(String table) {
    return opened
        .database()
        .read(sql -> sql.sql("SELECT count(*) FROM " + table).query(Long.class).single());
  }

  private Readers readers() {
    return new Readers(new ReaderSessions(opened.database(), outbox, () -> now));
  }
}
