package io.broadsheet.newsroom;

import io.broadsheet.accounts.Permission;
import io.broadsheet.articles.Article;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Content;
import io.broadsheet.articles.Draft;
import io.broadsheet.articles.Gap;
import io.broadsheet.articles.Picture;
import io.broadsheet.articles.PreviewLink;
import io.broadsheet.articles.Previews;
import io.broadsheet.articles.ReviewNote;
import io.broadsheet.articles.ReviewNotes;
import io.broadsheet.articles.Source;
import io.broadsheet.articles.State;
import io.broadsheet.articles.Topic;
import io.broadsheet.newsroom.view.Link;
import io.broadsheet.newsroom.view.StoryEdit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The screens on which stories are written, as their templates show them. */
final class WritingViews {
  /** Where the desk is. */
  static final String PATH = Newsroom.PATH + "stories";

  /** Stands after the path of a story's screen that tells of somebody else's saving. */
  static final String NEWER = "?newer";

  /** Until so long after its last change a story can be made breaking. */
  private static final Duration NEW = Duration.ofHours(12);

  private final Newsroom newsroom;
  private final Articles articles;
  private final Previews previews;
  private final ReviewNotes notes;
  private final EditionViews editions;
  private final JsonMapper json;
  private final InstantSource clock;

  WritingViews(
      Newsroom newsroom,
      Articles articles,
      Previews previews,
      ReviewNotes notes,
      EditionViews editions,
      JsonMapper json,
      InstantSource clock) {
    this.clock = clock;
    this.editions = editions;
    this.notes = notes;
    this.previews = previews;
    this.newsroom = newsroom;
    this.articles = articles;
    this.json = json;
  }

  /**
   * Returns the screen on which a story is written.
   *
   * @param question what is asked before it is published; null for nothing
   */
  StoryEdit edit(Visit visit, Article article, Draft draft, StoryEdit.@Nullable Question question) {
    return edit(visit, article, draft, question, null);
  }

  /**
   * Returns the screen on which a story is written.
   *
   * @param fresh the address of a preview that was made this very moment; null for none
   */
  StoryEdit edit(
      Visit visit,
      Article article,
      Draft draft,
      StoryEdit.@Nullable Question question,
      @Nullable String fresh) {
    Texts texts = visit.texts();
    Content content = draft.content();
    List<ReviewNote> said = notes.of(article.id());
    return new StoryEdit(
        newsroom.shell(
            visit,
            Newsroom.Section.STORIES,
            titled(content.headline(), texts),
            "pictures.js",
            "editor.js",
            "merge.js",
            "notes.js",
            "story.js",
            "presence.js"),
        address(article.id()),
        PATH,
        article.language().code(),
        about(article, draft, texts),
        draft.mark().version(),
        draft.mark().basedOn(),
        draft.mark().basedOn() != article.version(),
        visit.path().endsWith(NEWER),
        article.state() == State.PUBLISHED ? article.path() : null,
        Objects.requireNonNullElse(content.emoji(), ""),
        content.headline(),
        content.lede(),
        json.writeValueAsString(content.body()),
        json.writeValueAsString(texts.words().within("editor.")),
        String.join(", ", content.bylines()),
        content.topics().stream().map(Topic::name).collect(Collectors.joining(", ")),
        articles.topics(article.language()).stream().map(Topic::name).toList(),
        Objects.requireNonNullElse(content.place(), ""),
        content.pictures().stream().map(this::shot).toList(),
        content.sources().stream().map(WritingViews::source).toList(),
        Arrays.stream(Source.Kind.values()).map(kind -> kind(kind, texts)).toList(),
        gaps(content, texts),
        question,
        draft.stage().name().toLowerCase(Locale.ROOT),
        article.state().name().toLowerCase(Locale.ROOT),
        article.state() == State.SCHEDULED
            ? texts.at(article.published()).toLocalDateTime().toString()
            : "",
        texts.text("export.zone", texts.zoneName()),
        editions.of(article, texts),
        visit.may(Permission.REVIEW),
        draft.stage() == Draft.Stage.APPROVED
            ? texts.text("review.approved", draft.by(), texts.full(draft.at()))
            : "",
        said.stream().map(note -> note(note, texts)).toList(),
        said.stream().filter(note -> note.settledBy() == null).count(),
        visit.may(Permission.PUBLISH),
        previews.of(article.id()).stream().map(one -> preview(one, texts)).toList(),
        fresh,
        breaking(visit, article));
  }

