package io.broadsheet.articles;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.broadsheet.settings.Language;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A chart of a rate in a story, which goes on with the rate.
 *
 * @param series the number of what is quoted, positive
 * @param span how much of it is shown
 * @param title what stands above it, 1 to 300 characters
 */
public record RateChart(long series, Span span, String title) {

  /** How far back a chart reaches. */
  public enum Span {
    /** Seven days. */
    WEEK,
    /** Thirty days. */
    MONTH,
    /** A year. */
    YEAR;

    /**
     * Returns the span of this code.
     *
     * @throws InvalidArticle if there is none
     */
    @JsonCreator
    static Span of(@Nullable String code) {
      for (Span span : values()) {
        if (span.code().equals(code)) {
          return span;
        }
      }
      throw new InvalidArticle("A chart shows a week, a month or a year, not “" + code + "”.");
    }

    /** Returns what stored documents and addresses call it. */
    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public RateChart {
    Check.that(series > 0, "A chart of the rate " + series + " would show nothing.");
    Check.that(span != null, "A chart does not say how far back it reaches.");
    Check.line("The title of a chart", title, 300);
  }

  /** Returns where readers find the same in full. */
  String path(Language language) {
    return "/" + language.code() + "/rates/history?series=" + series + "&span=" + span.code();
  }
}
