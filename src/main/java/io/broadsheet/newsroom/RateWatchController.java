package io.broadsheet.newsroom;

import io.broadsheet.rates.InvalidQuote;
import io.broadsheet.rates.RateAlerts;
import io.broadsheet.rates.RateDesk;
import io.broadsheet.rates.RateRule;
import io.broadsheet.rates.RateSources;
import io.broadsheet.rates.Rates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Below {@code /newsroom/rates}: sources are paused, and the desk says what it wants to know. */
@RestController
@ConditionalOnWebApplication
final class RateWatchController {
  private static final String ID = "/{id:[1-9][0-9]{0,17}}";

  private final Newsroom newsroom;
  private final RateDeskViews views;
  private final RateSources sources;
  private final RateAlerts alerts;
  private final Rates rates;
  private final DeskOutcomes<RateDesk.Change> outcomes;

  RateWatchController(
      Newsroom newsroom,
      RateDeskViews views,
      RateSources sources,
      RateAlerts alerts,
      Rates rates,
      DeskOutcomes<RateDesk.Change> rateOutcomes) {
    this.newsroom = newsroom;
    this.views = views;
    this.sources = sources;
    this.alerts = alerts;
    this.rates = rates;
    this.outcomes = rateOutcomes;
  }

  /**
   * Does something about a source.
   *
   * @param op {@code pause}, {@code resume} or {@code fetch}
   */
  @PostMapping(RateDeskViews.PATH + "/sources")
  ResponseEntity<Void> source(
      @RequestParam String name,
      @RequestParam String op,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    String by = visit.member().name();
    boolean done =
        switch (op) {
          case "pause" -> sources.pause(name, by);
          case "resume" -> sources.resume(name, by);
          case "fetch" -> sources.fetchNow(name, by);
          default -> throw StoriesController.nothing();
        };
    return back(visit, done ? "rates.done." + op : "rates.done.nothing");
  }

  @PostMapping(RateDeskViews.PATH + "/rules")
  ResponseEntity<Void> rule(
      @RequestParam String currency,
      @RequestParam String percent,
      @RequestParam int hours,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    try {
      BigDecimal moved = new BigDecimal(percent.strip().replace(',', '.'));
      String code = currency.strip().toUpperCase(Locale.ROOT);
      alerts.add(new RateRule(0, code, moved, hours), visit.member().name());
    } catch (InvalidQuote | NumberFormatException e) {
      return back(visit, "rates.bad.rule");
    }
    return back(visit, "rates.done.rule");
  }

  @PostMapping(RateDeskViews.PATH + "/rules" + ID + "/remove")
  ResponseEntity<Void> remove(
      @PathVariable long id, HttpServletRequest request, HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    boolean removed = alerts.remove(id, visit.member().name());
    return back(visit, removed ? "rates.done.rule.remove" : "rates.done.nothing");
  }

  /** Marks a note as read. */
  @PostMapping(RateDeskViews.PATH + "/notes" + ID + "/read")
  ResponseEntity<Void> read(
      @PathVariable long id, HttpServletRequest request, HttpServletResponse response) {
    alerts.read(id, newsroom.visit(request, response).member().name());
    return StoriesController.to(RateDeskViews.PATH);
  }

  /** A rate that a story can show. */
  record Choice(long id, String name) {}

  /** Those that a story can show, official ones first, and each in the order of the board. */
  record Choices(List<Choice> series) {}

  @GetMapping("/newsroom/stories/rates")
  ResponseEntity<Choices> choices(HttpServletRequest request, HttpServletResponse response) {
    Texts texts = newsroom.visit(request, response).texts();
    List<Choice> choices =
        rates.board().rows().stream()
            .sorted(Comparator.comparing(row -> !row.quote().official()))
            .map(row -> new Choice(row.series(), views.name(row.quote().series(), texts)))
            .toList();
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Choices(choices));
  }

  private ResponseEntity<Void> back(Visit visit, String key) {
    String done =
        outcomes.keep(
            new DeskOutcomes.Outcome<>(
                visit.member().name(), visit.texts().text(key), List.of(), List.of()));
    return StoriesController.to(RateDeskViews.PATH + "?done=" + done);
  }
}
