package io.broadsheet.newsroom;

import io.broadsheet.articles.Articles;
import io.broadsheet.articles.FrontPage;
import io.broadsheet.articles.FrontPlace;
import io.broadsheet.articles.FrontSlot;
import io.broadsheet.articles.FrontSlots;
import io.broadsheet.articles.Teaser;
import io.broadsheet.newsroom.view.FrontDesk;
import io.broadsheet.newsroom.view.Link;
import io.broadsheet.settings.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The screen on which front pages are arranged, as its template shows it. */
final class FrontDeskViews {
  /** Where it is. */
  static final String PATH = Newsroom.PATH + "front";

  private static final int SEARCHED = 300;
  private static final int CANDIDATES = 20;

  private final Newsroom newsroom;
  private final Articles articles;
  private final FrontSlots front;

  FrontDeskViews(Newsroom newsroom, Articles articles, FrontSlots front) {
    this.newsroom = newsroom;
    this.articles = articles;
    this.front = front;
  }

  /**
   * What is to be said of an arrangement that was handed in.
   *
   * @param refused why it cannot be stored; null if nothing is wrong
   * @param overtaken the word for what somebody else stored meanwhile; null if nobody did
   */
  record Verdict(@Nullable String refused, @Nullable String overtaken) {
    /** Nothing. */
    static final Verdict NONE = new Verdict(null, null);
  }

  /** Returns the path of the screen for a language. */
  static String address(Language language) {
    return PATH + "?edition=" + language.code();
  }

  /** Returns the screen with an arrangement. */
  FrontDesk desk(Visit visit, Language language, FrontForm form, Verdict verdict) {
    Texts texts = visit.texts();
    FrontPage stored = front.open(language);
    boolean changed = !form.lines().equals(FrontForm.of(stored, texts).lines());
    return new FrontDesk(
        newsroom.shell(visit, Newsroom.Section.FRONT, texts.text("front.title"), "front.js"),
        address(language),
        newsroom.site().languages().stream()
            .map(
                one ->
                    new Link(
                        address(one), texts.text("edition." + one.code()), one.equals(language)))
            .toList(),
        language.code(),
        "/" + language.code() + "/",
        form.version(),
        changed ? texts.text("front.unsaved") : saved(stored, texts),
        changed,
        verdict.refused(),
        verdict.overtaken() == null ? null : overtaken(stored, verdict.overtaken(), texts),
        slots(language, form, texts),
        form.asked(),
        candidates(language, form, texts),
        texts.text("export.zone", texts.zoneName()));
  }

  private static String saved(FrontPage stored, Texts texts) {
    if (stored.version() == 0) {
      return texts.text("front.never");
    }
    return stored.by().isEmpty()
        ? texts.text("front.saved", texts.full(stored.at()))
        : texts.text("front.saved.by", texts.full(stored.at()), stored.by());
  }

  private FrontDesk.Overtaken overtaken(FrontPage theirs, String word, Texts texts) {
    String by = theirs.by().isEmpty() ? texts.text("edit.somebody") : theirs.by();
    return new FrontDesk.Overtaken(
        texts.text(word, by, texts.clock(theirs.at())),
        front.places(theirs.language(), theirs.slots()).stream()
            .map(place -> place.teaser().headline())
            .toList());
  }

  private List<FrontDesk.Slot> slots(Language language, FrontForm form, Texts texts) {
    List<FrontSlot> wanted =
        form.lines().stream()
            .map(
                line -> line.slot(texts).orElseGet(() -> new FrontSlot(line.article(), null, null)))
            .toList();
    Map<Long, FrontPlace> places = new HashMap<>();
    front.places(language, wanted).forEach(place -> places.put(place.teaser().id(), place));
    List<FrontDesk.Slot> slots = new ArrayList<>();
    for (FrontForm.Line line : form.lines()) {
      FrontPlace place = places.get(line.article());
      if (place != null) {
        slots.add(slot(line, place, texts));
      }
    }
    return slots;
  }

  private static FrontDesk.Slot slot(FrontForm.Line line, FrontPlace place, Texts texts) {
    boolean backwards = line.slot(texts).isEmpty();
    return new FrontDesk.Slot(
        line.article(),
        WritingViews.address(line.article()),
        place.teaser().headline(),
        picture(place.teaser()),
        line.from(),
        line.until(),
        backwards ? texts.text("front.times") : standing(place, texts),
        backwards || grave(place.standing()));
  }

  private static boolean grave(FrontPlace.Standing standing) {
    return switch (standing) {
      case SHOWN, WAITING -> false;
      case OVER, UNLISTED, CROWDED_OUT -> true;
    };
  }

  private static String standing(FrontPlace place, Texts texts) {
    String word = "front." + place.standing().name().toLowerCase(Locale.ROOT);
    return switch (place.standing()) {
      case WAITING -> texts.text(word, texts.full(Objects.requireNonNull(place.slot().from())));
      case CROWDED_OUT -> texts.text(word, FrontPage.SHOWN);
      case SHOWN, OVER, UNLISTED -> texts.text(word);
    };
  }

  private List<FrontDesk.Candidate> candidates(Language language, FrontForm form, Texts texts) {
    Set<Long> placed =
        form.lines().stream().map(FrontForm.Line::article).collect(Collectors.toSet());
    String asked = form.asked().toLowerCase(language.locale());
    return articles.latest(language, 0, SEARCHED).stream()
        .filter(story -> !placed.contains(story.id()))
        .filter(story -> story.headline().toLowerCase(language.locale()).contains(asked))
        .limit(CANDIDATES)
        .map(
            story ->
                new FrontDesk.Candidate(
                    story.id(), story.headline(), picture(story), texts.moment(story.published())))
        .toList();
  }

  private static @Nullable String picture(Teaser teaser) {
    return teaser.picture() == null
        ? null
        : teaser.picture().path(teaser.picture().renditions().getFirst());
  }
}
