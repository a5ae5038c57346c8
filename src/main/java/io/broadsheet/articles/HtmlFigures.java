package io.broadsheet.articles;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

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
    return said(figure.select("> figcaption"), figure.select("> blockquote").attr("cite"));
  }

  /** Takes out of a quotation the line at its end that names its author, as many sites write it. */
  static Attribution takenFrom(Element quotation) {
    Elements line = quotation.select("> cite:last-child, > footer:last-child");
    Attribution said =
        said(quotation.childrenSize() > 1 ? line : new Elements(), quotation.attr("cite"));
    if (said.attribution() != null) {
      line.remove();
    }
    return said;
  }

  private static Attribution said(Elements line, String source) {
    String name = DASH.matcher(line.text()).replaceFirst("").strip();
    String link = line.select("a[href]").attr("href");
    String from = link.isEmpty() ? source : link;
    boolean leads = from.startsWith("http") && from.length() <= 2_000 && Check.isSafeLink(from);
    return new Attribution(
        name.isEmpty() || name.length() > 300 ? null : name, leads ? from : null);
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
