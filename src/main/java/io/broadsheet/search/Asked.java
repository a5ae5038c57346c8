package io.broadsheet.search;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a typed text asks for.
 *
 * @param items in their order
 * @param from the first day on which the stories were published; null for any
 * @param until the day before which they were; null for any
 */
record Asked(List<Item> items, @Nullable LocalDate from, @Nullable LocalDate until) {
  private static final int LONGEST = 400;

  private static final Pattern ITEMS =
      Pattern.compile("(?<minus>-)?(?:(?<name>\\p{L}+):)?(?:\"(?<phrase>[^\"]*)\"?|(?<word>\\S+))");

  private static final Pattern AROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

  private static final Pattern QUOTES = Pattern.compile("[«»“”„]");
  private static final Pattern QUESTION = Pattern.compile("[?？][\\s\"«»“”]*$");

  private static final Map<String, Operator> OPERATORS =
      Map.ofEntries(
          Map.entry("source", Operator.SOURCE),
          Map.entry("источник", Operator.SOURCE),
          Map.entry("дереккөз", Operator.SOURCE),
          Map.entry("author", Operator.AUTHOR),
          Map.entry("автор", Operator.AUTHOR),
          Map.entry("after", Operator.AFTER),
          Map.entry("после", Operator.AFTER),
          Map.entry("кейін", Operator.AFTER),
          Map.entry("before", Operator.BEFORE),
          Map.entry("до", Operator.BEFORE),
          Map.entry("дейін", Operator.BEFORE));

  private enum Operator {
    SOURCE,
    AUTHOR,
    AFTER,
    BEFORE
  }

  /**
   * Words that belong together.
   *
   * @param phrase whether they stand in quotation marks, one after the other
   * @param missing whether they must not be found
   * @param where they are looked for
   */
  record Item(String text, boolean phrase, boolean missing, ReadersField where) {
    /** Tells whether a story is nothing without it. */
    boolean needed() {
      return phrase || where != ReadersField.TEXT;
    }

    /** Returns the text without the signs around it, such as a question mark. */
    String bare() {
      return AROUND.matcher(text).replaceAll("");
    }

    /** Returns how the item is typed. */
    String typed() {
      return (missing ? "-" : "")
          + (where == ReadersField.TEXT ? "" : where.name().toLowerCase(Locale.ROOT) + ":")
          + (phrase ? "\"" + text + "\"" : text);
    }

    Item saying(String other) {
      return new Item(other, phrase, missing, where);
    }
  }

  /** Reads a text with its operators; one that ends with a question mark has none. */
  static Asked of(String typed) {
    String text = Analyzers.composed(typed.substring(0, Math.min(LONGEST, typed.length())));
    if (QUESTION.matcher(text).find()) {
      return words(text);
    }
    List<Item> items = new ArrayList<>();
    LocalDate from = null;
    LocalDate until = null;
    Matcher next = ITEMS.matcher(QUOTES.matcher(text).replaceAll("\""));
    while (next.find()) {
      Operator operator = operator(next.group("name"));
      boolean minus = next.group("minus") != null;
      String word = next.group("word");
      if (operator == Operator.AFTER && word != null && from == null) {
        from = first(word).orElse(null);
        if (from != null) {
          continue;
        }
      }
      if (operator == Operator.BEFORE && word != null && until == null) {
        until = first(word).orElse(null);
        if (until != null) {
          continue;
        }
      }
      items.add(item(next, operator, minus));
    }
    return new Asked(List.copyOf(items), from, until);
  }

  private static Item item(Matcher next, @Nullable Operator operator, boolean minus) {
    String phrase = next.group("phrase");
    String said = phrase == null ? next.group("word") : phrase;
    if (operator == Operator.SOURCE || operator == Operator.AUTHOR) {
      return new Item(said, phrase != null, minus, ReadersField.valueOf(operator.name()));
    }
    String name = next.group("name");
    return new Item(
        phrase == null && name != null ? name + ":" + said : said,
        phrase != null,
        minus,
        ReadersField.TEXT);
  }

  /** Tells whether operators ask for more than that words are found. */
  boolean isStrict() {
    return items.stream().anyMatch(item -> item.needed() || item.missing());
  }

  /** Returns how its days are typed. */
  List<String> days() {
    List<String> days = new ArrayList<>();
    if (from != null) {
      days.add("after:" + from);
    }
    if (until != null) {
      days.add("before:" + until);
    }
    return days;
  }

  /** Returns the words of a text, of which nothing is an operator. */
  Asked plainly() {
    List<Item> words = new ArrayList<>();
    for (Item item : items) {
      if (!item.missing()) {
        words.addAll(words(item.text()).items());
      }
    }
    return new Asked(List.copyOf(words), from, until);
  }

  private static Asked words(String text) {
    return new Asked(
        Pattern.compile("\\s+")
            .splitAsStream(text)
            .filter(word -> !word.isEmpty())
            .map(word -> new Item(word, false, false, ReadersField.TEXT))
            .toList(),
        null,
        null);
  }

  private static @Nullable Operator operator(@Nullable String name) {
    return name == null ? null : OPERATORS.get(name.toLowerCase(Locale.ROOT));
  }

  /** Returns the first day of a date, a month or a year. */
  private static Optional<LocalDate> first(String date) {
    try {
      return switch (date.length()) {
        case 4 -> Optional.of(Year.parse(date).atDay(1));
        case 7 -> Optional.of(YearMonth.parse(date).atDay(1));
        case 10 -> Optional.of(LocalDate.parse(date));
        default -> Optional.empty();
      };
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
