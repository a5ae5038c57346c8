package io.broadsheet.reader;

import io.broadsheet.audience.TopQuery;
import io.broadsheet.audience.Window;
import io.broadsheet.comments.Order;
import io.broadsheet.settings.Language;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a request's path asks for. */
sealed interface Address {

  /** A page that is built from stored data and then kept. */
  sealed interface OfPage extends Address {
    /** Returns the language of what is read; for a story that of the path. */
    Language language();

    /** Returns what stands in for the page if there is none. */
    default OfPage absent() {
      return new Missing(language());
    }
  }

  /** The front page of a language. */
  record Front(Language language) implements OfPage {}

  /**
   * A page of a topic's stories.
   *
   * @param topic the topic's slug, or {@code news} for all stories
   * @param number counted from 1
   */
  record Topic(Language language, String topic, int number) implements OfPage {}

  /**
   * A page of the stories that were published in a month or on a day.
   *
   * @param day of the month; 0 for all of it
   * @param number counted from 1
   */
  record Archive(Language language, YearMonth month, int day, int number) implements OfPage {
    LocalDate from() {
      return month.atDay(Math.max(1, day));
    }

    LocalDate until() {
      return day == 0 ? month.plusMonths(1).atDay(1) : from().plusDays(1);
    }
  }

  /** A story's page, whatever the rest of its path says. */
  record Story(Language language, long id) implements OfPage {
    /** Stories are told apart by their ids alone, so that one page serves each path to it. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Story(Language ignored, long otherId) && otherId == id;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(id);
    }
  }

  /**
   * Earlier entries of a story that is told as it happens.
   *
   * @param before the id of the entry before which they were published
   */
  record Earlier(Language language, long id, long before) implements OfPage {}

  /**
   * Comments on a story.
   *
   * @param order of the threads
   * @param from where the page begins, as {@link io.broadsheet.comments.Threads.Cursor} writes it;
   *     empty at the first
   * @param thread the id of the comment that begins the one thread to show; 0 for all
   * @param after the id of the answer after which to go on in that thread; 0 at the first
   */
  record Talk(Language language, long id, Order order, String from, long thread, long after)
      implements OfPage {}

  /**
   * The long list of what is read, in one of its orders and windows.
   *
   * @param topic the slug of the topic that it is about; empty for all
   */
  record Top(Language language, TopQuery.By by, Window window, String topic) implements OfPage {}

  /**
   * The rates of all offices, or of a city's.
   *
   * @param city its name as its offices write it; empty for all
   * @param by the price whose best comes first
   */
  record Rates(Language language, String city, By by) implements OfPage {
    /** Which price leads. */
    enum By {
      BUY,
      SELL
    }

    /** All offices, those that pay most first. */
    Rates(Language language) {
      this(language, "", By.BUY);
    }

    @Override
    public OfPage absent() {
      return new NoCity(language);
    }
  }

  /**
   * How a rate has moved.
   *
   * @param series its number
   * @param span how much of it is shown
   */
  record History(Language language, long series, Span span) implements OfPage {
    /** How far back it is looked, up to the last day that is known. */
    enum Span {
      WEEK(7),
      MONTH(30),
      YEAR(366),
      ALL(0);

      private final int days;

      Span(int days) {
        this.days = days;
      }

      /** Returns its days; 0 for all there are. */
      int days() {
        return days;
      }

      /** Returns its name in addresses. */
      String code() {
        return name().toLowerCase(Locale.ROOT);
      }

      static Optional<Span> of(String code) {
        return Arrays.stream(values()).filter(span -> span.code().equals(code)).findFirst();
      }
    }
  }

  /** No office of a city quotes: the page that says so, one for all names. */
  record NoCity(Language language) implements OfPage {}

  /**
   * A page of what was put right.
   *
   * @param number counted from 1
   */
  record Corrections(Language language, int number) implements OfPage {}

  /** A text of the house. */
  record Statement(Language language, Kind kind) implements OfPage {
    /** Which text of the house. */
    enum Kind {
      PRIVACY,
      IMPRINT
    }
  }

  /** Nothing is there: the page that says so. */
  record Missing(Language language) implements OfPage {}

  /** The bare root, which leads to the reader's language. */
  record Root() implements Address {}

  /** Something under another path. */
  record Moved(String path) implements Address {}

  /** Not a reader's page: the framework's. */
  record Elsewhere() implements Address {}
}
