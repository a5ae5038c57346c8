package io.broadsheet.articles;

import io.broadsheet.audit.AuditLog;
import io.broadsheet.audit.AuditLog.Deed;
import io.broadsheet.database.Database;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Language;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the newsroom writes before readers see it.
 *
 * <p>Whoever saves says what they have seen last; what somebody else wrote meanwhile is never
 * overwritten but handed back, to be merged. What a method that saves has returned is durable. All
 * calls block on the database.
 */
public final class Drafts {
  private final InstantSource clock;
  private final Database database;
  private final ArticleRows articles;
  private final DraftRows rows;
  private final Saving saving;
  private final Outbox outbox;
  private final AuditLog audit;

  /** Opens the drafts of this database. */
  public Drafts(
      Database database, Outbox outbox, AuditLog audit, InstantSource clock, JsonMapper json) {
    this.database = database;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
    this.articles = new ArticleRows(json);
    this.rows = new DraftRows(json);
    this.saving = new Saving(articles, outbox, clock);
  }

  /**
   * Begins a story.
   *
   * @param content how it begins; may lack everything
   * @param by who begins it
   * @return the article's id, for good
   */
  public long begin(Language language, Content content, String by) {
    String uri = newUri();
    return write(sql -> begin(sql, language, uri, uri, content, by));
  }

  /**
   * Takes in what a program sends, as {@link Articles#save} does, and writes down whose it was.
   *
   * @param by whose program it is
   * @throws InvalidArticle if its story has another edition in this language
   */
  public Saved receive(Submission submission, String by) {
    return write(
        sql -> {
          Optional<Article> before = articles.byUri(sql, submission.uri());
          Saved saved = saving.save(sql, submission);
          if (saved.change() != Saved.Change.UNCHANGED) {
            audit.note(
                sql,
                by,
                new Deed(
                    "story.receive",
                    subject(saved.id()),
                    before.map(Drafts::described).orElse(""),
                    described(articles.byId(sql, saved.id()).orElseThrow())));
          }
          return saved;
        });
  }

  /** Begins an edition of a story that there is, within a transaction. */
  long begin(JdbcClient sql, Language language, String story, Content content, String by) {
    Articles.takeTurns(database, sql);
    return begin(sql, language, newUri(), story, content, by);
  }

  private static String newUri() {
    return "urn:uuid:" + UUID.randomUUID();
  }

  private long begin(
      JdbcClient sql, Language language, String uri, String story, Content content, String by) {
    Instant now = Instant.ofEpochMilli(clock.millis());
    Submission begun =
        new Submission(uri, story, language, content, State.DRAFT, now, now, null, null);
    long id = saving.save(sql, begun).id();
    rows.keep(sql, new Draft(id, new Draft.Mark(1, 1), Draft.Stage.WRITING, content, by, now));
    audit.note(sql, by, new Deed("story.begin", subject(id), "", language.code()));
    return id;
  }

  /** Returns what was last written of an article: its draft, or its own content. */
  public Optional<Draft> open(long article) {
    return database.read(sql -> articles.byId(sql, article).map(found -> rows.open(sql, found)));
  }

  /**
   * Keeps what somebody wrote.
   *
   * @param seen what they have seen last; its {@code basedOn} may be the present version of the
   *     article, if what they hand in was put together with that
   * @param by who wrote it
   */
  public DraftSaved save(long article, Draft.Mark seen, Content content, String by) {
    return write(
        sql -> {
          Optional<Article> found = articles.byId(sql, article);
          if (found.isEmpty()) {
            return new DraftSaved.Missing();
          }
          Draft now = rows.open(sql, found.get());
          boolean merged = seen.equals(new Draft.Mark(now.mark().version(), found.get().version()));
          if (!merged && !now.mark().equals(seen)) {
            return new DraftSaved.Overtaken(base(sql, found.get(), seen), now);
          }
          if (now.mark().equals(seen) && now.content().equals(content)) {
            return new DraftSaved.Kept(now);
          }
          return new DraftSaved.Kept(
              next(sql, now, written(now.stage()), seen.basedOn(), content, by));
        });
  }

