package io.broadsheet.newsroom;

import io.broadsheet.articles.FrontPage;
import io.broadsheet.articles.FrontSlot;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * A front page as its screen holds it: what is arranged, not yet what is stored.
 *
 * @param version what its editor has seen last
 * @param asked what headlines are searched for; may be empty
 * @param lines in the order of the page
 */
record FrontForm(long version, String asked, List<Line> lines) {
  FrontForm {
    lines = List.copyOf(lines);
  }

  /**
   * A story and its times, as date fields have them.
   *
   * @param from when it comes; empty for at once
   * @param until when it goes; empty for never
   */
  record Line(long article, String from, String until) {

    /** Returns what is to be stored; empty if it would go before it has come. */
    Optional<FrontSlot> slot(Texts texts) {
      Instant comes = DraftController.time(from, texts);
      Instant goes = DraftController.time(until, texts);
      return comes != null && goes != null && !goes.isAfter(comes)
          ? Optional.empty()
          : Optional.of(new FrontSlot(article, comes, goes));
    }
  }

  static FrontForm of(FrontPage page, Texts texts) {
    return new FrontForm(
        page.version(),
        "",
        page.slots().stream()
            .map(
                slot ->
                    new Line(slot.article(), field(slot.from(), texts), field(slot.until(), texts)))
            .toList());
  }

  /** Returns what the screen handed in. */
  static FrontForm of(HttpServletRequest request) {
    String[] articles = values(request, "article");
    String[] from = values(request, "from");
    String[] until = values(request, "until");
    if (from.length != articles.length || until.length != articles.length) {
      throw unfit();
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < articles.length; i++) {
      lines.add(new Line(number(articles[i]), from[i], until[i]));
    }
    return new FrontForm(
        number(request.getParameter("version")),
        Objects.requireNonNullElse(request.getParameter("q"), "").strip(),
        lines);
  }

  /** Returns the story's number in what a button or field says. */
  static long number(@Nullable String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw unfit();
    }
  }

  /** Returns what is to be stored, without those that would go before they have come. */
  List<FrontSlot> slots(Texts texts) {
    return lines.stream().map(line -> line.slot(texts)).flatMap(Optional::stream).toList();
  }

  FrontForm seen(long other) {
    return new FrontForm(other, asked, lines);
  }

  /** Moves a story by so many places, as far as there are. */
  FrontForm moved(long article, int places) {
    List<Line> moved = new ArrayList<>(lines);
    int at = placeOf(article);
    int to = Math.clamp((long) at + places, 0, Math.max(0, lines.size() - 1));
    if (at >= 0) {
      Collections.rotate(
          moved.subList(Math.min(at, to), Math.max(at, to) + 1), Integer.signum(at - to));
    }
    return new FrontForm(version, asked, moved);
  }

  /** Puts a story behind the others, unless it is there. */
  FrontForm with(long article) {
    List<Line> more = new ArrayList<>(lines);
    if (placeOf(article) < 0) {
      more.add(new Line(article, "", ""));
    }
    return new FrontForm(version, asked, more);
  }

  FrontForm without(long article) {
    return new FrontForm(
        version, asked, lines.stream().filter(line -> line.article() != article).toList());
  }

  private int placeOf(long article) {
    return lines.stream().map(Line::article).toList().indexOf(article);
  }

  private static String field(@Nullable Instant time, Texts texts) {
    return time == null ? "" : texts.at(time).toLocalDateTime().toString();
  }

  private static String[] values(HttpServletRequest request, String name) {
    String[] values = request.getParameterValues(name);
    return values == null ? new String[0] : values;
  }

  private static ResponseStatusException unfit() {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, "That is not a front page.");
  }
}
