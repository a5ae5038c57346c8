package io.broadsheet.reader;

import io.broadsheet.rates.Board;
import io.broadsheet.rates.Exchange;
import io.broadsheet.rates.Quote;
import io.broadsheet.reader.view.Converter;
import io.broadsheet.words.Words;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers what an amount of one currency is in another. */
final class ConverterViews {
  private static final Pattern SPACES = Pattern.compile("[ \u00a0\u202f\u2009]");
  private static final Pattern AMOUNT = Pattern.compile("[0-9]+([.,][0-9]{1,2})?");
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");
  private static final BigDecimal MOST = new BigDecimal("1000000000000");

  /** Of what is typed; the longest that could be an amount is shorter. */
  private static final int LONGEST = 60;

  private final House.Common common;
  private final Words words;
  private final Board board;
  private final Exchange exchange;
  private final Instant now;

  /**
   * What a reader asks; anything may be in it.
   *
   * @param rate the name of a {@link Exchange.Basis}
   */
  record Question(String amount, String from, String to, String rate) {}

  ConverterViews(House.Common common, Board board, Instant now) {
    this.common = common;
    this.words = common.words();
    this.board = board;
    this.exchange = new Exchange(board, now);
    this.now = now;
  }

  /**
   * Returns the form, filled with a question and its answer.
   *
   * @param question null for none yet
   */
  Converter of(Address.Rates address, @Nullable Question question) {
    List<String> currencies = exchange.currencies();
    String home = currencies.getFirst();
    String other = currencies.size() > 1 ? currencies.get(1) : home;
    Question asked = question == null ? new Question("100", other, home, "") : question;
    return new Converter(
        Routes.path(new Address.Rates(address.language())) + "#answer",
        address.city(),
        shown(asked.amount()),
        options(currencies, currencies.contains(asked.from()) ? asked.from() : other),
        options(currencies, currencies.contains(asked.to()) ? asked.to() : home),
        bases(basis(asked.rate()).orElse(Exchange.Basis.OFFICES)),
        question == null ? null : answer(currencies, question));
  }

  private Converter.Answer answer(List<String> currencies, Question question) {
    String text = SPACES.matcher(question.amount()).replaceAll("");
    if (text.length() > LONGEST || !AMOUNT.matcher(text).matches()) {
      boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9') && !text.isEmpty();
      return fault(digits ? "converter.toomuch" : "converter.nonsense");
    }
    BigDecimal amount = new BigDecimal(text.replace(',', '.'));
    if (amount.compareTo(MOST) > 0) {
      return fault("converter.toomuch");
    }
    if (amount.signum() == 0) {
      return fault("converter.nonsense");
    }
    Optional<Exchange.Basis> basis = basis(question.rate());
    if (basis.isEmpty()
        || !currencies.contains(question.from())
        || !currencies.contains(question.to())) {
      return fault("converter.choose");
    }
    return switch (exchange.convert(amount, question.from(), question.to(), basis.get())) {
      case Exchange.Outcome.NoRate(String currency) ->
          fault(
              basis.get() == Exchange.Basis.OFFICIAL
                  ? "converter.noofficial"
                  : "converter.nooffice",
              currency);
      case Exchange.Outcome.Converted converted -> answer(amount, question, converted);
    };
  }

  private Converter.Answer answer(
      BigDecimal amount, Question question, Exchange.Outcome.Converted converted) {
    String given =
        number(amount, amount.scale() > 0 ? "#,##0.00" : "#,##0") + "\u00a0" + question.from();
    String sentence =
        converted.amount().signum() == 0
            ? words.text("converter.tiny", given, number(new BigDecimal("0.01"), "0.00"))
                + "\u00a0"
                + question.to()
            : given + " = " + number(converted.amount(), "#,##0.00") + "\u00a0" + question.to();
    List<String> details =
        converted.used().stream().map(this::used).collect(Collectors.toCollection(ArrayList::new));
    if (!converted.used().isEmpty()) {
      details.add(words.text("converter.rounded"));
    }
    return new Converter.Answer(false, sentence, details);
  }

  /** Says which price was used, and whose. */
  private String used(Exchange.Used used) {
    Quote quote = used.row().quote();
    String price =
        "1\u00a0"
            + quote.currency()
            + " = "
            + used.price().toPlainString()
            + "\u00a0"
            + CurrencyNames.sign(quote.series().priceCurrency());
    Stream<String> whose =
        used.basis() == Exchange.Basis.OFFICIAL
            ? Stream.of(
                OfficialViews.name(quote, words),
                common.dates().day(quote.day(board.zone())).shown())
            : Stream.of(
                RatePageViews.office(quote, words),
                Optional.ofNullable(quote.city()).orElse(""),
                board.isOld(used.row().seen(), now)
                    ? words.text("rates.asof", common.dates().date(used.row().seen()))
                    : "");
    return words.text(
        "converter.used." + code(used.basis()),
        price,
        whose.filter(part -> !part.isEmpty()).collect(Collectors.joining(", ")));
  }

  private Converter.Answer fault(String key, Object... values) {
    return new Converter.Answer(true, words.text(key, values), List.of());
  }

  private List<Converter.Option> options(List<String> currencies, String chosen) {
    return currencies.stream()
        .map(
            code ->
                new Converter.Option(
                    code, code + "\u00a0– " + CurrencyNames.name(code, words), code.equals(chosen)))
        .toList();
  }

  private List<Converter.Option> bases(Exchange.Basis chosen) {
    return Arrays.stream(Exchange.Basis.values())
        .map(
            basis ->
                new Converter.Option(
                    code(basis), words.text("converter.rate." + code(basis)), basis == chosen))
        .toList();
  }

  /** Returns which rate a reader chose; that of offices where nothing says it. */
  private static Optional<Exchange.Basis> basis(String name) {
    return name.isEmpty()
        ? Optional.of(Exchange.Basis.OFFICES)
        : Arrays.stream(Exchange.Basis.values())
            .filter(basis -> code(basis).equals(name))
            .findFirst();
  }

  private static String code(Exchange.Basis basis) {
    return basis.name().toLowerCase(Locale.ROOT);
  }

  private String number(BigDecimal number, String pattern) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(words.language().locale()))
        .format(number);
  }

  /** Returns what was typed as a field can hold it. */
  private static String shown(String typed) {
    String plain = CONTROLS.matcher(typed).replaceAll("");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
  }
}
