package io.broadsheet.newsroom;

import io.broadsheet.newsroom.RateDeskViews.Faults;
import io.broadsheet.rates.Board;
import io.broadsheet.rates.Quote;
import io.broadsheet.rates.RateDesk;
import io.broadsheet.rates.RateHistory;
import io.broadsheet.rates.Rates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /newsroom/rates}: rates are entered, corrected and taken back. */
@RestController
@ConditionalOnWebApplication
final class RateDeskController {
  private static final String ONE = RateDeskViews.PATH + "/{series:[1-9][0-9]{0,17}}";

  private final Newsroom newsroom;
  private final RateDeskViews views;
  private final Rates rates;
  private final RateDesk desk;
  private final RateHistory history;
  private final DeskOutcomes<RateDesk.Change> outcomes;
  private final InstantSource clock;

  RateDeskController(
      Newsroom newsroom,
      RateDeskViews views,
      Rates rates,
      RateDesk desk,
      RateHistory history,
      DeskOutcomes<RateDesk.Change> rateOutcomes,
      InstantSource clock) {
    this.newsroom = newsroom;
    this.views = views;
    this.rates = rates;
    this.desk = desk;
    this.history = history;
    this.outcomes = rateOutcomes;
    this.clock = clock;
  }

  /** What was typed, and under which name its faults are shown. */
  private record Line(String name, RateForm.Read read) {}

  @GetMapping(RateDeskViews.PATH)
  ResponseEntity<String> desk(
      @RequestParam(defaultValue = "") String done,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    return newsroom.screen(
        response, "rates", views.desk(visit, RateForm.none(), Faults.NONE, done));
  }

  /** Takes the rows that were typed over, all or none. */
  @PostMapping(RateDeskViews.PATH)
  ResponseEntity<?> enter(
      @RequestParam Map<String, String> typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    RateForm form = new RateForm(typed);
    Instant now = clock.instant();
    List<Line> lines = new ArrayList<>();
    for (Board.Row row : rates.board().offices()) {
      form.row(row, now).ifPresent(read -> lines.add(new Line(Long.toString(row.series()), read)));
    }
    return take(newsroom.visit(request, response), form, lines, response);
  }

  /** Takes a rate of an office or currency that there was none of. */
  @PostMapping(RateDeskViews.PATH + "/new")
  ResponseEntity<?> add(
      @RequestParam Map<String, String> typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    RateForm form = new RateForm(typed);
    List<Line> lines =
        List.of(new Line(RateDeskViews.ADDED, form.added(rates.currency(), clock.instant())));
    return take(newsroom.visit(request, response), form, lines, response);
  }

  private ResponseEntity<?> take(
      Visit visit, RateForm form, List<Line> lines, HttpServletResponse response) {
    Texts texts = visit.texts();
    List<Quote> quotes = new ArrayList<>();
    Map<String, String> faults = new HashMap<>();
    for (Line line : lines) {
      switch (line.read()) {
        case RateForm.Read.Fine(Quote quote) -> quotes.add(quote);
        case RateForm.Read.Wrong(String key) -> faults.put(line.name(), texts.text(key));
      }
    }
    boolean doubtful = false;
    if (faults.isEmpty()) {
      List<RateDesk.Entered> entered =
          desk.enter(quotes, form.ticked("sure"), visit.member().name());
      for (int i = 0; i < entered.size(); i++) {
        switch (entered.get(i)) {
          case RateDesk.Entered.Doubtful(Quote before) -> {
            doubtful = true;
            faults.put(
                lines.get(i).name(),
                texts.text(
                    "rates.doubt", before.buy().toPlainString(), before.sell().toPlainString()));
          }
          case RateDesk.Entered.Refused(String reason) -> faults.put(lines.get(i).name(), reason);
          case RateDesk.Entered.Taken _, RateDesk.Entered.Unchanged _ -> {}
        }
      }
      if (faults.isEmpty()) {
        String what =
            entered.isEmpty()
                ? texts.text("rates.done.nothing")
                : texts.words().count("rates.done.enter", entered.size());
        return back(
            visit,
            RateDeskViews.PATH,
            what,
            entered.stream()
                .filter(RateDesk.Entered.Taken.class::isInstance)
                .map(taken -> ((RateDesk.Entered.Taken) taken).change())
                .toList());
      }
    }
    ResponseEntity<String> screen =
        newsroom.screen(
            response,
            "rates",
            views.desk(visit, form, new Faults(texts.text("rates.fault"), doubtful, faults), ""));
    return unfit(screen);
  }