  private static StoryEdit.Note note(ReviewNote note, Texts texts) {
    return new StoryEdit.Note(
        note.id(),
        note.passage(),
        note.text(),
        note.by() + ", " + texts.full(note.at()),
        note.settledBy() == null ? "" : texts.text("review.settled", note.settledBy()));
  }

  private static StoryEdit.Preview preview(PreviewLink link, Texts texts) {
    return new StoryEdit.Preview(
        link.name(), texts.text("preview.link", texts.full(link.expires()), link.by()));
  }

  /** Returns the choice of having a story above every page, where there is one. */
  private StoryEdit.@Nullable Breaking breaking(Visit visit, Article article) {
    Instant now = clock.instant();
    if (article.state() != State.PUBLISHED || !visit.may(Permission.LEAD)) {
      return null;
    }
    Instant until = article.breakingUntil();
    if (until != null && until.isAfter(now)) {
      Texts texts = visit.texts();
      return new StoryEdit.Breaking(texts.text("edit.breaking.until", texts.moment(until)));
    }
    return article.updated().plus(NEW).isAfter(now) ? new StoryEdit.Breaking("") : null;
  }

  /** Returns the path of the screen on which a story is written. */
  static String address(long article) {
    return PATH + "/" + article;
  }

  /** Returns what a story lacks, as sentences. */
  List<String> gaps(Content content, Texts texts) {
    return sentences(Gap.of(content).stream(), texts);
  }

  /** Returns what is asked about a story before it is published, as sentences. */
  List<String> questions(Content content, Texts texts) {
    return sentences(Gap.of(content).stream().filter(gap -> !gap.bars()), texts);
  }

  private static List<String> sentences(Stream<Gap> gaps, Texts texts) {
    return gaps.map(gap -> texts.text("gap." + gap.name().toLowerCase(Locale.ROOT))).toList();
  }

  /** Returns a headline, or what stands for one that is missing. */
  static String titled(String headline, Texts texts) {
    return headline.isBlank() ? texts.text("desk.untitled") : headline;
  }

  private static String about(Article article, Draft draft, Texts texts) {
    String about =
        texts.text("edition." + article.language().code())
            + " · "
            + state(article.state(), draft.stage(), texts);
    return switch (article.state()) {
      case PUBLISHED, SCHEDULED -> about + " · " + texts.full(article.published());
      case DRAFT, REVIEW, WITHDRAWN -> about;
    };
  }

  /** Says where a story is, and what is done to it beside. */
  static String state(State state, Draft.Stage stage, Texts texts) {
    String known = texts.text("state." + state.name().toLowerCase(Locale.ROOT));
    return switch (stage) {
      case NONE -> known;
      case WRITING -> state == State.DRAFT ? known : texts.text("state.changed", known);
      case REVIEW ->
          state == State.DRAFT
              ? texts.text("state.review")
              : texts.text("state.changed.review", known);
      case APPROVED ->
          state == State.DRAFT
              ? texts.text("state.approved")
              : texts.text("state.changed.approved", known);
    };
  }

  private StoryEdit.Shot shot(Picture picture) {
    return new StoryEdit.Shot(
        "/media/" + picture.hash() + "-" + picture.renditions().getFirst() + ".webp",
        json.writeValueAsString(picture),
        picture.alt(),
        picture.caption(),
        picture.credit());
  }

  private static StoryEdit.SourceRow source(Source source) {
    return new StoryEdit.SourceRow(
        source.name(),
        StoryForm.code(source.kind()),
        Objects.requireNonNullElse(source.link(), ""),
        source.date() == null ? "" : source.date().toString());
  }

  private static Link kind(Source.Kind kind, Texts texts) {
    String code = StoryForm.code(kind);
    return new Link(code, texts.text("source." + code), false);
  }
}
