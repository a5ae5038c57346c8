package io.broadsheet.newsroom;

import io.broadsheet.articles.Article;
import io.broadsheet.articles.Body;
import io.broadsheet.articles.Coverage;
import io.broadsheet.articles.CoverageEntry;
import io.broadsheet.articles.Draft;
import io.broadsheet.articles.State;
import io.broadsheet.newsroom.view.CoverageScreen;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Makes the screen on which a story is told as it happens. */
final class CoverageViews {
  private static final int ROWS = 50;

  private final Newsroom newsroom;
  private final Coverage coverage;
  private final JsonMapper json;

  CoverageViews(Newsroom newsroom, Coverage coverage, JsonMapper json) {
    this.newsroom = newsroom;
    this.coverage = coverage;
    this.json = json;
  }

  /** Returns where the screen of a story is. */
  static String address(long article) {
    return WritingViews.address(article) + "/live";
  }

  /** Returns an empty form. */
  CoverageScreen.Form blank() {
    return form(0, 0, "", Body.of(List.of()));
  }

  /** Returns the form in which an entry is written anew. */
  CoverageScreen.Form form(CoverageEntry entry) {
    return form(entry.id(), entry.changed().toEpochMilli(), entry.title(), entry.body());
  }

  CoverageScreen.Form form(long entry, long seen, String title, Body body) {
    // Without script the editor is an empty field, in which there shall be nothing to delete first.
    String text = body.content().isEmpty() ? "" : json.writeValueAsString(body);
    return new CoverageScreen.Form(entry, seen, title, text);
  }

  /**
   * Returns the screen.
   *
   * @param form what stands in the form
   * @param fault why that was not taken; empty for nothing
   * @param before the id of the entry below which to begin
   */
  CoverageScreen screen(
      Visit visit,
      Article article,
      Draft draft,
      CoverageScreen.Form form,
      String fault,
      long before) {
    Texts texts = visit.texts();
    List<CoverageEntry> found = coverage.all(article.id(), before, ROWS + 1);
    List<CoverageEntry> shown = found.subList(0, Math.min(ROWS, found.size()));
    String path = address(article.id());
    return new CoverageScreen(
        newsroom.shell(visit, Newsroom.Section.STORIES, texts.text("live.title"), "editor.js"),
        path,
        WritingViews.address(article.id()),
        article.language().code(),
        WritingViews.titled(draft.content().headline(), texts),
        article.state() == State.PUBLISHED ? article.path() : null,
        coverage.standing(article.id()).filter(Coverage.Standing::open).isPresent(),
        coverage.standing(article.id()).isPresent(),
        json.writeValueAsString(texts.words().within("editor.")),
        form,
        fault,
        shown.stream().map(entry -> row(entry, texts)).toList(),
        found.size() > ROWS ? path + "?before=" + shown.getLast().id() : null);
  }

  private static CoverageScreen.Row row(CoverageEntry entry, Texts texts) {
    return new CoverageScreen.Row(
        entry.id(),
        texts.second(entry.at()) + ", " + entry.by(),
        entry.title(),
        entry.body().html(),
        entry.changed().toEpochMilli(),
        entry.removed());
  }
}
