package io.broadsheet.transfer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.broadsheet.articles.Article;
import io.broadsheet.articles.Articles;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds articles by what files call them: the URI that they came with, or their id here. */
final class ArticleNames {
  /** Stands for an article that a dry run has not taken in, but would have. */
  static final long EXPECTED = 0;

  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");
  private static final int REMEMBERED = 100_000;

  private final Articles articles;
  private final Set<String> expected;
  private final Cache<String, Long> known =
      Caffeine.newBuilder().maximumSize(REMEMBERED).executor(Runnable::run).build();

  /**
   * Looks among these articles.
   *
   * @param expected URIs of articles that a dry run would have taken in
   */
  ArticleNames(Articles articles, Set<String> expected) {
    this.articles = articles;
    this.expected = expected;
  }

  /**
   * Returns the id of an article, or {@link #EXPECTED}.
   *
   * @throws Unfit if there is none of this name
   */
  long id(String name) {
    Long remembered = known.getIfPresent(name);
    if (remembered != null) {
      return remembered;
    }
    Optional<Long> found = find(name);
    found.ifPresent(id -> known.put(name, id));
    if (found.isEmpty() && !expected.contains(name)) {
      throw new Unfit(
          "There is no article “" + Fields.shortened(name) + "”: import the stories first.");
    }
    return found.orElse(EXPECTED);
  }

  private Optional<Long> find(String name) {
    // No URI holds this, and PostgreSQL takes no question that does.
    Optional<Long> byUri = name.indexOf('\0') < 0 ? articles.idOf(name) : Optional.empty();
    return byUri.or(
        () ->
            ID.matcher(name).matches()
                ? articles.get(Long.parseLong(name)).map(Article::id)
                : Optional.empty());
  }
}
