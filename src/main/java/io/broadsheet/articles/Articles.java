package io.broadsheet.articles;

import io.broadsheet.database.Database;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stories: handing them in, finding them, listing them.
 *
 * <p>What a method that saves has returned is durable. Every change that readers can see is told as
 * an {@link ArticleEvent}. All calls block on the database.
 */
public final class Articles {
  /** How long after its time a story is late: what is due is looked for every second. */
  private static final Duration LATE = Duration.ofSeconds(30);

  private static final long SAVING = 0x61727469636c65L;

  private final InstantSource clock;
  private final Database database;
  private final ArticleRows rows;
  private final CorrectionRows corrections;
  private final Saving saving;

  /** Opens the stories of this database. */
  public Articles(Database database, Outbox outbox, InstantSource clock, JsonMapper json) {
    this.database = database;
    this.rows = new ArticleRows(json);
    this.corrections = new CorrectionRows(rows);
    this.clock = clock;
    this.saving = new Saving(rows, outbox, clock);
  }

  /**
   * Takes an edition in, or changes the one of the same URI.
   *
   * @throws InvalidArticle if its story has another edition in this language
   */
  public Saved save(Submission submission) {
    return saveAll(List.of(submission)).getFirst();
  }

  /**
   * Takes editions in, all of them or, if one cannot be taken, none.
   *
   * @throws InvalidArticle if the story of one has another edition in its language
   */
  public List<Saved> saveAll(List<Submission> submissions) {
    return database.write(
        sql -> {
          takeTurns(database, sql);
          return submissions.stream().map(submission -> saving.save(sql, submission)).toList();
        });
  }

  /** Returns what a submission would become, without taking it in. */
  public Saved.Change preview(Submission submission) {
    return database.read(sql -> saving.preview(sql, submission));
  }

  /** Returns what a reader finds under this id. */
  public Finding find(long id) {
    return database.read(
        sql ->
            rows.byId(sql, id)
                .<Finding>map(
                    article ->
                        switch (article.state()) {
                          case PUBLISHED -> new Finding.Live(article);
                          case WITHDRAWN ->
                              new Finding.Gone(
                                  article.id(), article.language(), rows.lastWord(sql, id));
                          case DRAFT, REVIEW, SCHEDULED -> new Finding.Missing();
                        })
                .orElseGet(Finding.Missing::new));
  }

  /** Returns what was put right in the stories of a language, the newest first. */
  public List<Corrected> corrections(Language language, int offset, int limit) {
    return database.read(sql -> corrections.latest(sql, language, offset, limit));
  }

  /** Returns the article of this id in whatever state it is. */
  public Optional<Article> get(long id) {
    return database.read(sql -> rows.byId(sql, id));
  }

  /**
   * Returns what an article has said, the newest first, that of now being the first.
   *
   * @param limit at most so many
   */
  public List<Revision> revisions(long article, int limit) {
    return database.read(
        sql ->
            rows.byId(sql, article)
                .map(found -> rows.revisions(sql, found, limit))
                .orElseGet(List::of));
  }

  /** Tells whether readers find an article under this id. */
  public boolean isPublished(long id) {
    return database.read(sql -> rows.isPublished(sql, id));
  }

  /** Returns the id of the article with this URI in whatever state it is. */
  public Optional<Long> idOf(String uri) {
    return database.read(sql -> rows.idOf(sql, uri));
  }

  /** Returns listed articles of a language, newest first. */
  public List<Teaser> latest(Language language, int offset, int limit) {
    return database.read(sql -> rows.latest(sql, language, offset, limit));
  }

  /**
   * Returns listed articles that were published in a time, newest first.
   *
   * @param from its first moment
   * @param until the moment after its last
   */
  public List<Teaser> between(
      Language language, Instant from, Instant until, int offset, int limit) {
    return database.read(sql -> rows.between(sql, language, from, until, offset, limit));
  }

