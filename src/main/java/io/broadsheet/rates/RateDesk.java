package io.broadsheet.rates;

import io.broadsheet.audit.AuditLog;
import io.broadsheet.audit.AuditLog.Deed;
import io.broadsheet.database.Database;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Quotes that the desk enters and corrects by hand; the audit log has who did, and what was before.
 *
 * <p>All calls block on the database.
 */
public final class RateDesk {
  /** Whoever types so large a step is asked whether it is meant: a tenth. */
  private static final BigDecimal LARGE = new BigDecimal("0.1");

  private final Database database;
  private final Rates rates;
  private final AuditLog audit;

  /** Opens the desk of this database. */
  public RateDesk(Database database, Rates rates, AuditLog audit) {
    this.database = database;
    this.rates = rates;
    this.audit = audit;
  }

  /** What became of a quote that was entered. */
  public sealed interface Entered {
    /**
     * It holds.
     *
     * @param replaced the quote of the same time that it corrects; null where there was none
     */
    record Taken(Quote quote, @Nullable Quote replaced) implements Entered {
      /** Returns what can be undone. */
      public Change change() {
        return new Change(replaced, quote);
      }
    }

    /** It says what the quote before it says, which is now known to have held until then. */
    record Unchanged() implements Entered {}

    /** It cannot be true; the reason is one sentence. */
    record Refused(String reason) implements Entered {}

    /** It is more than a tenth away from the quote before it, and nobody said that it is meant. */
    record Doubtful(Quote before) implements Entered {}
  }

  /**
   * What was done to one moment of a series.
   *
   * @param before the quote that it had; null for none
   * @param after the quote that it has; null for none
   */
  public record Change(@Nullable Quote before, @Nullable Quote after) {}

  /**
   * Takes quotes in, all or none: none if any is refused or doubtful.
   *
   * @param meant whether large steps are
   * @param by who enters them
   * @return what became of each, or would have
   */
  public List<Entered> enter(List<Quote> quotes, boolean meant, String by) {
    return database.write(
        sql -> {
          rates.serialize(sql);
          List<Entered> entered = quotes.stream().map(quote -> judge(sql, quote, meant)).toList();
          if (entered.stream()
              .allMatch(one -> one instanceof Entered.Taken || one instanceof Entered.Unchanged)) {
            List<@Nullable Quote> before = new ArrayList<>();
            quotes.forEach(quote -> before.add(until(sql, quote).orElse(null)));
            rates.setAll(sql, quotes);
            for (int i = 0; i < quotes.size(); i++) {
              if (entered.get(i) instanceof Entered.Taken(Quote quote, Quote replaced)) {
                note(
                    sql,
                    by,
                    replaced == null ? "rates.enter" : "rates.correct",
                    quote.series(),
                    before.get(i),
                    quote);
              }
            }
          }
          return entered;
        });
  }

  /**
   * Takes a quote back; the one before it holds again.
   *
   * @param by who wants that
   * @return the quote; empty if there is none of this time, or of so long ago that it is not known
   *     one by one
   */
  public Optional<Quote> withdraw(long series, Instant at, String by) {
    return database.write(
        sql -> {
          rates.serialize(sql);
          QuoteRows rows = new QuoteRows(sql);
          Optional<Quote> found =
              rows.known().stream()
                  .filter(known -> known.id() == series)
                  .findFirst()
                  .flatMap(
                      known ->
                          rows.until(series, at.toEpochMilli())
                              .map(entry -> entry.of(known.series())))
                  .filter(quote -> quote.at().equals(at));
          found.ifPresent(
              quote -> {
                rows.remove(series, at.toEpochMilli());
                rates.removed(sql, quote);
                note(sql, by, "rates.withdraw", quote.series(), quote, null);
              });
          return found;
        });
  }

  /** Puts a moment back as it was; returns false if somebody changed it meanwhile. */
  public boolean undo(Change change, String by) {
    Quote either =
        Objects.requireNonNull(change.after() == null ? change.before() : change.after());
    return database.write(
        sql -> {
          rates.serialize(sql);
          QuoteRows rows = new QuoteRows(sql);
          Optional<Long> series = rows.find(either.series());
          Quote now =
              until(sql, either).filter(quote -> quote.at().equals(either.at())).orElse(null);
          if (series.isEmpty() || !Objects.equals(now, change.after())) {
            return false;
          }
          if (change.before() == null) {
            rows.remove(series.get(), either.at().toEpochMilli());
            rates.removed(sql, either);
          } else {
            rates.setAll(sql, List.of(change.before()));
          }
          note(sql, by, "rates.undo", either.series(), change.after(), change.before());
          return true;
        });
  }

  private Entered judge(JdbcClient sql, Quote quote, boolean meant) {
    return switch (rates.preview(sql, quote)) {
      case Taking.Refused(String reason) -> new Entered.Refused(reason);
      case Taking.Unchanged() -> new Entered.Unchanged();
      case Taking.Taken() -> {
        Optional<Quote> before = until(sql, quote);
        if (!meant && before.filter(last -> isLarge(last, quote)).isPresent()) {
          yield new Entered.Doubtful(before.get());
        }
        yield new Entered.Taken(
            quote, before.filter(last -> last.at().equals(quote.at())).orElse(null));
      }
    };
  }

  private static Optional<Quote> until(JdbcClient sql, Quote quote) {
    QuoteRows rows = new QuoteRows(sql);
    return rows.find(quote.series())
        .flatMap(series -> rows.until(series, quote.at().toEpochMilli()))
        .map(entry -> entry.of(quote.series()));
  }

  private static boolean isLarge(Quote before, Quote quote) {
    return isLarge(before.buy(), quote.buy()) || isLarge(before.sell(), quote.sell());
  }

  private static boolean isLarge(BigDecimal before, BigDecimal price) {
    return price.subtract(before).abs().compareTo(before.multiply(LARGE)) > 0;
  }

  private void note(
      JdbcClient sql,
      String by,
      String action,
      Series series,
      @Nullable Quote before,
      @Nullable Quote after) {
    audit.note(sql, by, new Deed(action, "rate " + name(series), text(before), text(after)));
  }

  private static String name(Series series) {
    StringBuilder name = new StringBuilder(series.currency());
    if (series.office() != null) {
      name.append(", ").append(series.office());
    }
    if (series.city() != null) {
      name.append(", ").append(series.city());
    }
    return name.toString();
  }

  private static String text(@Nullable Quote quote) {
    return quote == null
        ? ""
        : quote.buy().toPlainString() + " / " + quote.sell().toPlainString() + " at " + quote.at();
  }
}