  /**
   * Sends a draft to review or back to its writer, or says that it was read and may be published.
   *
   * @param seen what they have seen last
   */
  public DraftSaved move(long article, Draft.Mark seen, Draft.Stage stage, String by) {
    return write(
        sql -> {
          Optional<Article> found = articles.byId(sql, article);
          if (found.isEmpty()) {
            return new DraftSaved.Missing();
          }
          Draft now = rows.open(sql, found.get());
          if (!now.mark().equals(seen)) {
            return new DraftSaved.Overtaken(base(sql, found.get(), seen), now);
          }
          audit.note(
              sql,
              by,
              new Deed(
                  switch (stage) {
                    case REVIEW -> "story.review";
                    case APPROVED -> "story.approve";
                    case NONE, WRITING -> "story.return";
                  },
                  subject(article)));
          return new DraftSaved.Kept(next(sql, now, stage, seen.basedOn(), now.content(), by));
        });
  }

  /**
   * Gives readers what a draft says, now or when its time comes.
   *
   * @param seen what they have seen last
   * @param by who does it
   */
  public Released release(long article, Draft.Mark seen, Release release, String by) {
    return write(
        sql -> {
          Optional<Article> found = articles.byId(sql, article);
          if (found.isEmpty()) {
            return new Released.Missing();
          }
          Draft now = rows.open(sql, found.get());
          if (!now.mark().equals(seen)) {
            return new Released.Overtaken(base(sql, found.get(), seen), now);
          }
          if (found.get().version() != now.mark().basedOn()) {
            return new Released.Overtaken(
                articles.contentAt(sql, found.get(), now.mark().basedOn()),
                DraftRows.written(found.get(), now.mark().version()));
          }
          List<Gap> gaps = Gap.of(now.content()).stream().filter(Gap::bars).toList();
          if (!gaps.isEmpty()) {
            return new Released.Unfinished(gaps);
          }
          if (found.get().state() == State.WITHDRAWN) {
            articles.keepLastWord(sql, article, "");
          }
          saving.save(sql, submission(found.get(), now.content(), release));
          Article after = settled(sql, found.get(), now);
          note(
              sql,
              by,
              release.correction() == null ? "story.publish" : "story.correct",
              found.get(),
              after);
          return new Released.Done(after);
        });
  }

  /**
   * Takes an article away from its readers, or off its schedule; what was written of it stays.
   *
   * @param to {@link State#WITHDRAWN} or {@link State#DRAFT}
   * @param word what readers are told in its place, up to 2,000 characters; may be empty
   * @param by who does it
   * @return whether there is such an article
   * @throws InvalidArticle if the word is too long
   */
  public boolean retract(long article, State to, String word, String by) {
    Check.text("The word to readers", word, 2_000);
    return again(
        article,
        "story.withdraw",
        by,
        (sql, before) -> {
          articles.keepLastWord(sql, article, word);
          return before.again(to);
        });
  }

  /**
   * Puts a story above every page of its language, or takes it from there.
   *
   * @param until when it leaves by itself, a day after it changed at most; null for now
   * @param by who does it
   * @return whether there is such an article
   * @throws InvalidArticle if it changed too long ago to be breaking until then
   */
  public boolean breaking(long article, @Nullable Instant until, String by) {
    return again(
        article,
        until == null ? "story.calm" : "story.breaking",
        by,
        (sql, before) -> before.breaking(until));
  }

  /** Saves an article with its content as it is; what is being written of it stays. */
  boolean again(
      long article, String action, String by, BiFunction<JdbcClient, Article, Submission> change) {
    return write(
        sql -> {
          Optional<Article> found = articles.byId(sql, article);
          found.ifPresent(
              before -> {
                saving.save(sql, change.apply(sql, before));
                Draft draft = rows.open(sql, before);
                Article after = articles.byId(sql, article).orElseThrow();
                if (draft.mark().basedOn() == before.version()) {
                  rows.base(sql, article, after.version());
                }
                note(sql, by, action, before, after);
              });
          return found.isPresent();
        });
  }

  private void note(JdbcClient sql, String by, String action, Article before, Article after) {
    audit.note(
        sql, by, new Deed(action, subject(before.id()), described(before), described(after)));
  }

