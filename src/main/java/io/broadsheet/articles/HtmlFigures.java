package io.broadsheet.articles;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Recognises the markup of blocks for which HTML has no element of its own. */
final class HtmlFigures {
  private static final Pattern DASH = Pattern.compile("^[—–-]\\s*");

  private HtmlFigures() {}

  /**
   * Returns the quotation that a figure holds, if it holds one and a caption that names its author.
   */
  static Optional<Element> quotation(Element figure) {
    return figure.select("> blockquote").size() == 1 && said(figure).attribution() != null
        ? Optional.ofNullable(figure.selectFirst("> blockquote"))
        : Optional.empty();
  }

  /** Returns what a figure's caption says of whose words it holds. */
  static Attribution said(Element figure) {
    String name = DASH.matcher(figure.select("> figcaption").text()).replaceFirst("").strip();
    String link = figure.select("> figcaption a[href]").attr("href");
    String source = link.isEmpty() ? figure.select("> blockquote").attr("cite") : link;
    boolean leads = source.startsWith("http") && source.length() <= 2_000;
    return name.isEmpty() || name.length() > 300
        ? Attribution.NONE
        : new Attribution(name, leads && Check.isSafeLink(source) ? source : null);
  }

  /** Returns the title of a box of facts, which is what the site's own pages write so. */
  static Optional<Element> factsTitle(Element aside) {
    return aside.hasClass("facts")
        ? Optional.ofNullable(aside.firstElementChild())
            .filter(first -> first.normalName().equals("h2"))
            .filter(first -> !first.text().isBlank() && first.text().length() <= 300)
        : Optional.empty();
  }

  /** Returns the link to an embedded page, which is what the site's own pages write so. */
  static Optional<Block> embed(Element paragraph) {
    Element link = paragraph.selectFirst("> a[href]");
    if (!paragraph.hasClass("embed") || link == null) {
      return Optional.empty();
    }
    try {
      String url = link.attr("href");
      Embedded untitled = Embedded.of(url, "");
      boolean titled = !link.text().equals(untitled.label());
      return Optional.of(new Block.Embed(titled ? Embedded.of(url, link.text()) : untitled));
    } catch (InvalidArticle e) {
      return Optional.empty(); // then it is a paragraph like others
    }
  }

  /** Returns how far a cell reaches, as browsers take a missing or odd number. */
  static Span span(Element cell) {
    return new Span(reach(cell.attr("colspan")), reach(cell.attr("rowspan")));
  }

  private static int reach(String cells) {
    try {
      return Math.clamp(Integer.parseInt(cells.strip()), 1, Span.MOST);
    } catch (NumberFormatException e) {
      return 1;
    }
  }
}
