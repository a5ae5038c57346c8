package io.broadsheet.articles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Reads HTML from elsewhere as a body: its text to the letter, of its markup what a story knows.
 *
 * <p>Space is taken as HTML takes it: runs of spaces and line ends are one space, no-break spaces
 * stay. Scripts, styles, forms and embedded objects are left out; pictures belong beside the body.
 */
public final class HtmlBody {
  /** Deeper nesting than any story has is flattened, so that none can exhaust the stack. */
  private static final int DEEPEST = 16;

  private static final Pattern EMPTY_LINES = Pattern.compile("\n\\s*\n");

  private HtmlBody() {}

  /**
   * Reads a fragment of HTML.
   *
   * @throws InvalidArticle if it holds what no article may, such as NUL characters
   */
  public static Body parse(String html) {
    Check.that(html.length() <= 2_000_000, "The body is longer than 2000000 characters.");
    Blocks blocks = new Blocks(0);
    blocks.children(Jsoup.parseBodyFragment(html).body());
    return Body.of(blocks.end());
  }

  /** Reads plain text: empty lines part paragraphs, single line ends are line breaks. */
  public static Body plain(String text) {
    List<Block> blocks = new ArrayList<>();
    for (String paragraph : EMPTY_LINES.split(text.replace("\r\n", "\n"), -1)) {
      Line line = new Line();
      paragraph
          .strip()
          .lines()
          .forEach(
              one -> {
                if (line.hasText()) {
                  line.lineBreak();
                }
                line.text(one, List.of());
              });
      line.end().ifPresent(content -> blocks.add(new Block.Paragraph(content)));
    }
    return Body.of(blocks);
  }

  /** Gathers blocks; text that stands outside of any becomes a paragraph. */
  private static final class Blocks {
    private final int depth;
    private final List<Block> blocks = new ArrayList<>();
    private Line line = new Line();

    Blocks(int depth) {
      this.depth = depth;
    }

    List<Block> end() {
      endLine();
      return blocks;
    }

    void children(Element parent) {
      for (Node node : parent.childNodes()) {
        node(node, List.of());
      }
    }

    private void endLine() {
      line.end().ifPresent(content -> blocks.add(new Block.Paragraph(content)));
      line = new Line();
    }

    private void node(Node node, List<Mark> marks) {
      switch (node) {
        case TextNode text -> line.text(text.getWholeText(), marks);
        case Element element -> element(element, marks);
        default -> {
          // Comments and declarations say nothing to readers.
        }
      }
    }

    private void element(Element element, List<Mark> marks) {
      switch (element.normalName()) {
        case "script",
            "style",
            "template",
            "noscript",
            "iframe",
            "object",
            "embed",
            "form",
            "input",
            "button",
            "select",
            "textarea",
            "svg",
            "math",
            "img",
            "picture",
            "video",
            "audio",
            "canvas",
            "head",
            "title",
            "link",
            "meta" -> {}
        case "br" -> line.lineBreak();
        case "h1", "h2" -> heading(2, element);
        case "h3" -> heading(3, element);
        case "h4", "h5", "h6" -> heading(4, element);
        case "hr" -> add(new Block.Rule());
        case "blockquote" -> {
          Attribution said = HtmlFigures.takenFrom(element);
          nested(element).ifPresent(words -> add(new Block.Quote(said, words)));
        }
        case "figure" -> figure(element, marks);
        case "aside" -> aside(element, marks);
        case "p" -> paragraph(element, marks);
        case "ul", "menu" -> {
          List<Block.Item> items = items(element);
          if (!items.isEmpty()) {
            add(new Block.BulletList(items));
          }
        }
        case "ol" -> {
          List<Block.Item> items = items(element);
          if (!items.isEmpty()) {
            add(new Block.OrderedList(new Block.Start(start(element)), items));
          }
        }
        case "table" -> table(element);
        case "pre" -> {
          endLine();
          element.wholeText().lines().forEach(one -> preformatted(one));
          endLine();
        }
        default -> other(element, marks);
      }
    }

    private void other(Element element, List<Mark> marks) {
      if (element.isBlock()) {
        endLine();
        descend(element, marks);
        endLine();
      } else {
        descend(element, plus(marks, element));
      }
    }

    /** A quotation with a line below it that says whose it is. */
    private void figure(Element figure, List<Mark> marks) {
      Optional<Element> quotation = HtmlFigures.quotation(figure);
      if (quotation.isPresent()) {
        nested(quotation.get())
            .ifPresent(words -> add(new Block.Quote(HtmlFigures.said(figure), words)));
      } else {
        other(figure, marks);
      }
    }

    private void aside(Element aside, List<Mark> marks) {
      Optional<Element> title = depth == 0 ? HtmlFigures.factsTitle(aside) : Optional.empty();
      if (title.isPresent()) {
        Blocks inner = new Blocks(depth + 1);
        aside.childNodes().stream()
            .filter(node -> node.siblingIndex() != title.get().siblingIndex())
            .forEach(node -> inner.node(node, List.of()));
        List<Block> content = inner.end();
        if (content.stream().allMatch(Placement::fitsFactbox)) {
          add(new Block.Factbox(new Block.Title(title.get().text()), content));
          return;
        }
      }
      other(aside, marks);
    }

    private void paragraph(Element paragraph, List<Mark> marks) {
      Optional<Block> embed = depth == 0 ? HtmlFigures.embed(paragraph) : Optional.empty();
      embed.ifPresentOrElse(this::add, () -> other(paragraph, marks));
    }

