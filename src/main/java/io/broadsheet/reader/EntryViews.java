package io.broadsheet.reader;

import io.broadsheet.articles.Article;
import io.broadsheet.articles.Coverage;
import io.broadsheet.articles.Coverage.Standing;
import io.broadsheet.articles.CoverageEntry;
import io.broadsheet.articles.Insets;
import io.broadsheet.reader.view.Entries;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Entries of stories that are told as they happen, as their template shows them. */
final class EntryViews {
  private static final int ON_PAGE = 30;

  private final House house;
  private final Coverage coverage;
  private final LinkedData linked;

  EntryViews(House house, Coverage coverage, LinkedData linked) {
    this.house = house;
    this.coverage = coverage;
    this.linked = linked;
  }

  /** Tells whether a story is, or was, told as it happens. */
  boolean has(long article) {
    return coverage.standing(article).isPresent();
  }

  /**
   * Returns a page of a story's entries; empty if it has none.
   *
   * @param before the id below which to begin; {@link Long#MAX_VALUE} for the newest
   * @param insets writes what changes without the entries
   */
  Optional<Entries> of(Article story, long before, Insets insets) {
    return coverage.standing(story.id()).map(standing -> page(story, standing, before, insets));
  }

  private Entries page(Article story, Standing standing, long before, Insets insets) {
    List<CoverageEntry> found = coverage.entries(story.id(), before, ON_PAGE + 1);
    List<CoverageEntry> shown = found.subList(0, Math.min(ON_PAGE, found.size()));
    House.Common common = house.in(story.language());
    Dates dates = common.dates();
    LocalDate newest = shown.isEmpty() ? LocalDate.EPOCH : dates.dayOf(shown.getFirst().at());
    boolean first = before == Long.MAX_VALUE;
    return new Entries(
        common.words(),
        story.id(),
        standing.version(),
        standing.open(),
        shown.stream().map(entry -> entry(entry, newest, dates, insets)).toList(),
        first ? null : story.path(),
        found.size() > ON_PAGE ? story.path() + "?before=" + shown.getLast().id() : null,
        first ? data(story, standing, shown) : "");
  }

  /** What machines read; pages of earlier entries are not for them. */
  private String data(Article story, Standing standing, List<CoverageEntry> shown) {
    String address = house.absolute(story.path());
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@context", "https://schema.org");
    data.put("@type", "LiveBlogPosting");
    data.put("headline", story.content().headline());
    data.put("inLanguage", story.language().code());
    data.put("url", address);
    data.put("datePublished", story.published().toString());
    data.put("coverageStartTime", standing.begun().toString());
    if (standing.ended() != null) {
      data.put("coverageEndTime", standing.ended().toString());
    }
    data.put("liveBlogUpdate", shown.stream().map(entry -> update(entry, address)).toList());
    return linked.write(data);
  }

  private static Map<String, String> update(CoverageEntry entry, String address) {
    Map<String, String> update = new LinkedHashMap<>();
    update.put("@type", "BlogPosting");
    if (!entry.title().isEmpty()) {
      update.put("headline", entry.title());
    }
    update.put("url", address + "#entry-" + entry.id());
    update.put("datePublished", entry.at().toString());
    update.put("dateModified", entry.changed().toString());
    update.put("articleBody", entry.body().text());
    return update;
  }

  private static Entries.Entry entry(
      CoverageEntry entry, LocalDate newest, Dates dates, Insets insets) {
    return new Entries.Entry(
        entry.id(),
        dates.dayAndTime(entry.at(), newest),
        entry.changed().isAfter(entry.at()) ? dates.after(entry.changed(), entry.at()) : null,
        entry.changed().toEpochMilli(),
        entry.title(),
        entry.body().html("", insets));
  }
}
