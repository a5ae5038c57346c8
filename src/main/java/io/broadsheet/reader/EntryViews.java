package io.broadsheet.reader;

import io.broadsheet.articles.Coverage;
import io.broadsheet.articles.CoverageEntry;
import io.broadsheet.articles.StoryLinks;
import io.broadsheet.reader.view.Entries;
import io.broadsheet.settings.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Entries of stories that are told as they happen, as their template shows them. */
final class EntryViews {
  private static final int ON_PAGE = 30;

  private final House house;
  private final Coverage coverage;

  EntryViews(House house, Coverage coverage) {
    this.house = house;
    this.coverage = coverage;
  }

  /** Tells whether a story is, or was, told as it happens. */
  boolean has(long article) {
    return coverage.standing(article).isPresent();
  }

  /**
   * Returns a page of a story's entries; empty if it has none.
   *
   * @param before the id below which to begin; {@link Long#MAX_VALUE} for the newest
   * @param path of the story
   * @param links writes the links to other stories
   */
  Optional<Entries> of(
      Language language, long article, long before, String path, StoryLinks links) {
    return coverage
        .standing(article)
        .map(
            standing -> {
              List<CoverageEntry> found = coverage.entries(article, before, ON_PAGE + 1);
              List<CoverageEntry> shown = found.subList(0, Math.min(ON_PAGE, found.size()));
              Dates dates = house.in(language).dates();
              LocalDate newest =
                  shown.isEmpty() ? LocalDate.EPOCH : dates.dayOf(shown.getFirst().at());
              return new Entries(
                  house.in(language).words(),
                  article,
                  standing.version(),
                  standing.open(),
                  shown.stream().map(entry -> entry(entry, newest, dates, links)).toList(),
                  before == Long.MAX_VALUE ? null : path,
                  found.size() > ON_PAGE ? path + "?before=" + shown.getLast().id() : null);
            });
  }

  private static Entries.Entry entry(
      CoverageEntry entry, LocalDate newest, Dates dates, StoryLinks links) {
    return new Entries.Entry(
        entry.id(),
        dates.dayAndTime(entry.at(), newest),
        entry.changed().isAfter(entry.at()) ? dates.after(entry.changed(), entry.at()) : null,
        entry.title(),
        entry.body().html("", links));
  }
}
