package io.broadsheet.media;

import io.broadsheet.articles.Picture;
import io.broadsheet.database.Database;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was last said of each picture, by which it is found again. */
final class PictureLibrary {
  private static final int MOST_WORDS = 10;

  private final Database database;
  private final InstantSource clock;

  PictureLibrary(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Keeps what is said of pictures; of one of which nothing is said, what was said before. */
  void remember(List<Picture> pictures) {
    List<Picture> said =
        pictures.stream()
            .filter(one -> !(one.alt() + one.caption() + one.credit()).isEmpty())
            .toList();
    if (!said.isEmpty()) {
      database.write(sql -> said.stream().mapToInt(one -> remember(sql, one)).sum());
    }
  }

  private int remember(JdbcClient sql, Picture picture) {
    return sql.sql(
            """
            UPDATE picture
            SET alt = :alt, caption = :caption, credit = :credit, sought = :sought, used_at = :at
            WHERE hash = :hash AND (alt <> :alt OR caption <> :caption OR credit <> :credit)
            """)
        .param("hash", picture.hash())
        .param("alt", picture.alt())
        .param("caption", picture.caption())
        .param("credit", picture.credit())
        .param("sought", folded(picture.alt() + "\n" + picture.caption() + "\n" + picture.credit()))
        .param("at", clock.millis())
        .update();
  }

  /** Returns those of which all of the words are said, the last used first. */
  List<Picture> find(String words, int from, int most) {
    List<String> sought =
        Stream.of(folded(words).split("\\s+"))
            .filter(word -> !word.isEmpty())
            .limit(MOST_WORDS)
            .toList();
    return database.read(
        sql -> {
          List<String> conditions = new ArrayList<>();
          for (int i = 0; i < sought.size(); i++) {
            conditions.add(" AND sought LIKE :word" + i + " ESCAPE '!'");
          }
          var query =
              sql.sql(
                      """
                      SELECT hash, width, height, color, alt, caption, credit
                      FROM picture WHERE used_at >= 0%s
                      ORDER BY used_at DESC, hash LIMIT :most OFFSET :from
                      """
                          .formatted(String.join("", conditions)))
                  .param("most", most)
                  .param("from", from);
          for (int i = 0; i < sought.size(); i++) {
            query = query.param("word" + i, "%" + escaped(sought.get(i)) + "%");
          }
          return query
              .query(
                  (row, at) ->
                      new Picture(
                          row.getString("hash"),
                          row.getInt("width"),
                          row.getInt("height"),
                          row.getString("color"),
                          row.getString("alt"),
                          row.getString("caption"),
                          row.getString("credit")))
              .list();
        });
  }

  /** Databases know capital letters of ASCII only. */
  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replace('\0', ' ');
  }

  private static String escaped(String word) {
    return word.replaceAll("[!%_]", "!$0");
  }
}
