package io.broadsheet.newsroom;

import io.broadsheet.newsroom.view.Link;
import io.broadsheet.newsroom.view.RateScreen;
import io.broadsheet.newsroom.view.RatesScreen;
import io.broadsheet.newsroom.view.StoryDesk;
import io.broadsheet.rates.Board;
import io.broadsheet.rates.Quote;
import io.broadsheet.rates.RateAlerts;
import io.broadsheet.rates.RateDesk;
import io.broadsheet.rates.RateHistory;
import io.broadsheet.rates.RateNote;
import io.broadsheet.rates.RateRule;
import io.broadsheet.rates.RateSources;
import io.broadsheet.rates.Rates;
import io.broadsheet.rates.Series;
import io.broadsheet.rates.SourceHealth;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the screens of the rates desk. */
final class RateDeskViews {
  static final String PATH = "/newsroom/rates";

  private static final int QUOTES = 100;

  private static final Map<String, String> BANKS =
      Map.of(
          "National Bank of Kazakhstan", "rates.bank.kz",
          "Bank of Russia", "rates.bank.ru",
          "European Central Bank", "rates.bank.eu");

  private final Newsroom newsroom;
  private final Rates rates;
  private final RateHistory history;
  private final RateSources sources;
  private final RateAlerts alerts;
  private final DeskOutcomes<RateDesk.Change> outcomes;

  RateDeskViews(
      Newsroom newsroom,
      Rates rates,
      RateHistory history,
      RateSources sources,
      RateAlerts alerts,
      DeskOutcomes<RateDesk.Change> outcomes) {
    this.newsroom = newsroom;
    this.rates = rates;
    this.history = history;
    this.sources = sources;
    this.alerts = alerts;
    this.outcomes = outcomes;
  }

  /** What is to be corrected in a form that came in. */
  record Faults(@Nullable String sentence, boolean doubtful, Map<String, String> byRow) {
    static final Faults NONE = new Faults(null, false, Map.of());
  }

  /** The name under which {@link Faults} have what is wrong with a rate that is typed anew. */
  static final String ADDED = "added";

  RatesScreen desk(Visit visit, RateForm form, Faults faults, String done) {
    Texts texts = visit.texts();
    Board board = rates.board();
    return new RatesScreen(
        newsroom.shell(visit, Newsroom.Section.RATES, texts.text("rates.title")),
        visit.path(),
        outcome(visit, done),
        faults.sentence(),
        faults.doubtful(),
        alerts.notes().stream().map(note -> note(note, texts)).toList(),
        board.offices().stream().map(row -> row(row, form, faults, texts)).toList(),
        new RatesScreen.Added(
            form.text("currency", ""),
            form.text("office", ""),
            form.text("city", ""),
            form.text("buy", ""),
            form.text("sell", ""),
            Objects.requireNonNullElse(faults.byRow().get(ADDED), "")),
        board.official().stream().map(row -> official(row, texts)).toList(),
        sources.all().stream().map(source -> source(source, texts)).toList(),
        alerts.rules().stream().map(rule -> rule(rule, texts)).toList());
  }

  /** Returns what was quoted under a number that there is. */
  RateScreen rate(Visit visit, RateHistory.Known known, @Nullable String fault, String done) {
    Texts texts = visit.texts();
    String title = name(known.series(), texts);
    List<Quote> quotes = history.quotes(known, Instant.EPOCH);
    return new RateScreen(
        newsroom.shell(visit, Newsroom.Section.RATES, title),
        path(known.id()),
        title,
        outcome(visit, done),
        fault,
        known.series().official(),
        quotes.reversed().stream()
            .limit(QUOTES)
            .map(
                quote ->
                    new RateScreen.Row(
                        quote.at().toEpochMilli(),
                        texts.full(quote.at()),
                        quote.buy().toPlainString(),
                        quote.sell().toPlainString()))
            .toList());
  }

  static String path(long series) {
    return PATH + "/" + series;
  }

  /** Returns what is quoted and by whom. */
  String name(Series series, Texts texts) {
    String office = series.office() == null ? texts.text("rates.house") : series.office();
    String bank = BANKS.get(office);
    StringBuilder name = new StringBuilder(series.currency());
    if (!series.priceCurrency().equals(rates.currency())) {
      name.append('/').append(series.priceCurrency());
    }
    name.append(", ").append(bank == null ? office : texts.text(bank));
    return series.city() == null ? name.toString() : name.append(", ").append(series.city()) + "";
  }

  private StoryDesk.@Nullable Outcome outcome(Visit visit, String done) {
    return outcomes
        .find(done, visit.member().name())
        .map(
            outcome ->
                new StoryDesk.Outcome(
                    outcome.what(), outcome.refused(), outcome.done().isEmpty() ? null : done))
        .orElse(null);
  }

  private RatesScreen.Row row(Board.Row row, RateForm form, Faults faults, Texts texts) {
    Quote quote = row.quote();
    String suffix = "-" + row.series();
    return new RatesScreen.Row(
        row.series(),
        name(quote.series(), texts),
        form.text("was" + suffix, RateForm.was(quote)),
        form.text("buy" + suffix, quote.buy().toPlainString()),
        form.text("sell" + suffix, quote.sell().toPlainString()),
        form.ticked("still" + suffix),
        texts.moment(row.seen()),
        Objects.requireNonNullElse(faults.byRow().get(Long.toString(row.series())), ""));
  }

  private RatesScreen.Official official(Board.Row row, Texts texts) {
    Quote quote = row.quote();
    return new RatesScreen.Official(
        new Link(path(row.series()), name(quote.series(), texts), false),
        quote.buy().toPlainString(),
        texts.date(quote.at()));
  }

  private static RatesScreen.Source source(SourceHealth source, Texts texts) {
    List<String> facts = new ArrayList<>();
    Instant good = source.good();
    facts.add(
        good == null
            ? texts.text("rates.source.never")
            : texts.text("rates.source.good", texts.full(good)));
    if (source.failures() > 0) {
      facts.add(texts.words().count("rates.source.failures", source.failures()));
    }
    Instant pausedAt = source.pausedAt();
    if (pausedAt == null && source.tried() != null) {
      facts.add(texts.text("rates.source.next", texts.full(source.next())));
    }
    return new RatesScreen.Source(
        source.name(),
        source.url(),
        source.failures() == 0 && source.problem().isEmpty(),
        pausedAt == null
            ? null
            : texts.text(
                "rates.source.paused",
                Objects.requireNonNull(source.pausedBy()),
                texts.full(pausedAt)),
        facts,
        source.problem());
  }

  private RatesScreen.Item note(RateNote note, Texts texts) {
    BigDecimal percent = note.percent();
    String signed = (percent.signum() < 0 ? "−" : "+") + percent.abs().toPlainString();
    return new RatesScreen.Item(
        note.id(),
        texts.text(
            note.sold() ? "rates.note.sell" : "rates.note.buy",
            name(note.known().series(), texts),
            signed,
            note.hours(),
            note.from().toPlainString(),
            note.to().toPlainString()),
        texts.full(note.at()));
  }

  private static RatesScreen.Item rule(RateRule rule, Texts texts) {
    return new RatesScreen.Item(
        rule.id(),
        texts.text("rates.rule", rule.currency(), rule.percent().toPlainString(), rule.hours()),
        "");
  }
}