  /** Puts back what was done a moment ago, unless somebody changed it since. */
  @PostMapping(RateDeskViews.PATH + "/undo")
  ResponseEntity<Void> undo(
      @RequestParam String done, HttpServletRequest request, HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    String by = visit.member().name();
    List<RateDesk.Change> changes =
        outcomes.take(done, by).map(DeskOutcomes.Outcome::done).orElse(List.of());
    boolean all = !changes.isEmpty();
    for (RateDesk.Change change : changes) {
      all &= desk.undo(change, by);
    }
    String what = all ? "rates.done.undo" : "rates.done.overtaken";
    return back(visit, RateDeskViews.PATH, visit.texts().text(what), List.of());
  }

  @GetMapping(ONE)
  ResponseEntity<String> rate(
      @PathVariable long series,
      @RequestParam(defaultValue = "") String done,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    return newsroom.screen(response, "rate", views.rate(visit, known(series), null, done));
  }

  /** Puts other prices in the place of those that were quoted at a time. */
  @PostMapping(ONE + "/correct")
  ResponseEntity<?> correct(
      @PathVariable long series,
      @RequestParam long at,
      @RequestParam String buy,
      @RequestParam(required = false) @Nullable String sell,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    Texts texts = visit.texts();
    RateHistory.Known known = known(series);
    if (history.quotes(known, Instant.EPOCH).stream()
        .noneMatch(quote -> quote.at().toEpochMilli() == at)) {
      throw StoriesController.nothing();
    }
    RateForm.Read read =
        RateForm.quote(known.series(), buy, sell == null ? buy : sell, Instant.ofEpochMilli(at));
    return switch (read) {
      case RateForm.Read.Wrong(String key) -> unfit(visit, known, texts.text(key), response);
      case RateForm.Read.Fine(Quote quote) ->
          switch (desk.enter(List.of(quote), true, visit.member().name()).getFirst()) {
            case RateDesk.Entered.Refused(String reason) -> unfit(visit, known, reason, response);
            case RateDesk.Entered.Taken taken ->
                back(
                    visit,
                    RateDeskViews.path(series),
                    texts.text("rates.done.correct"),
                    List.of(taken.change()));
            case RateDesk.Entered.Unchanged _, RateDesk.Entered.Doubtful _ ->
                back(
                    visit, RateDeskViews.path(series), texts.text("rates.done.nothing"), List.of());
          };
    };
  }

  /** Takes back what was quoted at a time. */
  @PostMapping(ONE + "/withdraw")
  ResponseEntity<Void> withdraw(
      @PathVariable long series,
      @RequestParam long at,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    Optional<Quote> withdrawn =
        desk.withdraw(series, Instant.ofEpochMilli(at), visit.member().name());
    String what = withdrawn.isPresent() ? "rates.done.withdraw" : "rates.done.nothing";
    return back(
        visit,
        RateDeskViews.path(known(series).id()),
        visit.texts().text(what),
        withdrawn.map(quote -> new RateDesk.Change(quote, null)).stream().toList());
  }

  private RateHistory.Known known(long series) {
    return history.series(series).orElseThrow(StoriesController::nothing);
  }

  private ResponseEntity<Void> back(
      Visit visit, String path, String what, List<RateDesk.Change> undo) {
    return StoriesController.to(path + "?done=" + tell(visit, what, undo));
  }

  private String tell(Visit visit, String what, List<RateDesk.Change> undo) {
    return outcomes.keep(new DeskOutcomes.Outcome<>(visit.member().name(), what, undo, List.of()));
  }

  private ResponseEntity<String> unfit(
      Visit visit, RateHistory.Known known, String fault, HttpServletResponse response) {
    return unfit(newsroom.screen(response, "rate", views.rate(visit, known, fault, "")));
  }

  private static ResponseEntity<String> unfit(ResponseEntity<String> screen) {
    return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
        .headers(screen.getHeaders())
        .body(screen.getBody());
  }
}
