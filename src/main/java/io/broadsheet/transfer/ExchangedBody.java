package io.broadsheet.transfer;

import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Body;
import io.broadsheet.articles.HtmlBody;
import io.broadsheet.articles.Insets;
import io.broadsheet.settings.Language;
import io.broadsheet.settings.Site;
import java.util.Objects;

/**
 * Bodies as other programs get them, in HTML with whole addresses, and as they come back.
 *
 * <p>HTML has no word for some blocks: a picture in the text comes back as its caption, a link to a
 * story or a chart as a paragraph. A body that comes back as it was given out is therefore left as
 * it is.
 */
final class ExchangedBody {
  private final String origin;
  private final Articles articles;

  ExchangedBody(Site site, Articles articles) {
    this.origin = Objects.toString(site.url(), "");
    this.articles = articles;
  }

  /** Returns the HTML that is given out. */
  String html(Language language, Body body) {
    return body.html(
        origin, Insets.plain(origin, language, articles.teasers(body.linkedArticles())));
  }

  /** Returns what a body that came in changes of the one that is here. */
  Body taken(Language language, Body received, Body present) {
    return received.equals(present) || !received.equals(HtmlBody.parse(html(language, present)))
        ? received
        : present;
  }
}
