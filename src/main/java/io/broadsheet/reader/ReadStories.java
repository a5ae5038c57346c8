package io.broadsheet.reader;

import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Teaser;
import io.broadsheet.audience.Audience;
import io.broadsheet.audience.TopQuery;
import io.broadsheet.audience.TopRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lists of what is read: the audience's numbers with the stories that they are about. */
final class ReadStories {
  private final Audience audience;
  private final Articles articles;

  ReadStories(Audience audience, Articles articles) {
    this.audience = audience;
    this.articles = articles;
  }

  /** Returns how often stories were read in each of the last 24 hours, oldest first. */
  Map<Long, long[]> lastDay(List<ReadStory> stories) {
    try {
      return audience.lastDay(stories.stream().map(story -> story.teaser().id()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A story and how often it was read. */
  record ReadStory(Teaser teaser, TopRow numbers) {}

  /**
   * Returns a list, the first first.
   *
   * <p>A story that was withdrawn a moment ago is left out until the audience has heard of it too.
   */
  List<ReadStory> top(TopQuery query) {
    List<TopRow> rows = audience.top(query);
    Map<Long, Teaser> teasers =
        articles.teasers(rows.stream().map(TopRow::article).toList()).stream()
            .collect(Collectors.toMap(Teaser::id, Function.identity()));
    List<ReadStory> stories = new ArrayList<>(rows.size());
    for (TopRow row : rows) {
      Teaser teaser = teasers.get(row.article());
      if (teaser != null) {
        stories.add(new ReadStory(teaser, row));
      }
    }
    return stories;
  }
}
