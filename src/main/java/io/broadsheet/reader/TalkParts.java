package io.broadsheet.reader;

import io.broadsheet.accounts.SignInWays;
import io.broadsheet.comments.Comments;
import io.broadsheet.comments.Order;
import io.broadsheet.comments.Threads;
import io.broadsheet.reactions.Reactions;
import io.broadsheet.settings.Language;
import io.broadsheet.web.Templates;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** What readers say of stories, as fragments of their own: it changes and the stories do not. */
final class TalkParts {
  /** How many threads stand under a story. */
  private static final int UNDER_STORY = 5;

  private static final int ON_PAGE = 25;
  private static final int REPLIES_ON_PAGE = 50;

  private final Templates templates;
  private final Comments comments;
  private final Reactions reactions;
  private final TalkViews views;
  private final Executor renderers;
  private final Held<Key> held = new Held<>();

  private sealed interface Key {
    long article();

    record Reacting(Language language, long article) implements Key {}

    record Under(Language language, long article, String path) implements Key {}

    record Page(Address.Talk address, String path) implements Key {
      @Override
      public long article() {
        return address.id();
      }
    }
  }

  TalkParts(
      House house,
      Templates templates,
      Comments comments,
      Reactions reactions,
      SignInWays ways,
      Executor renderers) {
    this.templates = templates;
    this.comments = comments;
    this.reactions = reactions;
    this.views = new TalkViews(house, comments, ways);
    this.renderers = renderers;
  }

  /** Returns the buttons by which readers react, with their numbers. */
  Part reacting(Language language, long article) {
    return part(
        new Key.Reacting(language, article),
        "reactions to " + article,
        () ->
            templates.render("reacting", views.reacting(language, article, reactions.of(article))));
  }

  /** Returns what stands under a story: the last threads, and where to write. */
  Part under(Language language, long article, String path) {
    return part(
        new Key.Under(language, article, path),
        "comments on " + article,
        () ->
            templates.render(
                "talk",
                views.under(
                    language,
                    article,
                    path,
                    comments.threads(article, Order.NEWEST, null, UNDER_STORY))));
  }

  /** Returns a page of comments, or of one thread. */
  Part page(Address.Talk address, String path) {
    return part(
        new Key.Page(address, path),
        "comments on " + address.id(),
        () -> templates.render("talk", view(address, path)));
  }

  /** Tells whether there is such a page. */
  boolean has(Address.Talk address) {
    return address.thread() == 0
        || comments.thread(address.id(), address.thread(), address.after(), 1).isPresent();
  }

  private io.broadsheet.reader.view.Talk view(Address.Talk address, String path) {
    if (address.thread() > 0) {
      Optional<Threads.Branch> thread =
          comments.thread(address.id(), address.thread(), address.after(), REPLIES_ON_PAGE);
      return views.thread(address, path, thread);
    }
    Threads.Cursor from = Threads.Cursor.of(address.from()).orElse(null);
    return views.page(
        address, path, comments.threads(address.id(), address.order(), from, ON_PAGE));
  }

  /** Has rendered anew what shows the comments of an article. */
  void commentsChanged(long article) {
    held.changedIf(key -> key.article() == article && !(key instanceof Key.Reacting));
  }

  /** Has rendered anew what shows the reactions to an article. */
  void reactionsChanged(long article) {
    held.changedIf(key -> key.article() == article && key instanceof Key.Reacting);
  }

  /** Renders anew what shows an article's reactions and comments, for one who is led back to it. */
  void refresh(long article) {
    held.refreshIf(key -> key.article() == article);
  }

  private Part part(Key key, String name, Supplier<String> html) {
    Live<Fragment> live =
        held.get(
            key,
            () ->
                new Live<>(name, Live.PACE, last -> Fragment.renewed(last, html.get()), renderers));
    return new Part() {
      @Override
      public Fragment now() {
        return live.now();
      }

      @Override
      public int weight() {
        return now().weight();
      }
    };
  }
}
