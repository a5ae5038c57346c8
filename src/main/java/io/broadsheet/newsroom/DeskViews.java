package io.broadsheet.newsroom;

import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Teaser;
import io.broadsheet.audience.Audience;
import io.broadsheet.audience.Placement;
import io.broadsheet.audience.Placements;
import io.broadsheet.audience.Quarantine;
import io.broadsheet.audience.TopQuery;
import io.broadsheet.audience.Verdict;
import io.broadsheet.newsroom.view.Lists;
import io.broadsheet.newsroom.view.Placed;
import io.broadsheet.newsroom.view.Quarantines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What editors decide about the audience: spikes in quarantine, stories pinned and hidden. */
final class DeskViews {
  private final Audience audience;
  private final Placements placements;
  private final Articles articles;

  DeskViews(Audience audience, Placements placements, Articles articles) {
    this.audience = audience;
    this.placements = placements;
    this.articles = articles;
  }

  Quarantines quarantines(Texts texts) {
    List<Quarantine> all;
    try {
      all = audience.quarantines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<Long, Teaser> teasers = teasers(all.stream().map(Quarantine::article).toList());
    return new Quarantines(
        all.stream().map(one -> row(one, teasers.get(one.article()), texts)).toList());
  }

  /** Returns what was done with stories on lists, the latest first. */
  List<Placed> placed(Texts texts) {
    List<Placement> all = placements.all();
    Map<Long, Teaser> teasers = teasers(all.stream().map(Placement::article).toList());
    List<Placed> placed = new ArrayList<>();
    for (Placement one : all) {
      Teaser teaser = teasers.get(one.article());
      if (teaser != null) {
        placed.add(
            new Placed(
                path(one.article()),
                teaser.language().code(),
                teaser.headline(),
                mark(one, texts),
                path(one.article()) + "/lists",
                one.list().code()));
      }
    }
    return placed;
  }

  /** Returns the marks of stories that were pinned or hidden somewhere, by their ids. */
  Map<Long, List<String>> marks(Texts texts) {
    return placements.all().stream()
        .collect(
            Collectors.groupingBy(
                Placement::article,
                Collectors.mapping(one -> mark(one, texts), Collectors.toList())));
  }

  Lists lists(long article, Texts texts) {
    Map<TopQuery.By, Placement> placed =
        placements.all().stream()
            .filter(one -> one.article() == article)
            .collect(Collectors.toMap(Placement::list, Function.identity()));
    List<Lists.Row> rows = new ArrayList<>();
    for (TopQuery.By list : TopQuery.By.values()) {
      Optional<Placement.Kind> kind = Optional.ofNullable(placed.get(list)).map(Placement::kind);
      rows.add(
          new Lists.Row(
              list.code(),
              texts.text("list." + list.code()),
              texts.text("placed." + kind.map(Placement.Kind::code).orElse("none")),
              kind.isPresent(),
              choices(kind, texts)));
    }
    return new Lists(path(article) + "/lists", rows);
  }

  private static List<Quarantines.Choice> choices(Optional<Placement.Kind> kind, Texts texts) {
    List<Quarantines.Choice> choices = new ArrayList<>();
    for (Placement.Kind other : Placement.Kind.values()) {
      if (kind.isEmpty() || kind.get() != other) {
        choices.add(new Quarantines.Choice(other.code(), texts.text("place." + other.code())));
      }
    }
    if (kind.isPresent()) {
      choices.add(new Quarantines.Choice("none", texts.text("place.none")));
    }
    return choices;
  }

  private static String mark(Placement placement, Texts texts) {
    return texts.text(
        "mark." + placement.kind().code(), texts.text("list." + placement.list().code()));
  }

  private static Quarantines.Row row(Quarantine one, @Nullable Teaser teaser, Texts texts) {
    return new Quarantines.Row(
        one.id(),
        path(one.article()),
        teaser == null ? null : teaser.language().code(),
        teaser == null ? "№ " + one.article() : teaser.headline(),
        texts.text(
            "quarantine.about", texts.number(one.views()), one.block(), texts.moment(one.began())),
        texts.text("verdict." + code(one.verdict())),
        one.verdict() == Verdict.HELD,
        AudienceViews.PATH + "/quarantines/" + one.id(),
        verdicts(one.verdict(), texts));
  }

  private static List<Quarantines.Choice> verdicts(Verdict now, Texts texts) {
    List<Quarantines.Choice> choices = new ArrayList<>();
    for (Verdict verdict : new Verdict[] {Verdict.RELEASED, Verdict.REMOVED, Verdict.HELD}) {
      if (verdict != now) {
        choices.add(new Quarantines.Choice(verdict.name(), texts.text("judge." + code(verdict))));
      }
    }
    return choices;
  }

  private static String code(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  private static String path(long article) {
    return AudienceViews.PATH + "/" + article;
  }

  private Map<Long, Teaser> teasers(Collection<Long> ids) {
    return articles.teasers(ids.stream().distinct().toList()).stream()
        .collect(Collectors.toMap(Teaser::id, Function.identity()));
  }
}