  /** Returns the stage of a draft in which somebody wrote after it had come to this one. */
  private static Draft.Stage written(Draft.Stage before) {
    return switch (before) {
      case NONE, WRITING -> Draft.Stage.WRITING;
      case REVIEW, APPROVED -> Draft.Stage.REVIEW;
    };
  }

  /** Returns what the audit log calls an article. */
  static String subject(long article) {
    return "story " + article;
  }

  private static String described(Article article) {
    String until = article.breakingUntil() == null ? "" : ", breaking " + article.breakingUntil();
    return "%s, %d, %s%s"
        .formatted(
            article.state().name().toLowerCase(Locale.ROOT),
            article.version(),
            article.content().headline(),
            until);
  }

  /** Throws away what was written since the article was last saved, and returns what is left. */
  public Optional<Draft> discard(long article, String by) {
    return write(
        sql ->
            articles
                .byId(sql, article)
                .map(
                    found -> {
                      Draft now = rows.open(sql, found);
                      audit.note(sql, by, new Deed("story.discard", subject(article)));
                      return next(sql, now, Draft.Stage.NONE, found.version(), found.content(), by);
                    }));
  }

  /** Returns what the newsroom works at, one of its lists, at most so many. */
  public List<DeskRow> desk(DeskList list, @Nullable Language language, int offset, int limit) {
    return database.read(sql -> rows.desk(sql, list, language, offset, limit));
  }

  /** Returns how many a list of the desk holds, counted up to a thousand. */
  public int count(DeskList list, @Nullable Language language) {
    return database.read(sql -> rows.count(sql, list, language));
  }

  /** Keeps what follows on a draft. */
  Draft next(
      JdbcClient sql, Draft now, Draft.Stage stage, long basedOn, Content content, String by) {
    Draft next =
        new Draft(
            now.article(),
            new Draft.Mark(now.mark().version() + 1, basedOn),
            stage,
            content,
            by,
            Instant.ofEpochMilli(clock.millis()));
    rows.keep(sql, next);
    outbox.append(sql, new TextChanged(next.article()));
    return next;
  }

  /** What somebody began from: their last saving, or the article as it was. */
  private Content base(JdbcClient sql, Article article, Draft.Mark seen) {
    return rows.content(sql, article.id(), seen)
        .orElseGet(() -> articles.contentAt(sql, article, seen.basedOn()));
  }

  /** Returns what a draft began from, if its article has changed since then. */
  public Optional<Content> outdatedBase(long article) {
    return database.read(
        sql ->
            articles
                .byId(sql, article)
                .flatMap(
                    found -> {
                      long began = rows.open(sql, found).mark().basedOn();
                      return began == found.version()
                          ? Optional.empty()
                          : Optional.of(articles.contentAt(sql, found, began));
                    }));
  }

  private Submission submission(Article before, Content written, Release release) {
    Instant now = Instant.ofEpochMilli(clock.millis());
    boolean out = before.state() == State.PUBLISHED || before.state() == State.WITHDRAWN;
    Instant first = out ? before.published() : release.at() == null ? now : release.at();
    Content content =
        release.correction() == null ? written : corrected(written, now, release.correction());
    return new Submission(
        before.uri(),
        before.story(),
        before.language(),
        content,
        first.isAfter(now) ? State.SCHEDULED : State.PUBLISHED,
        first,
        first.isAfter(now) ? first : now,
        release.embargo(),
        release.expires(),
        before.breakingUntil());
  }

  private static Content corrected(Content content, Instant at, String note) {
    List<Correction> corrections = new ArrayList<>(content.corrections());
    corrections.add(new Correction(at, note));
    return content.with(corrections);
  }

  private Article settled(JdbcClient sql, Article before, Draft draft) {
    Article after = articles.byId(sql, before.id()).orElseThrow();
    rows.settle(sql, draft, after.version());
    return after;
  }

  private <T> T write(Function<JdbcClient, T> statements) {
    return database.write(
        sql -> {
          Articles.takeTurns(database, sql);
          return statements.apply(sql);
        });
  }
}