    /** Deep inline nesting recurses too, so it is bounded by the text that it holds. */
    private void descend(Element element, List<Mark> marks) {
      if (marks.size() > DEEPEST || depthOf(element) > 10 * DEEPEST) {
        line.text(element.text(), List.of());
        return;
      }
      for (Node node : element.childNodes()) {
        node(node, marks);
      }
    }

    private static int depthOf(Element element) {
      int depth = 0;
      for (Element e = element; e != null; e = e.parent()) {
        depth++;
      }
      return depth;
    }

    private void preformatted(String text) {
      if (line.hasText()) {
        line.lineBreak();
      }
      line.text(text, List.of());
    }

    private void add(Block block) {
      endLine();
      blocks.add(block);
    }

    private void heading(int level, Element element) {
      endLine();
      descend(element, List.of());
      line.end().ifPresent(c -> blocks.add(new Block.Heading(new Block.Level(level), c)));
      line = new Line();
    }

    private Optional<List<Block>> nested(Element element) {
      endLine();
      if (depth == DEEPEST) {
        line.text(element.text(), List.of());
        endLine();
        return Optional.empty();
      }
      Blocks inner = new Blocks(depth + 1);
      inner.children(element);
      List<Block> content = inner.end();
      return content.isEmpty() ? Optional.empty() : Optional.of(content);
    }

    private List<Block.Item> items(Element list) {
      List<Block.Item> items = new ArrayList<>();
      for (Element child : list.children()) {
        nested(child).ifPresent(content -> items.add(new Block.Item(content)));
      }
      return items;
    }

    private static int start(Element list) {
      try {
        return Integer.parseInt(list.attr("start"));
      } catch (NumberFormatException e) {
        return 1; // as browsers take a missing or odd start
      }
    }

    private void table(Element table) {
      List<Block.Row> rows = new ArrayList<>();
      for (Element caption : table.select("> caption")) {
        descend(caption, List.of());
        endLine();
      }
      for (Element row : table.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr")) {
        List<Block.Cell> cells = new ArrayList<>();
        for (Element cell : row.select("> td, > th")) {
          List<Block> content = nested(cell).orElse(List.of());
          cells.add(
              cell.normalName().equals("th")
                  ? new Block.HeaderCell(HtmlFigures.span(cell), content)
                  : new Block.DataCell(HtmlFigures.span(cell), content));
        }
        if (!cells.isEmpty()) {
          rows.add(new Block.Row(cells));
        }
      }
      if (!rows.isEmpty()) {
        add(new Block.Table(rows));
      }
    }

    private static List<Mark> plus(List<Mark> marks, Element element) {
      Mark mark =
          switch (element.normalName()) {
            case "strong", "b" -> new Mark.Strong();
            case "em", "i", "cite", "dfn" -> new Mark.Emphasis();
            case "s", "strike", "del" -> new Mark.Strike();
            case "sub" -> new Mark.Subscript();
            case "sup" -> new Mark.Superscript();
            case "a" -> {
              String href = element.attr("href").strip();
              yield href.length() <= 2_000 && Check.isSafeLink(href)
                  ? new Mark.Link(new Mark.Target(href))
                  : null;
            }
            default -> null;
          };
      if (mark == null || marks.stream().anyMatch(m -> m.getClass() == mark.getClass())) {
        return marks;
      }
      List<Mark> more = new ArrayList<>(marks);
      more.add(mark);
      return more;
    }
  }

  /** Gathers the runs of one block, with space as HTML collapses it. */
  private static final class Line {
    private final List<Inline> content = new ArrayList<>();
    private boolean spaceWaits;

    boolean hasText() {
      return !content.isEmpty();
    }

    void lineBreak() {
      spaceWaits = false;
      content.add(new Inline.HardBreak());
    }

    void text(String text, List<Mark> marks) {
      StringBuilder run = new StringBuilder(text.length());
      boolean waitedBefore = spaceWaits;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
          spaceWaits = true;
        } else {
          if (spaceWaits && run.isEmpty() && waitedBefore) {
            spaceAfterLastRun();
          } else if (spaceWaits && (!run.isEmpty() || followsText())) {
            run.append(' ');
          }
          spaceWaits = false;
          run.append(c);
        }
      }
      if (!run.isEmpty()) {
        append(run.toString(), marks);
      }
    }

    private boolean followsText() {
      return !content.isEmpty() && content.getLast() instanceof Inline.Text;
    }

    /** The space before a link or a strong word belongs to what stands before it. */
    private void spaceAfterLastRun() {
      if (!content.isEmpty()
          && content.getLast() instanceof Inline.Text(String text, List<Mark> marks)) {
        content.set(content.size() - 1, new Inline.Text(text + " ", marks));
      }
    }

    private void append(String run, List<Mark> marks) {
      if (!content.isEmpty()
          && content.getLast() instanceof Inline.Text(String text, List<Mark> same)
          && same.equals(marks)) {
        content.set(content.size() - 1, new Inline.Text(text + run, marks));
      } else {
        content.add(new Inline.Text(run, marks));
      }
    }

    Optional<List<Inline>> end() {
      while (!content.isEmpty() && content.getLast() instanceof Inline.HardBreak) {
        content.removeLast();
      }
      while (!content.isEmpty() && content.getFirst() instanceof Inline.HardBreak) {
        content.removeFirst();
      }
      return content.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(content));
    }
  }
}
