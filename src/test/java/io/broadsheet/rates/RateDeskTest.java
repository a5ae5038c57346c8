package io.broadsheet.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.audit.AuditLog;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

@ParameterizedClass
@EnumSource(Dialect.class)
class RateDeskTest {
  private static final Instant NOON = Instant.parse("2026-11-24T07:00:00Z");
  private static final Series DOLLAR = new Series("USD", "KZT", "Алтын", "Тасоткель", false);
  private static final Series OTHER = new Series("USD", "KZT", "Мерей", null, false);
  private static final Series EURO = new Series("EUR", "KZT", null, null, false);

  private final TestDatabase opened;
  private final AuditLog audit;
  private final Rates rates;
  private final RateDesk desk;
  private final RateAlerts alerts;
  private Instant now = NOON;

  RateDeskTest(Dialect dialect) {
    opened = TestDatabase.open(dialect);
    audit = new AuditLog(opened.database(), () -> now);
    rates =
        new Rates(
            opened.database(),
            new Outbox(opened.database(), () -> now, JsonMapper.shared()),
            () -> now,
            ZoneId.of("Asia/Almaty"),
            TestDatabase.rates());
    desk = new RateDesk(opened.database(), rates, audit);
    alerts = new RateAlerts(opened.database(), rates, audit, () -> now);
  }

  @AfterEach
  void close() {
    opened.close();
  }

  @Test
  void whatIsEnteredHoldsAndIsWrittenDownWithWhatWasBefore() {
    assertThat(enter(quote(DOLLAR, "505", "509", NOON)))
        .containsExactly(new RateDesk.Entered.Taken(quote(DOLLAR, "505", "509", NOON), null));
    Instant later = NOON.plusSeconds(60);
    assertThat(enter(quote(DOLLAR, "505", "509", later)))
        .containsExactly(new RateDesk.Entered.Unchanged());
    assertThat(rates.board().rows().getFirst().seen()).isEqualTo(later);
    enter(quote(DOLLAR, "506.0", "510", later), quote(EURO, "590", "599", later));
    Quote corrected = quote(DOLLAR, "506.5", "510", later);
    assertThat(enter(corrected))
        .containsExactly(
            new RateDesk.Entered.Taken(corrected, quote(DOLLAR, "506.0", "510", later)));
    assertThat(board()).containsExactly("USD 506.5 510", "EUR 590 599");
    assertThat(log())
        .containsExactly(
            "Dana rates.correct rate USD, Алтын, Тасоткель:"
                + " 506.0 / 510 at 2026-11-24T07:01:00Z -> 506.5 / 510 at 2026-11-24T07:01:00Z",
            "Dana rates.enter rate EUR:  -> 590 / 599 at 2026-11-24T07:01:00Z",
            "Dana rates.enter rate USD, Алтын, Тасоткель:"
                + " 505 / 509 at 2026-11-24T07:00:00Z -> 506.0 / 510 at 2026-11-24T07:01:00Z",
            "Dana rates.enter rate USD, Алтын, Тасоткель:"
                + "  -> 505 / 509 at 2026-11-24T07:00:00Z");
  }

  @Test
  void aLargeStepIsTakenOnlyWhenItIsMeantAndThenAllOrNothing() {
    Quote before = quote(DOLLAR, "500", "510", NOON);
    enter(before);
    now = NOON.plusSeconds(60);
    List<Quote> quotes =
        List.of(quote(EURO, "590", "599", now), quote(DOLLAR, "550.1", "551", now));
    assertThat(desk.enter(quotes, false, "Dana"))
        .containsExactly(
            new RateDesk.Entered.Taken(quotes.getFirst(), null),
            new RateDesk.Entered.Doubtful(before));
    assertThat(board()).containsExactly("USD 500 510");
    assertThat(log()).hasSize(1);
    assertThat(enter(quote(DOLLAR, "550", "551", now)))
        .as("a tenth is not more than a tenth")
        .containsExactly(new RateDesk.Entered.Taken(quote(DOLLAR, "550", "551", now), null));
    assertThat(desk.enter(quotes, true, "Dana"))
        .hasOnlyElementsOfType(RateDesk.Entered.Taken.class);
    assertThat(board()).containsExactly("USD 550.1 551", "EUR 590 599");
    assertThat(enter(quote(DOLLAR, "550", "551", now.plus(Duration.ofDays(8)))).getFirst())
        .isInstanceOf(RateDesk.Entered.Refused.class);
  }

