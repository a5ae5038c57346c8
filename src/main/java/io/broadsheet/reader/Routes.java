package io.broadsheet.reader;

import io.broadsheet.audience.TopQuery;
import io.broadsheet.audience.Window;
import io.broadsheet.comments.Order;
import io.broadsheet.comments.Threads;
import io.broadsheet.settings.Language;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a request's path as the address of a page. */
final class Routes {
  /** Lists all stories of a language, and holds those without a topic. */
  static final String NEWS = "news";

  private static final TopQuery.By POPULAR = TopQuery.By.POPULAR;
  private static final Window DAY = Window.DAY;

  private static final Address ROOT = new Address.Root();
  private static final Address ELSEWHERE = new Address.Elsewhere();
  private static final Pattern MONTH = Pattern.compile("[12][0-9]{3}-[0-9]{2}");
  private static final Pattern DAY_OF_MONTH = Pattern.compile(MONTH.pattern() + "-[0-9]{2}");
  private static final int MOST_PAGES = 1_000_000;
  private static final int LONGEST_ID = 18;

  /** Of a city's name, percent-encoded. */
  private static final int LONGEST_CITY = 600;

  private static final String ABSENT = "\u0000";

  /** First segments that others answer, as they do files at the root such as robots.txt. */
  private static final Set<String> OTHERS =
      Set.of(
          "api",
          "assets",
          "error",
          "feeds",
          "health",
          "live",
          "login",
          "logout",
          "media",
          "metrics",
          "newsroom",
          "ott",
          "preview",
          "reader",
          "webauthn");

  /** Second segments, below a language, that others answer. */
  private static final Set<String> OTHER_PAGES = Set.of("search");

  private final List<Language> languages;

  Routes(List<Language> languages) {
    this.languages = languages;
  }

  /**
   * Returns what this path and query ask for.
   *
   * @param path percent-encoded, beginning with a slash
   * @param query what follows the question mark; null for none. Parameters that a page does not
   *     know are ignored, as those of campaigns are meant to be
   */
  Address of(String path, @Nullable String query) {
    if (path.equals("/")) {
      return ROOT;
    }
    int slash = path.indexOf('/', 1);
    Language language = language(path, slash < 0 ? path.length() : slash);
    if (language == null) {
      return others(path.substring(1, slash < 0 ? path.length() : slash));
    }
    if (slash < 0) {
      return new Address.Moved(path + "/");
    }
    if (slash == path.length() - 1) {
      return new Address.Front(language);
    }
    int second = path.indexOf('/', slash + 1);
    if (second < 0) {
      return named(language, path, query);
    }
    String topic = path.substring(slash + 1, second);
    if (second == path.length() - 1) {
      return reserved(topic) ? new Address.Missing(language) : topic(language, topic, query);
    }
    if (topic.equals("rates")) {
      return belowRates(language, path.substring(second + 1), query);
    }
    return story(language, path, second + 1, query);
  }

  /** Returns the one path of a page, with its query; a story's is known to its article only. */
  static String path(Address.OfPage address) {
    String home = "/" + address.language().code() + "/";
    return switch (address) {
      case Address.Front _ -> home;
      case Address.Topic(Language _, String topic, int number) ->
          home + topic + (number == 1 ? "/" : "/?page=" + number);
      case Address.Archive(Language _, YearMonth month, int day, int number) ->
          home
              + NEWS
              + "/?date="
              + (day == 0 ? month : month.atDay(day))
              + (number == 1 ? "" : "&page=" + number);
      case Address.Top(Language _, TopQuery.By by, Window window, String topic) ->
          home + "top" + query(by, window, topic);
      case Address.Rates(Language _, String city, Address.Rates.By by) ->
          home + "rates" + query(city, by);
      case Address.History(Language _, long series, Address.History.Span span) ->
          home + "rates/history?series=" + series + "&span=" + span.code();
      case Address.Corrections(Language _, int number) ->
          home + "corrections" + (number == 1 ? "" : "?page=" + number);
      case Address.Statement(Language _, Address.Statement.Kind kind) ->
          home + kind.name().toLowerCase(Locale.ROOT);
      case Address.Story _,
          Address.Earlier _,
          Address.Talk _,
          Address.NoCity _,
          Address.Missing _ ->
          throw new IllegalArgumentException("no path of its own: " + address);
    };
  }

