package io.broadsheet.articles;

import org.jspecify.annotations.Nullable;

/**
 * Whose words a quotation is.
 *
 * @param attribution the name, with what the person is, up to 300 characters; null for none
 * @param link http or https, where the words can be read; null for none
 */
public record Attribution(@Nullable String attribution, @Nullable String link) {
  static final Attribution NONE = new Attribution(null, null);

  public Attribution {
    attribution = attribution == null || attribution.isBlank() ? null : attribution;
    link = link == null || link.isBlank() ? null : link;
    if (attribution != null) {
      Check.text("The attribution of a quotation", attribution, 300);
    }
    if (link != null) {
      Check.link(link);
      Check.that(
          link.regionMatches(true, 0, "http", 0, 4),
          "The link of a quotation leads to a page of the web, not to “" + link + "”.");
    }
  }
}
