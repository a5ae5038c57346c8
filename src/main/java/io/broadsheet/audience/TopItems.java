package io.broadsheet.audience;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Teaser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A list of what is read as programs read it. */
public record TopItems(List<Item> items) {
  /** A story with its numbers. */
  @JsonPropertyOrder({
    "rank",
    "id",
    "url",
    "emoji",
    "headline",
    "views",
    "comments",
    "reactions",
    "windowViews"
  })
  public record Item(
      int rank,
      long id,
      String url,
      @Nullable String emoji,
      String headline,
      long views,
      long comments,
      long reactions,
      long windowViews) {}

  /** Joins numbers with the stories that they are about; waits for the database. */
  public static TopItems of(List<TopRow> rows, Articles articles) {
    Map<Long, Teaser> teasers =
        articles.teasers(rows.stream().map(TopRow::article).toList()).stream()
            .collect(Collectors.toMap(Teaser::id, Function.identity()));
    List<Item> items = new ArrayList<>(rows.size());
    for (TopRow row : rows) {
      Teaser teaser = teasers.get(row.article());
      if (teaser != null) { // withdrawn this very moment
        items.add(
            new Item(
                items.size() + 1,
                row.article(),
                teaser.path(),
                teaser.emoji(),
                teaser.headline(),
                row.views(),
                row.comments(),
                row.reactions(),
                row.windowViews()));
      }
    }
    return new TopItems(items);
  }
}