  private static String query(TopQuery.By by, Window window, String topic) {
    List<String> parameters = new ArrayList<>();
    if (!topic.isEmpty()) {
      parameters.add("topic=" + topic);
    }
    if (by != POPULAR) {
      parameters.add("by=" + by.code());
    }
    if (window != DAY) {
      parameters.add("window=" + window.code());
    }
    return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
  }

  private static String query(String city, Address.Rates.By by) {
    List<String> parameters = new ArrayList<>();
    if (!city.isEmpty()) {
      parameters.add("city=" + URLEncoder.encode(city, StandardCharsets.UTF_8));
    }
    if (by != Address.Rates.By.BUY) {
      parameters.add("sort=sell");
    }
    return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
  }

  private @Nullable Language language(String path, int end) {
    if (end != 3) {
      return null;
    }
    for (Language language : languages) {
      if (path.startsWith(language.code(), 1)) {
        return language;
      }
    }
    return null;
  }

  private Address others(String first) {
    return OTHERS.contains(first) || first.indexOf('.') >= 0
        ? ELSEWHERE
        : new Address.Missing(languages.getFirst());
  }

  private static Address named(Language language, String path, @Nullable String query) {
    String name = path.substring(4);
    return switch (name) {
      case "top" -> top(language, query);
      case "rates" -> rates(language, query);
      case "corrections" -> corrections(language, query);
      case "privacy" -> new Address.Statement(language, Address.Statement.Kind.PRIVACY);
      case "imprint" -> new Address.Statement(language, Address.Statement.Kind.IMPRINT);
      default ->
          OTHER_PAGES.contains(name)
              ? ELSEWHERE
              : isSlug(name) ? new Address.Moved(path + "/") : new Address.Missing(language);
    };
  }

  private static boolean reserved(String name) {
    return switch (name) {
      case "top", "rates", "corrections", "privacy", "imprint" -> true;
      default -> OTHER_PAGES.contains(name);
    };
  }

  private static Address top(Language language, @Nullable String query) {
    Optional<TopQuery.By> by = TopQuery.By.of(parameter(query, "by", POPULAR.code()));
    Optional<Window> window = Window.of(parameter(query, "window", DAY.code()));
    String topic = parameter(query, "topic", "");
    return by.isPresent() && window.isPresent() && (topic.isEmpty() || isSlug(topic))
        ? new Address.Top(language, by.get(), window.get(), topic)
        : new Address.Missing(language);
  }

  /** The converter's answers are not kept: there is no end to them. */
  private static Address rates(Language language, @Nullable String query) {
    if (!parameter(query, "amount", ABSENT).equals(ABSENT)) {
      return ELSEWHERE;
    }
    String city = parameter(query, "city", "");
    String sort = parameter(query, "sort", "buy");
    if (!sort.equals("buy") && !sort.equals("sell")) {
      return new Address.Missing(language);
    }
    Address.Rates.By by = sort.equals("buy") ? Address.Rates.By.BUY : Address.Rates.By.SELL;
    return city.length() > LONGEST_CITY
        ? new Address.NoCity(language)
        : decoded(city)
            .<Address>map(name -> new Address.Rates(language, name, by))
            .orElseGet(() -> new Address.NoCity(language));
  }

