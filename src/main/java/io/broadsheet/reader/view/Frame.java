package io.broadsheet.reader.view;

import io.broadsheet.settings.Language;
import io.broadsheet.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds the content of a page.
 *
 * @param language the page's
 * @param words the interface's texts in it
 * @param site the portal's name
 * @param logo the path of the picture before the name; null for none
 * @param title of the page, without the portal's name; empty on the front page
 * @param description one sentence for those who have not opened it; may be empty
 * @param canonical its one address, absolute where the site's is known; null on pages that have
 *     none
 * @param alternates the same in other languages, with the language's code as name
 * @param languages leads to each language, with the language's own name
 * @param article what a story's page says to machines besides; null on other pages
 */
public record Frame(
    Language language,
    Words words,
    String site,
    @Nullable String logo,
    String title,
    String description,
    @Nullable String canonical,
    List<Link> alternates,
    List<LanguageLink> languages,
    @Nullable ArticleData article) {

  /** Leads to a page in another language. */
  public record LanguageLink(String path, String code, String name, boolean current) {}

  /**
   * A story for machines.
   *
   * @param image the absolute address of its lead picture; null for none
   * @param json a schema.org NewsArticle that cannot end its script element
   */
  public record ArticleData(@Nullable String image, String json) {}

  /** Returns whether search engines may list the page. */
  public boolean indexed() {
    return canonical != null;
  }

  /** Returns what stands in the title element. */
  public String fullTitle() {
    return title.isEmpty() ? words.text("front.title", site) : title + "\u00a0– " + site;
  }
}