  @Test
  void whatWasWrongIsTakenBackAndTheOneBeforeHoldsAgain() {
    enter(quote(DOLLAR, "505", "509", NOON));
    Instant later = NOON.plusMillis(1);
    enter(quote(DOLLAR, "506", "510", later));
    long series = rates.board().rows().getFirst().series();
    assertThat(desk.withdraw(series, later.plusMillis(1), "Dana")).isEmpty();
    assertThat(desk.withdraw(series + 1, later, "Dana")).isEmpty();
    assertThat(desk.withdraw(series, later, "Dana")).contains(quote(DOLLAR, "506", "510", later));
    assertThat(desk.withdraw(series, later, "Dana")).isEmpty();
    assertThat(board()).containsExactly("USD 505 509");
    assertThat(log().getFirst())
        .isEqualTo(
            "Dana rates.withdraw rate USD, Алтын, Тасоткель:"
                + " 506 / 510 at 2026-11-24T07:00:00.001Z -> ");
  }

  @Test
  void whatWasDoneIsUndoneUnlessSomebodyElseChangedItMeanwhile() {
    enter(quote(DOLLAR, "505", "509", NOON));
    long series = rates.board().rows().getFirst().series();
    RateDesk.Change correction = change(quote(DOLLAR, "506", "510", NOON));
    assertThat(desk.undo(correction, "Dana")).isTrue();
    assertThat(board()).containsExactly("USD 505 509");
    assertThat(desk.undo(correction, "Dana")).isFalse();
    Instant later = NOON.plusSeconds(5);
    RateDesk.Change entry = change(quote(DOLLAR, "507", "511", later));
    RateDesk.Change second = change(quote(DOLLAR, "508", "511", later));
    assertThat(desk.undo(entry, "Dana")).isFalse();
    assertThat(desk.undo(second, "Dana")).isTrue();
    assertThat(desk.undo(entry, "Dana")).isTrue();
    assertThat(board()).containsExactly("USD 505 509");
    RateDesk.Change withdrawal =
        new RateDesk.Change(desk.withdraw(series, NOON, "Dana").orElseThrow(), null);
    assertThat(board()).isEmpty();
    assertThat(desk.undo(withdrawal, "Dana")).isTrue();
    assertThat(desk.undo(withdrawal, "Dana")).isFalse();
    assertThat(board()).containsExactly("USD 505 509");
    assertThat(log().getFirst())
        .isEqualTo(
            "Dana rates.undo rate USD, Алтын, Тасоткель:"
                + "  -> 505 / 509 at 2026-11-24T07:00:00Z");
  }

  private RateDesk.Change change(Quote quote) {
    return ((RateDesk.Entered.Taken) enter(quote).getFirst()).change();
  }

  @Test
  void aRuleTellsOfTheLargestMoveOnceWithinItsHours() {
    alerts.add(new RateRule(0, "USD", new BigDecimal("1"), 1), "Dana");
    enter(quote(DOLLAR, "500", "510", NOON), quote(OTHER, "500", "511", NOON));
    alerts.look();
    now = NOON.plus(Duration.ofHours(3));
    enter(quote(DOLLAR, "504.99", "510", now));
    alerts.look();
    assertThat(alerts.notes()).as("a little less than one per cent").isEmpty();
    enter(quote(DOLLAR, "505", "510", now.plusSeconds(1)), quote(OTHER, "506", "511", now));
    now = now.plusSeconds(2);
    alerts.look();
    assertThat(notes()).containsExactly("Мерей false 500 506 1.20");
    enter(quote(DOLLAR, "520", "521", now));
    alerts.look();
    assertThat(alerts.unread()).isEqualTo(1);
    now = now.plus(Duration.ofHours(1));
    alerts.look();
    assertThat(alerts.unread()).as("over an hour nothing moved").isEqualTo(1);
    enter(quote(DOLLAR, "511", "511", now));
    alerts.look();
    assertThat(notes()).containsExactly("Алтын true 521 511 -1.92", "Мерей false 500 506 1.20");
    assertThat(alerts.read(alerts.notes().getFirst().id(), "Dana")).isTrue();
    assertThat(alerts.read(alerts.notes().getFirst().id() + 1, "Dana")).isFalse();
    assertThat(notes()).containsExactly("Мерей false 500 506 1.20");
  }

