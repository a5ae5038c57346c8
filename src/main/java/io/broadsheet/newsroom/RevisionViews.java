package io.broadsheet.newsroom;

import io.broadsheet.articles.Article;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Draft;
import io.broadsheet.articles.Revision;
import io.broadsheet.articles.TextDiff;
import io.broadsheet.articles.TextDiff.Piece;
import io.broadsheet.newsroom.view.RevisionScreen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the screen of what a story has said. */
final class RevisionViews {
  private static final int MOST = 200;

  private final Newsroom newsroom;
  private final Articles articles;

  RevisionViews(Newsroom newsroom, Articles articles) {
    this.newsroom = newsroom;
    this.articles = articles;
  }

  /** Returns the revision of this version, if it is among those that are shown. */
  Optional<Revision> find(long article, long version) {
    return articles.revisions(article, MOST).stream()
        .filter(one -> one.version() == version)
        .findFirst();
  }

  RevisionScreen screen(Visit visit, Article article, Draft draft) {
    Texts texts = visit.texts();
    List<Revision> all = articles.revisions(article.id(), MOST);
    List<RevisionScreen.Row> rows = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Revision one = all.get(i);
      Revision older = i + 1 < all.size() ? all.get(i + 1) : null;
      List<List<Piece>> diff =
          older == null ? List.of() : TextDiff.of(older.content(), one.content());
      rows.add(
          new RevisionScreen.Row(
              one.version(),
              texts.text("revisions.number", texts.number(one.version())),
              one.since() == null ? texts.text("revisions.first") : texts.full(one.since()),
              i == 0,
              older == null
                  ? ""
                  : texts.text(
                      "revisions.compare",
                      texts.number(one.version()),
                      texts.number(older.version())),
              TextDiff.differs(diff) ? diff : List.of()));
    }
    return new RevisionScreen(
        newsroom.shell(visit, Newsroom.Section.STORIES, texts.text("revisions.title")),
        visit.path(),
        WritingViews.address(article.id()),
        article.language().code(),
        draft.content().headline(),
        draft.mark().version(),
        draft.mark().basedOn(),
        rows);
  }
}
