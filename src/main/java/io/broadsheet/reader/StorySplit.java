package io.broadsheet.reader;

import io.broadsheet.articles.Insets;
import io.broadsheet.articles.RateChart;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a rendered story where something stands that changes without it: that is a fragment of its
 * own, so that the story's page need not be built again.
 */
final class StorySplit {
  /** No text of a story can be one, since no character of it is ever markup. */
  private static final Pattern MARK = Pattern.compile("<!--([a-z]+) ([0-9]+) ?([a-z]*)-->");

  /** Stands where the story's own entries shall be. */
  static final String ENTRIES = "<!--entries 0-->";

  /** Stands where readers can react. */
  static final String REACTIONS = "<!--reactions 0-->";

  /** Leaves marks where the text has something that changes without it. */
  static final Insets MARKS =
      new Insets() {
        @Override
        public String story(long article) {
          return "<!--story " + article + "-->";
        }

        @Override
        public String chart(RateChart chart, String title) {
          return "<figure class=\"ratechart\"><figcaption>"
              + title
              + "</figcaption><!--chart "
              + chart.series()
              + " "
              + chart.span().code()
              + "--></figure>";
        }
      };

  private StorySplit() {}

  /** What shall stand in a place. */
  sealed interface Inset {
    /** A link to another story. */
    record Story(long article) implements Inset {}

    /** A chart of a rate. */
    record Chart(long series, Address.History.Span span) implements Inset {}

    /** The story's own entries. */
    record Entries() implements Inset {}

    /** Where readers react. */
    record Reactions() implements Inset {}
  }

  /** Returns the pieces of the HTML and, between them, what belongs there. */
  static List<Part> parts(String html, Function<Inset, Part> insets) {
    List<Part> parts = new ArrayList<>();
    Matcher mark = MARK.matcher(html);
    int from = 0;
    while (mark.find()) {
      parts.add(Fragment.of(html.substring(from, mark.start())));
      parts.add(insets.apply(inset(mark)));
      from = mark.end();
    }
    parts.add(Fragment.of(html.substring(from)));
    return parts;
  }

  private static Inset inset(Matcher mark) {
    long number = Long.parseLong(mark.group(2));
    return switch (mark.group(1)) {
      case "story" -> new Inset.Story(number);
      case "chart" -> new Inset.Chart(number, Address.History.Span.of(mark.group(3)).orElseThrow());
      case "entries" -> new Inset.Entries();
      case "reactions" -> new Inset.Reactions();
      default -> throw new IllegalStateException("no page has a " + mark.group());
    };
  }
}
