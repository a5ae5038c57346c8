package io.broadsheet.reader;

import io.broadsheet.articles.Topic;
import io.broadsheet.audience.TopQuery;
import io.broadsheet.audience.TopRow;
import io.broadsheet.audience.Window;
import io.broadsheet.reader.view.Link;
import io.broadsheet.reader.view.TopTen;
import io.broadsheet.settings.Language;
import io.broadsheet.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is read, as its templates show it. */
final class TopViews {
  private static final int TEN = 10;
  private static final int WHOLE = 20;
  private static final int TOPICS_SHOWN = 8;
  private static final int STEP = 3;
  private static final int HEIGHT = 18;

  private final House house;
  private final ReadStories stories;

  TopViews(House house, ReadStories stories) {
    this.house = house;
    this.stories = stories;
  }

  /** Returns the top ten of a language. */
  TopTen ten(Language language) {
    List<ReadStories.ReadStory> ten = read(language, TopQuery.By.POPULAR, Window.DAY, TEN);
    return new TopTen(
        house.in(language).words(), rows(ten, _ -> null), House.home(language) + "top");
  }

  /** Returns a whole list, each story with its last day, and the topics that it can be of. */
  TopTen.Whole whole(Address.Top address, List<Topic> topics) {
    Words words = house.in(address.language()).words();
    List<ReadStories.ReadStory> all =
        stories.top(
            new TopQuery(
                address.by(),
                address.window(),
                address.language().code(),
                address.topic().isEmpty() ? null : address.topic(),
                WHOLE));
    Map<Long, long[]> days = stories.lastDay(all);
    return new TopTen.Whole(
        words,
        title(address, words, topics),
        orders(address, words),
        windows(address, words),
        topics(address, words, topics),
        words.text("top.within", span(words, address.window())),
        rows(all, story -> line(days.get(story.teaser().id()))));
  }

  private List<ReadStories.ReadStory> read(
      Language language, TopQuery.By by, Window window, int limit) {
    return stories.top(new TopQuery(by, window, language.code(), limit));
  }

  private static List<TopTen.Row> rows(
      List<ReadStories.ReadStory> stories,
      Function<ReadStories.ReadStory, @Nullable String> lines) {
    List<TopTen.Row> rows = new ArrayList<>();
    for (ReadStories.ReadStory story : stories) {
      TopRow numbers = story.numbers();
      rows.add(
          new TopTen.Row(
              rows.size() + 1,
              story.teaser().path(),
              story.teaser().emoji(),
              story.teaser().headline(),
              numbers.views(),
              numbers.comments(),
              numbers.reactions(),
              numbers.windowViews(),
              lines.apply(story)));
    }
    return rows;
  }

  /** Draws hours as the points of a line, the highest at the top; null if all are empty. */
  static @Nullable String line(long @Nullable [] hours) {
    long most = hours == null ? 0 : Arrays.stream(hours).max().orElse(0);
    if (hours == null || most == 0) {
      return null;
    }
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < hours.length; i++) {
      long y = 1 + HEIGHT - Math.round((double) HEIGHT * hours[i] / most);
      points.append(i == 0 ? "" : " ").append(i * STEP).append(',').append(y);
    }
    return points.toString();
  }

  private static String title(Address.Top address, Words words, List<Topic> topics) {
    String whole = words.text("top.whole");
    return topics.stream()
        .filter(topic -> topic.slug().equals(address.topic()))
        .findFirst()
        .map(topic -> whole + ": " + topic.name())
        .orElse(whole);
  }

  private static List<Link> orders(Address.Top address, Words words) {
    List<Link> orders = new ArrayList<>();
    for (TopQuery.By by : TopQuery.By.values()) {
      orders.add(
          new Link(
              Routes.path(
                  new Address.Top(address.language(), by, address.window(), address.topic())),
              words.text("top.by." + by.code()),
              by == address.by()));
    }
    return orders;
  }

  private static List<Link> windows(Address.Top address, Words words) {
    List<Link> windows = new ArrayList<>();
    for (Window window : Window.values()) {
      windows.add(
          new Link(
              Routes.path(
                  new Address.Top(address.language(), address.by(), window, address.topic())),
              span(words, window),
              window == address.window()));
    }
    return windows;
  }

  private static List<Link> topics(Address.Top address, Words words, List<Topic> topics) {
    List<Link> links = new ArrayList<>();
    links.add(topic(address, "", words.text("top.topics.all")));
    for (Topic topic : topics) {
      if (links.size() <= TOPICS_SHOWN || topic.slug().equals(address.topic())) {
        links.add(topic(address, topic.slug(), topic.name()));
      }
    }
    return links.size() == 1 ? List.of() : links;
  }

  private static Link topic(Address.Top address, String slug, String name) {
    Address.Top of = new Address.Top(address.language(), address.by(), address.window(), slug);
    return new Link(Routes.path(of), name, slug.equals(address.topic()));
  }

  private static String span(Words words, Window window) {
    return switch (window) {
      case HOUR -> words.count("hours", 1);
      case DAY -> words.count("hours", 24);
      case WEEK -> words.count("days", 7);
      case MONTH -> words.count("days", 30);
    };
  }
}