  private static Address belowRates(Language language, String name, @Nullable String query) {
    if (name.equals("widget")) {
      return ELSEWHERE;
    }
    int series = digits(parameter(query, "series", ""));
    return name.equals("history") && series > 0
        ? Address.History.Span.of(parameter(query, "span", "month"))
            .<Address>map(span -> new Address.History(language, series, span))
            .orElseGet(() -> new Address.Missing(language))
        : new Address.Missing(language);
  }

  private static Optional<String> decoded(String text) {
    try {
      String name = URLDecoder.decode(text, StandardCharsets.UTF_8).strip();
      return Optional.of(Normalizer.normalize(name, Normalizer.Form.NFC));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Address topic(Language language, String topic, @Nullable String query) {
    int number = number(parameter(query, "page", "1"));
    if (number < 1 || !isSlug(topic)) {
      return new Address.Missing(language);
    }
    String date = topic.equals(NEWS) ? parameter(query, "date", "") : "";
    return date.isEmpty()
        ? new Address.Topic(language, topic, number)
        : archive(language, date, number);
  }

  /** Reads {@code 2026-11} as a month and {@code 2026-11-24} as a day. */
  private static Address archive(Language language, String date, int number) {
    try {
      if (MONTH.matcher(date).matches()) {
        return new Address.Archive(language, YearMonth.parse(date), 0, number);
      }
      if (DAY_OF_MONTH.matcher(date).matches()) {
        LocalDate day = LocalDate.parse(date);
        return new Address.Archive(language, YearMonth.from(day), day.getDayOfMonth(), number);
      }
    } catch (DateTimeParseException e) {
      // There is no such day.
    }
    return new Address.Missing(language);
  }

  private static Address corrections(Language language, @Nullable String query) {
    int number = number(parameter(query, "page", "1"));
    return number < 1 ? new Address.Missing(language) : new Address.Corrections(language, number);
  }

  /** Reads {@code any-words-123}; the id is what follows the last hyphen. */
  private static Address story(Language language, String path, int start, @Nullable String query) {
    int from = path.lastIndexOf('-') + 1;
    int digits = path.length() - from;
    boolean wellFormed = from > start && digits >= 1 && digits <= LONGEST_ID;
    long id = 0;
    for (int i = from; wellFormed && i < path.length(); i++) {
      int digit = path.charAt(i) - '0';
      wellFormed = digit >= 0 && digit <= 9 && (digit > 0 || id > 0);
      id = id * 10 + digit;
    }
    if (!wellFormed || path.indexOf('/', start) >= 0) {
      return new Address.Missing(language);
    }
    if (query == null) {
      return new Address.Story(language, id);
    }
    int before = digits(parameter(query, "before", "0"));
    return before > 0 ? new Address.Earlier(language, id, before) : talk(language, id, query);
  }

  private static Address talk(Language language, long id, String query) {
    int thread = digits(parameter(query, "thread", "0"));
    if (thread > 0) {
      int after = digits(parameter(query, "after", "0"));
      return new Address.Talk(language, id, Order.NEWEST, "", thread, Math.max(0, after));
    }
    String from = parameter(query, "from", "");
    boolean known = from.isEmpty() || Threads.Cursor.of(from).isPresent();
    return Order.of(parameter(query, "comments", ""))
        .<Address>map(order -> new Address.Talk(language, id, order, known ? from : "", 0, 0))
        .orElseGet(() -> new Address.Story(language, id));
  }

  private static boolean isSlug(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
        return false;
      }
    }
    return !name.isEmpty() && name.length() <= 100;
  }

  private static int number(String text) {
    int number = digits(text);
    return number > MOST_PAGES ? -1 : number;
  }

  /** Reads up to nine digits; -1 for anything else. */
  private static int digits(String text) {
    if (text.length() > 9) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private static String parameter(@Nullable String query, String name, String absent) {
    if (query != null) {
      for (String pair : query.split("&", -1)) {
        if (pair.startsWith(name) && pair.startsWith("=", name.length())) {
          return pair.substring(name.length() + 1);
        }
      }
    }
    return absent;
  }
}
