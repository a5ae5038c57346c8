package io.broadsheet.articles;

import io.broadsheet.settings.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what was put right in all articles in the order of its time. */
final class CorrectionRows {
  private final ArticleRows articles;

  CorrectionRows(ArticleRows articles) {
    this.articles = articles;
  }

  /** Takes in what a new version of an article says was put right. */
  void keep(JdbcClient sql, Article article) {
    List<Correction> corrections = article.content().corrections();
    sql.sql("DELETE FROM correction WHERE article = :article AND n >= :count")
        .param("article", article.id())
        .param("count", corrections.size())
        .update();
    for (int n = 0; n < corrections.size(); n++) {
      sql.sql(
              """
              INSERT INTO correction (article, n, language, at, note, version)
              VALUES (:article, :n, :language, :at, :note, :version)
              ON CONFLICT (article, n) DO UPDATE SET language = excluded.language,
                at = excluded.at, note = excluded.note, version = excluded.version
              WHERE correction.at <> excluded.at OR correction.note <> excluded.note
                OR correction.language <> excluded.language
              """)
          .param("article", article.id())
          .param("n", n)
          .param("language", article.language().code())
          .param("at", corrections.get(n).at().toEpochMilli())
          .param("note", corrections.get(n).note())
          .param("version", article.version())
          .update();
    }
  }

  private record Row(long article, int n, Correction correction, long version) {}

  List<Corrected> latest(JdbcClient sql, Language language, int offset, int limit) {
    List<Row> rows =
        sql.sql(
                """
                SELECT c.* FROM correction c JOIN article a ON a.id = c.article
                WHERE c.language = :language AND a.state = 'published'
                ORDER BY c.at DESC, c.article DESC, c.n DESC LIMIT :limit OFFSET :offset
                """)
            .param("language", language.code())
            .param("limit", limit)
            .param("offset", offset)
            .query(
                (row, number) ->
                    new Row(
                        row.getLong("article"),
                        row.getInt("n"),
                        new Correction(
                            Instant.ofEpochMilli(row.getLong("at")), row.getString("note")),
                        row.getLong("version")))
            .list();
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<Long, Teaser> stories =
        articles.known(sql, rows.stream().map(Row::article).distinct().toList()).stream()
            .collect(Collectors.toMap(Teaser::id, Function.identity()));
    return rows.stream()
        .map(
            row ->
                new Corrected(
                    Objects.requireNonNull(stories.get(row.article())),
                    row.n(),
                    row.correction(),
                    changes(sql, row)))
        .toList();
  }

  private List<List<TextDiff.Piece>> changes(JdbcClient sql, Row row) {
    if (row.version() < 2) {
      return List.of();
    }
    Article now = articles.byId(sql, row.article()).orElseThrow();
    return TextDiff.changes(
        articles.contentAt(sql, now, row.version() - 1),
        articles.contentAt(sql, now, row.version()));
  }
}
