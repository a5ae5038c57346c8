package io.broadsheet.newsroom;

import io.broadsheet.articles.Articles;
import io.broadsheet.articles.DeskChange;
import io.broadsheet.articles.DeskChanged;
import io.broadsheet.articles.DeskWork;
import io.broadsheet.articles.Edition;
import io.broadsheet.articles.Editions;
import io.broadsheet.articles.InvalidArticle;
import io.broadsheet.articles.State;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /newsroom/stories/bulk}: what is done with many stories of the desk at once. */
@RestController
@ConditionalOnWebApplication
final class DeskController {
  private static final int MOST = 200;
  private static final Pattern CHOSEN =
      Pattern.compile("([1-9]\\d{0,17})\\.(\\d{1,18})\\.(\\d{1,18})");

  private final Newsroom newsroom;
  private final Articles articles;
  private final Editions editions;
  private final DeskWork work;
  private final DeskOutcomes<DeskChanged.Undo> outcomes;

  DeskController(
      Newsroom newsroom,
      Articles articles,
      Editions editions,
      DeskWork work,
      DeskOutcomes<DeskChanged.Undo> outcomes) {
    this.newsroom = newsroom;
    this.articles = articles;
    this.editions = editions;
    this.work = work;
    this.outcomes = outcomes;
  }

  /** Returns what a screen hands in for a story that was chosen on it. */
  static String chosen(Edition.Mark mark) {
    return mark.article() + "." + mark.version() + "." + mark.draft();
  }

  /** The list from which stories were chosen, and to which one returns. */
  record From(
      @Nullable String list,
      @Nullable String edition,
      @Nullable String q,
      @Nullable String topic,
      @Nullable Boolean mine,
      @Nullable Integer page) {
    DeskFilter filter() {
      return DeskFilter.of(
              given(list),
              AudienceController.edition(edition),
              given(q),
              given(topic),
              Boolean.TRUE.equals(mine),
              page == null ? 1 : Math.max(1, page))
          .orElseThrow(StoriesController::nothing);
    }

    private static String given(@Nullable String parameter) {
      return Objects.requireNonNullElse(parameter, "");
    }
  }

  /** Does the same to each of the stories that were chosen, where the visitor may. */
  @PostMapping("/newsroom/stories/bulk")
  ResponseEntity<Void> change(
      @RequestParam String op,
      @RequestParam(defaultValue = "") List<String> story,
      @RequestParam(defaultValue = "") String add,
      @ModelAttribute From from,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    DeskOp wanted = DeskOp.of(op).orElseThrow(StoriesController::nothing);
    if (!visit.may(wanted.permission())) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, visit.texts().text("scope.refused"));
    }
    Texts texts = visit.texts();
    List<DeskChanged.Undo> done = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    if (story.size() > MOST || (wanted == DeskOp.TOPIC && add.isBlank())) {
      refused.add(texts.text(add.isBlank() ? "bulk.no.topic" : "bulk.no.many", MOST));
      story = List.of();
    }
    for (String one : story) {
      Edition.Mark seen = seen(one);
      for (Edition edition : editions.of(List.of(seen.article()))) {
        String reason = change(visit, wanted, seen, edition, add, done);
        if (!reason.isEmpty()) {
          String headline = WritingViews.titled(edition.draft().content().headline(), texts);
          refused.add(texts.text("bulk.refused", headline, texts.text("bulk.no." + reason)));
        }
      }
    }
    String what = texts.text("bulk.done." + wanted.code(), texts.number(done.size()));
    return back(from, new DeskOutcomes.Outcome<>(visit.member().name(), what, done, refused));
  }

  /** Returns the code of why it was not done; empty if it was. */
  private String change(
      Visit visit,
      DeskOp wanted,
      Edition.Mark seen,
      Edition edition,
      String add,
      List<DeskChanged.Undo> done) {
    if (!visit.covers(wanted.permission(), edition.draft().content())) {
      return "scope";
    }
    try {
      return switch (work.change(seen, change(wanted, edition, add), visit.member().name())) {
        case DeskChanged.Done(DeskChanged.Undo undo) -> {
          done.add(undo);
          yield "";
        }
        case DeskChanged.Overtaken() -> "overtaken";
        case DeskChanged.Unfit() -> "unfit";
        case DeskChanged.Missing() -> "missing";
      };
    } catch (InvalidArticle e) {
      return "invalid";
    }
  }

  private DeskChange change(DeskOp wanted, Edition edition, String add) {
    return switch (wanted) {
      case REVIEW -> new DeskChange.HandIn();
      case RETURN -> new DeskChange.GiveBack();
      case DISCARD -> new DeskChange.Discard();
      case UNSCHEDULE -> new DeskChange.Retract(State.SCHEDULED);
      case WITHDRAW -> new DeskChange.Retract(State.PUBLISHED);
      case TOPIC ->
          new DeskChange.AddTopic(
              StoryForm.topic(add, articles.topics(edition.article().language())));
    };
  }

  /** Takes back what was done to many stories, where nobody changed them since. */
  @PostMapping("/newsroom/stories/undo")
  ResponseEntity<Void> undo(
      @RequestParam String done,
      @ModelAttribute From from,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    Texts texts = visit.texts();
    String member = visit.member().name();
    List<String> refused = new ArrayList<>();
    int undone = 0;
    for (DeskChanged.Undo undo :
        outcomes.take(done, member).map(DeskOutcomes.Outcome::done).orElse(List.of())) {
      if (work.undo(undo, member)) {
        undone++;
        continue;
      }
      for (Edition edition : editions.of(List.of(undo.after().article()))) {
        String headline = WritingViews.titled(edition.draft().content().headline(), texts);
        refused.add(texts.text("bulk.refused", headline, texts.text("bulk.no.overtaken")));
      }
    }
    String what =
        undone == 0 && refused.isEmpty()
            ? texts.text("bulk.forgotten")
            : texts.text("bulk.undone", texts.number(undone));
    return back(from, new DeskOutcomes.Outcome<>(member, what, List.of(), refused));
  }

  private ResponseEntity<Void> back(From from, DeskOutcomes.Outcome<DeskChanged.Undo> outcome) {
    String path = from.filter().path();
    return StoriesController.to(
        path + (path.indexOf('?') < 0 ? "?" : "&") + "done=" + outcomes.keep(outcome));
  }

  private static Edition.Mark seen(String chosen) {
    Matcher numbers = CHOSEN.matcher(chosen);
    if (!numbers.matches()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "“" + chosen + "” is no story.");
    }
    return new Edition.Mark(
        Long.parseLong(numbers.group(1)),
        Long.parseLong(numbers.group(2)),
        Long.parseLong(numbers.group(3)));
  }
}
