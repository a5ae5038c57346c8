package io.broadsheet.reader;

import io.broadsheet.articles.Teaser;
import io.broadsheet.articles.Topic;
import io.broadsheet.reader.view.Image;
import io.broadsheet.reader.view.Item;
import io.broadsheet.reader.view.Link;
import io.broadsheet.reader.view.Moment;
import io.broadsheet.settings.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns teasers of stories into entries of lists. */
final class Items {
  private Items() {}

  /** Returns entries with their topics, whose bare times belong to the newest story's day. */
  static List<Item> ofDay(List<Teaser> teasers, Dates dates, LocalDate newest) {
    return items(teasers, true, teaser -> dates.timeOrDay(teaser.published(), newest));
  }

  /**
   * Returns entries of one topic, of which the first leads with its picture; bare times belong to
   * the newest story's day.
   */
  static List<Item> onDesk(List<Teaser> teasers, Dates dates, LocalDate newest) {
    List<Item> items = items(teasers, false, teaser -> dates.timeOrDay(teaser.published(), newest));
    List<Item> led = new ArrayList<>();
    for (Item item : items) {
      led.add(led.isEmpty() ? item : item.withoutImage());
    }
    return led;
  }

  /** Returns entries of one topic, with dates and times; those of another year with their year. */
  static List<Item> ofTopic(List<Teaser> teasers, Dates dates, LocalDate newest) {
    return items(teasers, false, teaser -> dates.dayAndTime(teaser.published(), newest));
  }

  /** Returns entries of all topics, with dates and times. */
  static List<Item> ofAll(List<Teaser> teasers, Dates dates, LocalDate newest) {
    return items(teasers, true, teaser -> dates.dayAndTime(teaser.published(), newest));
  }

  /** Returns the day of the newest of these stories; empty if there is none. */
  static Optional<LocalDate> newest(List<Teaser> teasers, Dates dates) {
    return teasers.stream().findFirst().map(teaser -> dates.dayOf(teaser.published()));
  }

  /** Returns the way to a topic. */
  static Link topic(Language language, Topic topic) {
    return Link.to("/" + language.code() + "/" + topic.slug() + "/", topic.name());
  }

  private static List<Item> items(
      List<Teaser> teasers, boolean topics, Function<Teaser, Moment> time) {
    return teasers.stream().map(teaser -> item(teaser, topics, time.apply(teaser))).toList();
  }

  private static Item item(Teaser teaser, boolean topics, Moment time) {
    Topic topic = topics ? teaser.topic() : null;
    return new Item(
        teaser.path(),
        teaser.emoji(),
        teaser.headline(),
        teaser.lede(),
        topic == null ? null : topic(teaser.language(), topic),
        image(teaser),
        time);
  }

  private static @Nullable Image image(Teaser teaser) {
    return teaser.picture() == null ? null : Pictures.inList(teaser.picture());
  }
}
