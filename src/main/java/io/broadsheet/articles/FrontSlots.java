package io.broadsheet.articles;

import io.broadsheet.database.Database;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Language;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stories that editors put first on the front page of each language, in their order; behind
 * them it fills by itself.
 *
 * <p>Whoever saves says what they have seen last, and what somebody else saved meanwhile is never
 * overwritten. Every change that readers can see is told as {@link FrontChanged}. What a method
 * that saves has returned is durable. All calls block on the database.
 */
public final class FrontSlots {
  private final Database database;
  private final Outbox outbox;
  private final InstantSource clock;
  private final ArticleRows articles;

  /** Opens the front pages of this database. */
  public FrontSlots(Database database, Outbox outbox, InstantSource clock, JsonMapper json) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
    this.articles = new ArticleRows(json);
  }

  /** Returns what was last saved. */
  public FrontPage open(Language language) {
    return database.read(sql -> open(sql, language));
  }

  /** Returns the stories that readers see now, in their order, {@link FrontPage#SHOWN} at most. */
  public List<Teaser> shown(Language language) {
    return database.read(sql -> places(sql, language, open(sql, language).slots())).stream()
        .filter(place -> place.standing() == FrontPlace.Standing.SHOWN)
        .map(FrontPlace::teaser)
        .toList();
  }

  /** Tells where each story would stand at this moment; those that there are not are left out. */
  public List<FrontPlace> places(Language language, List<FrontSlot> slots) {
    return database.read(sql -> places(sql, language, slots));
  }

  /**
   * Keeps an order of stories, without those whose time has passed.
   *
   * @param seen the version that its editor has seen last
   * @param by who saves it
   * @throws InvalidArticle if there are too many, one twice, or one that there is not
   */
  public FrontSaved save(Language language, long seen, List<FrontSlot> slots, String by) {
    return write(
        sql -> {
          FrontPage now = open(sql, language);
          if (now.version() != seen) {
            return new FrontSaved.Overtaken(now);
          }
          List<FrontSlot> lasting =
              slots.stream().filter(slot -> !slot.isOver(clock.instant())).toList();
          checkAll(sql, lasting);
          return new FrontSaved.Kept(
              lasting.equals(now.slots()) ? now : next(sql, now, lasting, by));
        });
  }

  /**
   * Takes back the last saving, which can be taken back in turn.
   *
   * @param seen the version that its editor has seen last
   * @param by who takes it back
   */
  public FrontSaved undo(Language language, long seen, String by) {
    return write(
        sql -> {
          FrontPage now = open(sql, language);
          if (now.version() != seen) {
            return new FrontSaved.Overtaken(now);
          }
          return new FrontSaved.Kept(
              seen == 0 ? now : next(sql, now, slots(sql, language, seen - 1), by));
        });
  }

  /**
   * Tells of the front pages on which a story's time has come or passed.
   *
   * @return how many those were
   */
  int settleDue() {
    if (database.read(this::due).isEmpty()) {
      return 0;
    }
    return write(
        sql -> {
          List<Language> due = due(sql);
          for (Language language : due) {
            FrontPage page = open(sql, language);
            sql.sql("UPDATE front_page SET due_at = :due WHERE language = :language")
                .param("due", nextDue(page.slots()), Types.BIGINT)
                .param("language", language.code())
                .update();
            outbox.append(sql, new FrontChanged(language));
          }
          return due.size();
        });
  }

  private <T> T write(Function<JdbcClient, T> statements) {
    return database.write(
        sql -> {
          Articles.takeTurns(database, sql);
          return statements.apply(sql);
        });
  }

  private List<Language> due(JdbcClient sql) {
    return sql
        .sql("SELECT language FROM front_page WHERE due_at <= :now ORDER BY language")
        .param("now", clock.millis())
        .query(String.class)
        .list()
        .stream()
        .flatMap(code -> Language.of(code).stream())
        .toList();
  }

  private FrontPage open(JdbcClient sql, Language language) {
    return sql.sql("SELECT version, saved_by, saved_at FROM front_page WHERE language = :language")
        .param("language", language.code())
        .query(
            (row, n) ->
                new FrontPage(
                    language,
                    row.getLong("version"),
                    slots(sql, language, row.getLong("version")),
                    row.getString("saved_by"),
                    Instant.ofEpochMilli(row.getLong("saved_at"))))
        .optional()
        .orElseGet(() -> new FrontPage(language, 0, List.of(), "", Instant.EPOCH));
  }

  private static List<FrontSlot> slots(JdbcClient sql, Language language, long version) {
    return sql.sql(
            """
            SELECT article, from_at, until_at FROM front_slot
            WHERE language = :language AND version = :version ORDER BY place
            """)
        .param("language", language.code())
        .param("version", version)
        .query(
            (row, n) ->
                new FrontSlot(
                    row.getLong("article"),
                    ArticleRows.instant(row, "from_at"),
                    ArticleRows.instant(row, "until_at")))
        .list();
  }

  private List<FrontPlace> places(JdbcClient sql, Language language, List<FrontSlot> slots) {
    if (slots.isEmpty()) {
      return List.of();
    }
    List<Long> ids = slots.stream().map(FrontSlot::article).toList();
    Map<Long, Teaser> known = new HashMap<>();
    articles.known(sql, ids).forEach(teaser -> known.put(teaser.id(), teaser));
    Set<Long> listed = articles.listed(sql, language, ids);
    List<FrontPlace> places = new ArrayList<>();
    int shown = 0;
    for (FrontSlot slot : slots) {
      Teaser teaser = known.get(slot.article());
      if (teaser != null) {
        FrontPlace.Standing standing = standing(slot, listed, shown);
        shown += standing == FrontPlace.Standing.SHOWN ? 1 : 0;
        places.add(new FrontPlace(slot, teaser, standing));
      }
    }
    return places;
  }

  private FrontPlace.Standing standing(FrontSlot slot, Set<Long> listed, int before) {
    Instant now = clock.instant();
    if (slot.isOver(now)) {
      return FrontPlace.Standing.OVER;
    }
    if (!listed.contains(slot.article())) {
      return FrontPlace.Standing.UNLISTED;
    }
    if (slot.waits(now)) {
      return FrontPlace.Standing.WAITING;
    }
    return before < FrontPage.SHOWN ? FrontPlace.Standing.SHOWN : FrontPlace.Standing.CROWDED_OUT;
  }

  private void checkAll(JdbcClient sql, List<FrontSlot> slots) {
    Set<Long> missing = slots.stream().map(FrontSlot::article).collect(Collectors.toSet());
    if (!missing.isEmpty()) {
      articles.known(sql, Set.copyOf(missing)).forEach(teaser -> missing.remove(teaser.id()));
    }
    Check.that(missing.isEmpty(), "There is no story " + missing + ".");
  }

  private FrontPage next(JdbcClient sql, FrontPage last, List<FrontSlot> slots, String by) {
    FrontPage next =
        new FrontPage(
            last.language(), last.version() + 1, slots, by, Instant.ofEpochMilli(clock.millis()));
    sql.sql(
            """
            INSERT INTO front_page (language, version, due_at, saved_by, saved_at)
            VALUES (:language, :version, :due, :by, :at)
            ON CONFLICT (language) DO UPDATE SET version = excluded.version,
              due_at = excluded.due_at, saved_by = excluded.saved_by, saved_at = excluded.saved_at
            """)
        .param("language", next.language().code())
        .param("version", next.version())
        .param("due", nextDue(slots), Types.BIGINT)
        .param("by", by)
        .param("at", next.at().toEpochMilli())
        .update();
    for (int place = 0; place < slots.size(); place++) {
      insert(sql, next, place, slots.get(place));
    }
    sql.sql("DELETE FROM front_slot WHERE language = :language AND version < :before")
        .param("language", next.language().code())
        .param("before", last.version())
        .update();
    outbox.append(sql, new FrontChanged(next.language()));
    return next;
  }

  private static void insert(JdbcClient sql, FrontPage page, int place, FrontSlot slot) {
    sql.sql(
            """
            INSERT INTO front_slot (language, version, place, article, from_at, until_at)
            VALUES (:language, :version, :place, :article, :from, :until)
            """)
        .param("language", page.language().code())
        .param("version", page.version())
        .param("place", place)
        .param("article", slot.article())
        .param("from", millis(slot.from()), Types.BIGINT)
        .param("until", millis(slot.until()), Types.BIGINT)
        .update();
  }

  /** Returns when the first of these comes or goes next, in milliseconds; null for never. */
  private @Nullable Long nextDue(List<FrontSlot> slots) {
    long now = clock.millis();
    return slots.stream()
        .flatMap(
            slot -> Stream.of(Optional.ofNullable(slot.from()), Optional.ofNullable(slot.until())))
        .flatMap(Optional::stream)
        .map(Instant::toEpochMilli)
        .filter(at -> at > now)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static @Nullable Long millis(@Nullable Instant time) {
    return time == null ? null : time.toEpochMilli();
  }
}
