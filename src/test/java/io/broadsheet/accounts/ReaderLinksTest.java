package io.broadsheet.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
class ReaderLinksTest {
  private static final EmailAddress BERIK = new EmailAddress("berik@example.kz");

  private final TestDatabase opened;
  private final ReaderLinks links;
  private Instant now = Instant.parse("2026-11-23T09:00:00Z");

  ReaderLinksTest(Dialect dialect) {
    opened = TestDatabase.open(dialect);
    links =
        new ReaderLinks(
            opened.database(),
            new ReaderAccounts(opened.database(), () -> now),
            SignInThrottle.ofLetters(() -> now),
            () -> now);
  }

  @AfterEach
  void close() {
    opened.close();
  }

  @Test
  void theFirstLinkAsksForANameAndTheNextKnowsIt() {
    String first = ask(1);
    assertThat(links.look(first).orElseThrow().account()).isEmpty();
    assertThat(links.use(first, " ")).isInstanceOf(ReaderLinks.Used.Nameless.class);
    ReaderLinks.Used.Opened opened = open(first, " Берік \u200B ");
    assertThat(opened.reader().name()).isEqualTo("Берік");
    assertThat(opened.back()).isEqualTo("/kk/");
    String second = ask(2);
    assertThat(links.look(second).orElseThrow().account()).contains(opened.reader());
    assertThat(open(second, "Somebody else").reader()).isEqualTo(opened.reader());
  }

  @Test
  void aLinkIsGoodOnceAndForAQuarterOfAnHour() {
    String used = ask(1);
    open(used, "Берік");
    assertThat(links.look(used)).isEmpty();
    assertThat(links.use(used, "Берік")).isEqualTo(new ReaderLinks.Used.Gone());
    String late = ask(1);
    now = now.plus(ReaderLinks.LASTS);
    assertThat(links.look(late)).isEmpty();
    assertThat(links.use(late, "Берік")).isEqualTo(new ReaderLinks.Used.Gone());
    for (String rubbish : List.of("", "x", "x".repeat(43), "\0".repeat(43))) {
      assertThat(links.use(rubbish, "Берік")).isEqualTo(new ReaderLinks.Used.Gone());
    }
  }

  @Test
  void ofManyWhoUseOneLinkAtOnceOneIsSignedIn() throws Exception {
    String link = ask(1);
    try (ExecutorService many = Executors.newFixedThreadPool(8)) {
      Callable<ReaderLinks.Used> use = () -> links.use(link, "Берік");
      long opened = 0;
      for (Future<ReaderLinks.Used> one :
          many.invokeAll(Stream.generate(() -> use).limit(8).toList())) {
        opened += one.get() instanceof ReaderLinks.Used.Opened ? 1 : 0;
      }
      assertThat(opened).isEqualTo(1);
    }
  }

  @Test
  void firstSignInsByTwoLinksAtOnceMakeOneAccount() throws Exception {
    List<Callable<ReaderLinks.Used>> uses =
        Stream.of(ask(1), ask(2))
            .map(link -> (Callable<ReaderLinks.Used>) () -> links.use(link, "Берік"))
            .toList();
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      Set<Long> accounts = new HashSet<>();
      for (Future<ReaderLinks.Used> one : two.invokeAll(uses)) {
        accounts.add(((ReaderLinks.Used.Opened) one.get()).reader().id());
      }
      assertThat(accounts).hasSize(1);
    }
  }

  @Test
  void lettersDoNotPourIntoAMailboxFromWhereverTheyAreAskedFor() {
    assertThat(letters(i -> BERIK, i -> (long) i << 24)).isBetween(2L, 12L);
  }

  @Test
  void oneNetworkDoesNotWriteToEverybody() {
    assertThat(letters(i -> new EmailAddress("reader" + i + "@example.kz"), i -> 7))
        .isBetween(20L, 50L);
  }

  /** Asks every second for an hour. */
  private long letters(IntFunction<EmailAddress> address, IntToLongFunction network) {
    long made = 0;
    for (int i = 0; i < 3_600; i++) {
      now = now.plus(Duration.ofSeconds(1));
      made += isMade(address.apply(i), network.applyAsLong(i)) ? 1 : 0;
    }
    return made;
  }

  private boolean isMade(EmailAddress address, long network) {
    return links.ask(address, network, "") instanceof ReaderLinks.Asked.Made;
  }

  private String ask(long network) {
    return ((ReaderLinks.Asked.Made) links.ask(BERIK, network << 24, "/kk/")).secret();
  }

  private ReaderLinks.Used.Opened open(String secret, String name) {
    return (ReaderLinks.Used.Opened) links.use(secret, name);
  }
}