  /** Returns when in a time listed articles were published, the earliest first. */
  public List<Instant> times(Language language, Instant from, Instant until) {
    return database.read(sql -> rows.times(sql, language, from, until));
  }

  /** Returns when the first of the listed articles was published; empty if none is. */
  public Optional<Instant> oldest(Language language) {
    return database.read(sql -> rows.oldest(sql, language));
  }

  /** Returns what is breaking in a language at this moment, the newest first. */
  public List<Teaser> breaking(Language language, int limit) {
    return database.read(sql -> rows.breaking(sql, language, clock.instant(), limit));
  }

  /** Returns listed articles of a topic, newest first. */
  public List<Teaser> inTopic(Language language, String topic, int offset, int limit) {
    return database.read(sql -> rows.inTopic(sql, language, topic, offset, limit));
  }

  /** Returns how many articles of a language are listed. */
  public int count(Language language) {
    return database.read(sql -> rows.count(sql, language));
  }

  /** Returns how many articles of a topic are listed. */
  public int count(Language language, String topic) {
    return database.read(sql -> rows.count(sql, language, topic));
  }

  /** Returns the topics that have listed articles in a language, those with most articles first. */
  public List<Topic> topics(Language language) {
    return database.read(sql -> rows.topics(sql, language));
  }

  /** Returns the topic of this slug with its name in a language, whether or not it has stories. */
  public Optional<Topic> topic(Language language, String slug) {
    return database.read(sql -> rows.topic(sql, language, slug));
  }

  /** Returns published editions of a story, in the order of their languages' codes. */
  public List<Teaser> editions(String story) {
    return database.read(sql -> rows.editions(sql, story));
  }

  /** Returns teasers of those of these articles that are published, in the order of the ids. */
  public List<Teaser> teasers(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<Long, Teaser> found =
        database.read(sql -> rows.teasers(sql, ids)).stream()
            .collect(Collectors.toMap(Teaser::id, Function.identity()));
    List<Teaser> ordered = new ArrayList<>(ids.size());
    for (Long id : ids) {
      Teaser teaser = found.get(id);
      if (teaser != null) {
        ordered.add(teaser);
      }
    }
    return ordered;
  }

  /**
   * Returns teasers of those of these articles that there are, whatever their state, by their ids.
   */
  public Map<Long, Teaser> known(Collection<Long> ids) {
    return ids.isEmpty()
        ? Map.of()
        : database.read(sql -> rows.known(sql, ids)).stream()
            .collect(Collectors.toMap(Teaser::id, Function.identity()));
  }

  /**
   * Hands every published article to the visitor, in no order, without holding them all in memory.
   */
  public void forEachPublished(PublishedVisitor visitor) {
    database.read(sql -> rows.forEachPublished(sql, visitor));
  }

  /** Receives published articles one by one. */
  @FunctionalInterface
  public interface PublishedVisitor {
    /**
     * Takes one, which lists show or, as it has expired, no more.
     *
     * @param topics the slugs of the topics whose lists show it
     */
    void visit(long id, Language language, Set<String> topics, boolean listed);
  }

  /** Returns the stories that should have appeared some time ago and have not; 20 at most. */
  public List<Teaser> late() {
    return database.read(sql -> rows.late(sql, clock.instant().minus(LATE)));
  }

  /**
   * Publishes what is due, and takes off the lists what has expired.
   *
   * @return how many articles it settled, up to 100 a call
   */
  int settleDue() {
    List<Long> due = database.read(saving::due);
    if (due.isEmpty()) {
      return 0;
    }
    return database.write(
        sql -> {
          takeTurns(database, sql);
          return saving.settle(sql, due);
        });
  }

  /** Two savings of one article at once would each miss what the other does. */
  static void takeTurns(Database database, JdbcClient sql) {
    sql.sql(database.dialect().serialize(SAVING)).query(row -> {});
  }
}
