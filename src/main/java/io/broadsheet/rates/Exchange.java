package io.broadsheet.rates;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Converts amounts by the rates of a board, from any currency to any other through the country's.
 *
 * @param now by which quotes are old, which are used only where there are no others
 */
public record Exchange(Board board, Instant now) {
  /** How many decimals an amount has after it was converted. */
  public static final int DECIMALS = 2;

  /** By which prices to convert. */
  public enum Basis {
    /** As at the best offices: they buy what is given, and sell what is wanted. */
    OFFICES,
    /** The most that an office pays. */
    BUY,
    /** The least that an office asks. */
    SELL,
    /** What the country's central bank sets. */
    OFFICIAL
  }

  /** What comes of it. */
  public sealed interface Outcome {
    /**
     * An amount in the other currency.
     *
     * @param amount rounded half up to {@link Exchange#DECIMALS} decimals
     * @param used the prices that it was converted by, of which the country's currency needs none
     */
    record Converted(BigDecimal amount, List<Used> used) implements Outcome {}

    /** Nobody prices a currency in the country's. */
    record NoRate(String currency) implements Outcome {}
  }

  /**
   * A price that was used.
   *
   * @param basis {@link Basis#BUY}, {@link Basis#SELL} or {@link Basis#OFFICIAL}
   * @param price for one unit, in the country's currency
   */
  public record Used(Basis basis, BigDecimal price, Board.Row row) {}

  /** Returns the country's currency and all that are priced in it, in the board's order. */
  public List<String> currencies() {
    Set<String> currencies = new LinkedHashSet<>();
    currencies.add(home());
    Stream.concat(board.offices().stream(), official())
        .forEach(row -> currencies.add(row.quote().currency()));
    return List.copyOf(currencies);
  }

  /** Converts an amount of more than 0. */
  public Outcome convert(BigDecimal amount, String from, String to, Basis basis) {
    if (from.equals(to)) {
      return new Outcome.Converted(amount.setScale(DECIMALS, RoundingMode.HALF_UP), List.of());
    }
    List<Used> used = new ArrayList<>();
    BigDecimal given = BigDecimal.ONE;
    BigDecimal wanted = BigDecimal.ONE;
    if (!from.equals(home())) {
      Optional<Used> price = price(from, basis == Basis.OFFICES ? Basis.BUY : basis);
      if (price.isEmpty()) {
        return new Outcome.NoRate(from);
      }
      used.add(price.get());
      given = price.get().price();
    }
    if (!to.equals(home())) {
      Optional<Used> price = price(to, basis == Basis.OFFICES ? Basis.SELL : basis);
      if (price.isEmpty()) {
        return new Outcome.NoRate(to);
      }
      used.add(price.get());
      wanted = price.get().price();
    }
    return new Outcome.Converted(
        amount.multiply(given).divide(wanted, DECIMALS, RoundingMode.HALF_UP), used);
  }

  private Optional<Used> price(String currency, Basis basis) {
    return switch (basis) {
      case OFFICIAL ->
          official()
              .filter(row -> row.quote().currency().equals(currency))
              .max(Comparator.comparing(row -> row.quote().at()))
              .map(row -> new Used(basis, row.quote().buy(), row));
      case SELL ->
          offices(currency).stream()
              .min(Comparator.comparing(row -> row.quote().sell()))
              .map(row -> new Used(basis, row.quote().sell(), row));
      case BUY, OFFICES ->
          offices(currency).stream()
              .max(Comparator.comparing(row -> row.quote().buy()))
              .map(row -> new Used(Basis.BUY, row.quote().buy(), row));
    };
  }

  private List<Board.Row> offices(String currency) {
    List<Board.Row> all =
        board.offices().stream().filter(row -> row.quote().currency().equals(currency)).toList();
    List<Board.Row> fresh = all.stream().filter(row -> !board.isOld(row.seen(), now)).toList();
    return fresh.isEmpty() ? all : fresh;
  }

  private Stream<Board.Row> official() {
    return board.official().stream()
        .filter(row -> row.quote().series().priceCurrency().equals(home()));
  }

  private String home() {
    return board.settings().currency();
  }
}
