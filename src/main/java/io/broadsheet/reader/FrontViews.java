package io.broadsheet.reader;

import io.broadsheet.articles.Articles;
import io.broadsheet.articles.FrontSlots;
import io.broadsheet.articles.Teaser;
import io.broadsheet.articles.Topic;
import io.broadsheet.reader.view.Desks;
import io.broadsheet.reader.view.Front;
import io.broadsheet.reader.view.Item;
import io.broadsheet.reader.view.Link;
import io.broadsheet.settings.Language;
import io.broadsheet.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lays out the front page: what editors put there, filled up with the newest to one lead and four
 * second stories; the latest of the others; and a desk for each topic.
 */
final class FrontViews {
  private static final int ABOVE = 5;
  private static final int LATEST = 13;
  private static final int DESKS = 8;
  private static final int ON_DESK = 3;

  /** Among a topic's newest are some that live in another topic, or stand above already. */
  private static final int LOOKED_AT = 20;

  private final House house;
  private final Articles articles;
  private final FrontSlots slots;

  /** The front page above and below what stands between them on a narrow screen. */
  record Halves(Front upper, Desks lower) {}

  FrontViews(House house, Articles articles, FrontSlots slots) {
    this.house = house;
    this.articles = articles;
    this.slots = slots;
  }

  /** Returns the front page of a language as it is now. */
  Halves of(Language language, List<Topic> topics) {
    House.Common common = house.in(language);
    List<Teaser> placed = slots.shown(language);
    int room = room(placed.size());
    List<Teaser> newest = articles.latest(language, 0, room + LATEST + 1);
    LocalDate day = Items.newest(newest, common.dates()).orElse(LocalDate.EPOCH);
    List<Teaser> others = without(placed, newest);
    List<Teaser> above = new ArrayList<>(placed);
    above.addAll(arranged(first(others, room - placed.size())));
    List<Teaser> rest = others.subList(above.size() - placed.size(), others.size());
    boolean more = rest.size() > LATEST;
    List<Teaser> below = first(rest, LATEST);
    List<Item> top = Items.ofAll(above, common.dates(), day);
    Words words = common.words();
    Front upper =
        new Front(
            words,
            Items.newest(below, common.dates())
                .filter(day::equals)
                .map(common.dates()::day)
                .orElse(null),
            top.isEmpty() ? null : top.getFirst(),
            top.isEmpty() ? top : top.subList(1, top.size()),
            Items.ofDay(below, common.dates(), day),
            more
                ? Link.to(
                    Routes.path(new Address.Topic(language, Routes.NEWS, 1)),
                    words.text("front.all"))
                : null);
    return new Halves(upper, desks(language, topics, above, day));
  }

  /** Returns how many stand above: those put there, and as many more as fill two columns. */
  private static int room(int placed) {
    return Math.max(ABOVE, placed + (placed + 1) % 2);
  }

  private static List<Teaser> first(List<Teaser> stories, int most) {
    return stories.subList(0, Math.min(most, stories.size()));
  }

  private static List<Teaser> without(List<Teaser> placed, List<Teaser> stories) {
    Set<Long> ids = placed.stream().map(Teaser::id).collect(Collectors.toSet());
    return stories.stream().filter(story -> !ids.contains(story.id())).toList();
  }

  /**
   * Puts the newest that has a picture first, as the lead, and behind it those with a picture
   * before those without, so that pictures stand beside pictures.
   */
  private static List<Teaser> arranged(List<Teaser> newest) {
    List<Teaser> arranged = new ArrayList<>(newest);
    arranged.sort(Comparator.comparing(teaser -> teaser.picture() == null));
    return arranged;
  }

  private Desks desks(Language language, List<Topic> topics, List<Teaser> above, LocalDate newest) {
    House.Common common = house.in(language);
    List<Desks.Desk> desks = new ArrayList<>();
    for (Topic topic : topics.subList(0, Math.min(DESKS, topics.size()))) {
      List<Teaser> others =
          without(above, articles.inTopic(language, topic.slug(), 0, LOOKED_AT)).stream()
              .filter(teaser -> livesIn(topic, teaser))
              .limit(ON_DESK)
              .toList();
      if (!others.isEmpty()) {
        desks.add(
            new Desks.Desk(
                topic.slug(),
                Items.topic(language, topic),
                Items.onDesk(others, common.dates(), newest)));
      }
    }
    return new Desks(common.words(), desks);
  }

  private static boolean livesIn(Topic topic, Teaser teaser) {
    return teaser.topic() != null && teaser.topic().slug().equals(topic.slug());
  }
}