  @Test
  void aRateThatWasAnnouncedIsToldOfWhenItComesIntoForce() {
    Series official = new Series("USD", "KZT", "National Bank of Kazakhstan", null, true);
    alerts.add(new RateRule(0, "USD", new BigDecimal("1"), 1), "Dana");
    rates.set(quote(official, "500", "500", NOON));
    Instant midnight = Instant.parse("2026-11-24T19:00:00Z");
    rates.set(quote(official, "510", "510", midnight));
    now = midnight.minusMillis(1);
    alerts.look();
    assertThat(alerts.notes()).isEmpty();
    now = midnight;
    alerts.look();
    assertThat(alerts.unread()).isEqualTo(1);
  }

  @Test
  void twoServersTellOfAMoveOnce() throws InterruptedException {
    alerts.add(new RateRule(0, "USD", new BigDecimal("1"), 1), "Dana");
    enter(quote(DOLLAR, "500", "510", NOON));
    now = NOON.plusSeconds(60);
    enter(quote(DOLLAR, "520", "530", now));
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> servers =
        List.of(
            Thread.ofPlatform().unstarted(() -> lookAfter(start)),
            Thread.ofPlatform().unstarted(() -> lookAfter(start)));
    servers.forEach(Thread::start);
    start.countDown();
    for (Thread server : servers) {
      server.join();
    }
    assertThat(alerts.unread()).isEqualTo(1);
  }

  @Test
  void rulesAreAddedAndRemovedOnTheRecordAndMustMakeSense() {
    alerts.add(new RateRule(0, "USD", new BigDecimal("0.5"), 24), "Dana");
    RateRule rule = alerts.rules().getFirst();
    assertThat(rule.percent()).isEqualTo("0.5");
    assertThat(alerts.remove(rule.id(), "Dana")).isTrue();
    assertThat(alerts.remove(rule.id(), "Dana")).isFalse();
    assertThat(log())
        .containsExactly(
            "Dana rates.rule.remove USD 0.5 % within 24 h:  -> ",
            "Dana rates.rule USD 0.5 % within 24 h:  -> ");
    for (String percent : List.of("0", "-1", "0.001", "100.01")) {
      assertThatThrownBy(() -> new RateRule(0, "USD", new BigDecimal(percent), 1))
          .isInstanceOf(InvalidQuote.class);
    }
    assertThatThrownBy(() -> new RateRule(0, "usd", BigDecimal.ONE, 1))
        .isInstanceOf(InvalidQuote.class);
    assertThatThrownBy(() -> new RateRule(0, "USD", BigDecimal.ONE, 169))
        .isInstanceOf(InvalidQuote.class);
    for (int i = 0; i < 100; i++) {
      alerts.add(new RateRule(0, "USD", BigDecimal.ONE, 1), "Dana");
    }
    assertThatThrownBy(() -> alerts.add(new RateRule(0, "USD", BigDecimal.ONE, 1), "Dana"))
        .hasMessageContaining("100 rules");
  }

  private void lookAfter(CountDownLatch start) {
    try {
      start.await();
      alerts.look();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<RateDesk.Entered> enter(Quote... quotes) {
    return desk.enter(List.of(quotes), false, "Dana");
  }

  private List<String> board() {
    return rates.board().rows().stream()
        .map(row -> row.quote().currency() + " " + row.quote().buy() + " " + row.quote().sell())
        .toList();
  }

  private List<String> notes() {
    return alerts.notes().stream()
        .map(
            note ->
                String.join(
                    " ",
                    note.known().series().office(),
                    String.valueOf(note.sold()),
                    note.from().toPlainString(),
                    note.to().toPlainString(),
                    note.percent().toPlainString()))
        .toList();
  }

  private List<String> log() {
    return audit.latest(Long.MAX_VALUE, 100).stream()
        .map(
            entry ->
                entry.actor()
                    + " "
                    + entry.action()
                    + " "
                    + entry.subject()
                    + ": "
                    + entry.before()
                    + " -> "
                    + entry.after())
        .toList();
  }

  private static Quote quote(Series series, String buy, String sell, Instant at) {
    return new Quote(series, new BigDecimal(buy), new BigDecimal(sell), at);
  }
}
