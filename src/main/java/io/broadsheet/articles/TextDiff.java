package io.broadsheet.articles;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Finds what changed between two versions of a story, by paragraph and by word within one. */
public final class TextDiff {
  private TextDiff() {}

  /** A run of words. */
  public record Piece(Kind kind, String text) {}

  /** What became of words. */
  public enum Kind {
    /** They stayed. */
    SAME,
    /** They went. */
    DELETED,
    /** They came. */
    INSERTED
  }

  /** Returns the lines of both, in order, each as pieces that stayed, came or went. */
  public static List<List<Piece>> of(Content before, Content after) {
    return diff(lines(before), lines(after)).stream().flatMap(run -> run.lines().stream()).toList();
  }

  /** Tells whether lines hold any change. */
  public static boolean differs(List<List<Piece>> lines) {
    return lines.stream().anyMatch(TextDiff::changed);
  }

  /** Returns the lines that changed, without those between them that did not. */
  public static List<List<Piece>> changes(Content before, Content after) {
    return of(before, after).stream().filter(TextDiff::changed).toList();
  }

  private static boolean changed(List<Piece> line) {
    return line.stream().anyMatch(piece -> piece.kind() != Kind.SAME);
  }

  private record Run(List<List<Piece>> lines) {}

  private static List<Run> diff(List<String> before, List<String> after) {
    List<Run> runs = new ArrayList<>();
    for (AbstractDelta<String> delta : DiffUtils.diff(before, after, true).getDeltas()) {
      List<String> gone = delta.getSource().getLines();
      List<String> come = delta.getTarget().getLines();
      runs.add(
          new Run(
              switch (delta.getType()) {
                case EQUAL -> whole(Kind.SAME, gone);
                case DELETE -> whole(Kind.DELETED, gone);
                case INSERT -> whole(Kind.INSERTED, come);
                case CHANGE -> changed(gone, come);
              }));
    }
    return runs;
  }

  private static List<List<Piece>> whole(Kind kind, List<String> lines) {
    return lines.stream().map(line -> List.of(new Piece(kind, line))).toList();
  }

  /** Lines that took the place of others are set against them one by one, as far as they go. */
  private static List<List<Piece>> changed(List<String> gone, List<String> come) {
    int pairs = Math.min(gone.size(), come.size());
    List<List<Piece>> lines = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      lines.add(words(gone.get(i), come.get(i)));
    }
    lines.addAll(whole(Kind.DELETED, gone.subList(pairs, gone.size())));
    lines.addAll(whole(Kind.INSERTED, come.subList(pairs, come.size())));
    return lines;
  }

  private static List<Piece> words(String before, String after) {
    List<Piece> pieces = new ArrayList<>();
    for (AbstractDelta<String> delta :
        DiffUtils.diff(split(before), split(after), true).getDeltas()) {
      String gone = String.join("", delta.getSource().getLines());
      String come = String.join("", delta.getTarget().getLines());
      if (delta.getType() == DeltaType.EQUAL) {
        pieces.add(new Piece(Kind.SAME, gone));
      } else {
        if (!gone.isEmpty()) {
          pieces.add(new Piece(Kind.DELETED, gone));
        }
        if (!come.isEmpty()) {
          pieces.add(new Piece(Kind.INSERTED, come));
        }
      }
    }
    return pieces;
  }

  /** Words keep the space after them, so that joined they are the line again. */
  private static List<String> split(String line) {
    return Arrays.asList(line.split("(?<=\\s)(?=\\S)", -1));
  }

  private static List<String> lines(Content content) {
    List<String> lines = new ArrayList<>();
    lines.add(content.headline());
    lines.add(content.lede());
    lines.addAll(content.body().text().lines().toList());
    content.pictures().forEach(picture -> lines.add(picture.legend() + " " + picture.alt()));
    lines.add(String.join(", ", content.bylines()));
    lines.add(content.topics().stream().map(Topic::name).collect(Collectors.joining(", ")));
    lines.add(Objects.requireNonNullElse(content.place(), ""));
    content.sources().forEach(source -> lines.add(named(source)));
    return lines.stream().filter(line -> !line.isBlank()).toList();
  }

  private static String named(Source source) {
    String link = source.link() == null ? "" : " " + source.link();
    return source.name() + link;
  }
}
