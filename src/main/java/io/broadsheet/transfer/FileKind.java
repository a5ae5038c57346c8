package io.broadsheet.transfer;

import io.broadsheet.rates.HistoryFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** What a file holds, told by its content; in the order in which kinds depend on each other. */
enum FileKind {
  /** Stories, an object a line. */
  STORY_LINES,
  /** Stories, as one JSON document. */
  STORY_DOCUMENT,
  /** Totals of articles on an old site. */
  TOTALS,
  /** Single views of articles on an old site. */
  VIEWS,
  /** Quotes of exchange offices. */
  RATES,
  /** Rates of a central bank over many years. */
  RATE_HISTORY;

  private static final int HEAD = 1 << 13;
  private static final Set<String> RATE_COLUMNS = Set.of("currency", "buy", "sell");
  private static final Set<String> TOTAL_COLUMNS =
      Set.of("article", "views", "comments", "reactions");
  private static final Set<String> VIEW_COLUMNS = Set.of("at", "article", "visitor");

  /**
   * Looks into a file.
   *
   * @throws Unfit if it is nothing that can be taken
   */
  static FileKind of(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), HEAD);
        Lines lines = new Lines(in, Json.LARGEST_RECORD)) {
      if (HistoryFile.of(head(in)).isPresent()) {
        return RATE_HISTORY;
      }
      return switch (firstCharacter(in)) {
        case '[' -> STORY_DOCUMENT;
        case '{' -> isLines(lines) ? STORY_LINES : STORY_DOCUMENT;
        case '<' -> throw new Unfit("This looks like XML; WXR, RSS and Atom are not taken yet.");
        default -> ofHeader(lines);
      };
    }
  }

  /** Returns the first character of ASCII that is no space, or 0 if another comes first. */
  private static char firstCharacter(InputStream in) throws IOException {
    byte[] head = head(in);
    if (head.length >= 2 && (startsWith(head, 0xfe, 0xff) || startsWith(head, 0xff, 0xfe))) {
      throw new Unfit("The file is UTF-16: save it as UTF-8.");
    }
    int from = head.length >= 3 && startsWith(head, 0xef, 0xbb, 0xbf) ? 3 : 0;
    for (int i = from; i < head.length; i++) {
      if (" \t\r\n".indexOf(head[i]) < 0) {
        return head[i] > 0 ? (char) head[i] : 0;
      }
    }
    if (head.length < HEAD) {
      throw new Unfit("The file is empty.");
    }
    return 0;
  }

  private static byte[] head(InputStream in) throws IOException {
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    return head;
  }

  private static boolean startsWith(byte[] head, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (head[i] != (byte) bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * A document that is spread over lines opens with one that is whole JSON so far and goes on with
   * a name; in JSON Lines the next line opens an object, even if this one is damaged.
   */
  private static boolean isLines(Lines lines) throws IOException {
    Lines.Line first = lines.nextFilled();
    if (first == null || !isOpen(first)) {
      return true;
    }
    Lines.Line next = lines.nextFilled();
    return next == null || next.opensWith('{');
  }

  /** Tells whether a line is JSON as far as it goes, and goes on. */
  private static boolean isOpen(Lines.Line line) {
    try {
      String text = line.text().stripTrailing();
      try {
        Json.MAPPER.readTree(text);
        return false;
      } catch (JacksonException e) {
        return e instanceof UnexpectedEndOfInputException
            || (e.getLocation() != null && e.getLocation().getCharOffset() >= text.length());
      }
    } catch (Unfit e) {
      return false;
    }
  }

  private static FileKind ofHeader(Lines lines) throws IOException {
    Lines.Line first = lines.nextFilled();
    String header = first == null ? "" : first.text();
    if (header.indexOf(',') < 0 && (header.indexOf(';') > 0 || header.indexOf('\t') > 0)) {
      throw new Unfit(
          "The columns are separated by semicolons or tabs: save the file with commas.");
    }
    List<String> columns = columns(header);
    if (columns.containsAll(RATE_COLUMNS)) {
      return RATES;
    }
    if (columns.containsAll(VIEW_COLUMNS)) {
      return VIEWS;
    }
    if (columns.containsAll(TOTAL_COLUMNS)) {
      return TOTALS;
    }
    throw new Unfit(
        "This is none of the files that are taken: ninjs as JSON or JSON Lines, views"
            + " (at,article,visitor), their totals (article,views,comments,reactions) or rates (currency,buy,sell).");
  }

  /** Returns the names of columns as a header gives them, in lower case. */
  static List<String> columns(String header) {
    return Csv.fields(header).stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }
}
