package io.broadsheet.reader;

import io.broadsheet.rates.Board;
import io.broadsheet.reader.view.Moment;
import io.broadsheet.reader.view.RatesBoard;
import io.broadsheet.settings.Language;
import io.broadsheet.words.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns quotes into the board of every page, to the digit. */
final class RateViews {
  private static final String MINUS = "\u2212";

  private final House house;
  private final Supplier<Board> rates;
  private final InstantSource clock;

  RateViews(House house, Supplier<Board> rates, InstantSource clock) {
    this.house = house;
    this.rates = rates;
    this.clock = clock;
  }

  /** Returns a row a currency. */
  RatesBoard board(Language language) {
    House.Common common = house.in(language);
    Board board = rates.get();
    Instant now = clock.instant();
    List<Board.Headline> rows = board.headline();
    LocalDate newest = newest(rows.stream().map(Board.Headline::seen).toList(), common.dates());
    return new RatesBoard(
        common.words(),
        rows.isEmpty() ? null : common.dates().day(newest),
        rows.stream().map(row -> row(common, board, row, newest, now)).toList(),
        Routes.path(new Address.Rates(language)));
  }

  private static RatesBoard.Row row(
      House.Common common, Board board, Board.Headline row, LocalDate newest, Instant now) {
    boolean old = board.isOld(row.seen(), now);
    return new RatesBoard.Row(
        row.currency(),
        row.buy().toPlainString(),
        row.sell().toPlainString(),
        change(common.words(), row.change()),
        at(common, row.at(), row.seen(), newest, old),
        old);
  }

  /** Returns the day of the latest time, which times without a date belong to. */
  static LocalDate newest(List<Instant> times, Dates dates) {
    return times.stream().max(Comparator.naturalOrder()).map(dates::dayOf).orElse(LocalDate.EPOCH);
  }

  /**
   * Returns a quote's time; of one that was last seen on a later day, that day; and says of an old
   * one that it is of then.
   */
  static Moment at(House.Common common, Instant at, Instant seen, LocalDate newest, boolean old) {
    Dates dates = common.dates();
    LocalDate last = dates.dayOf(seen);
    Moment shown =
        dates.dayOf(at).equals(last) ? dates.timeOrDay(at, newest) : dates.day(last, newest);
    return old
        ? new Moment(shown.machine(), common.words().text("rates.asof", shown.shown()))
        : shown;
  }

  private static RatesBoard.@Nullable Change change(Words words, @Nullable BigDecimal change) {
    if (change == null) {
      return null;
    }
    String digits = change.abs().toPlainString();
    return switch (change.signum()) {
      case 1 -> new RatesBoard.Change("up", "▲", words.text("rates.up"), "+" + digits);
      case -1 -> new RatesBoard.Change("down", "▼", words.text("rates.down"), MINUS + digits);
      default -> new RatesBoard.Change("same", "", words.text("rates.same"), digits);
    };
  }
}
