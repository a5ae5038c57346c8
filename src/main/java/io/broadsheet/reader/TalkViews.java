package io.broadsheet.reader;

import io.broadsheet.accounts.SignInWays;
import io.broadsheet.accounts.SignInWays.Way;
import io.broadsheet.comments.Comment;
import io.broadsheet.comments.CommentHtml;
import io.broadsheet.comments.Comments;
import io.broadsheet.comments.Order;
import io.broadsheet.comments.State;
import io.broadsheet.comments.Threads;
import io.broadsheet.reactions.Reacted;
import io.broadsheet.reader.view.Link;
import io.broadsheet.reader.view.Reacting;
import io.broadsheet.reader.view.Talk;
import io.broadsheet.settings.Language;
import io.broadsheet.words.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What readers say, as its templates show it. */
final class TalkViews {
  private final House house;
  private final Comments comments;
  private final SignInWays ways;

  TalkViews(House house, Comments comments, SignInWays ways) {
    this.ways = ways;
    this.house = house;
    this.comments = comments;
  }

  Reacting reacting(Language language, long article, Reacted reacted) {
    return new Reacting(
        house.in(language).words(),
        article,
        reacted.counts().stream()
            .map(kind -> new Reacting.Kind(kind.emoji(), kind.count()))
            .toList());
  }

  /** Returns what stands under the story itself. */
  Talk under(Language language, long article, String path, Threads found) {
    Words words = house.in(language).words();
    long total = comments.of(article).comments();
    return talk(
        language,
        article,
        path,
        total,
        List.of(),
        found.threads(),
        found.next() == null ? null : path + "?comments=newest",
        words.count("talk.all", total),
        null);
  }

  /** Returns a page of threads in some order. */
  Talk page(Address.Talk address, String path, Threads found) {
    Words words = house.in(address.language()).words();
    List<Link> orders =
        Arrays.stream(Order.values())
            .map(
                order ->
                    new Link(
                        path + "?comments=" + order.code(),
                        words.text("talk.by." + order.code()),
                        order == address.order()))
            .toList();
    return talk(
        address.language(),
        address.id(),
        path,
        comments.of(address.id()).comments(),
        orders,
        found.threads(),
        found.next() == null
            ? null
            : path + "?comments=" + address.order().code() + "&from=" + found.next().code(),
        words.text("talk.next"),
        null);
  }

  /** Returns a page of one thread; empty where it is gone meanwhile. */
  Talk thread(Address.Talk address, String path, Optional<Threads.Branch> thread) {
    return talk(
        address.language(),
        address.id(),
        path,
        comments.of(address.id()).comments(),
        List.of(),
        thread.stream().toList(),
        null,
        "",
        path + "?comments=newest");
  }

  private Talk talk(
      Language language,
      long article,
      String path,
      long total,
      List<Link> orders,
      List<Threads.Branch> threads,
      @Nullable String next,
      String nextWords,
      @Nullable String back) {
    Words words = house.in(language).words();
    return new Talk(
        words,
        article,
        path,
        total,
        words.count("talk.count", total),
        orders,
        threads.stream().map(thread -> branch(language, path, thread)).toList(),
        next,
        nextWords,
        back,
        comments.isOpen(article),
        ways.has(Way.NAME),
        ways.ways().size() == 1 && ways.has(Way.NAME)
            ? null
            : "/reader/sign-in?lang="
                + language.code()
                + "&back="
                + URLEncoder.encode(path, StandardCharsets.UTF_8));
  }

  private Talk.Branch branch(Language language, String path, Threads.Branch thread) {
    Comment root = thread.root();
    List<Talk.Said> replies = new ArrayList<>();
    for (Comment reply : thread.replies()) {
      String to =
          thread.replies().stream()
              .filter(other -> Long.valueOf(other.id()).equals(reply.parent()))
              .map(Comment::name)
              .findFirst()
              .orElse(null);
      replies.add(said(language, path, reply, to));
    }
    return new Talk.Branch(
        said(language, path, root, null),
        replies,
        thread.more() == 0
            ? null
            : path
                + "?thread="
                + root.id()
                + "&after="
                + (thread.replies().isEmpty() ? 0 : thread.replies().getLast().id()),
        house.in(language).words().count("talk.more", thread.more()));
  }

  /** Returns where a comment is found, whatever stands before it. */
  static String permalink(String path, Comment comment) {
    String thread = path + "?thread=" + comment.thread();
    return thread
        + (comment.root() == null ? "" : "&after=" + (comment.id() - 1))
        + "#comment-"
        + comment.id();
  }

  private Talk.Said said(Language language, String path, Comment comment, @Nullable String to) {
    boolean shown = comment.state() == State.SHOWN;
    return new Talk.Said(
        comment.id(),
        shown,
        shown ? comment.name() : "",
        to,
        permalink(path, comment),
        house.in(language).dates().full(comment.at()),
        comment.edited() != null,
        shown ? CommentHtml.of(comment.text()) : "",
        comment.ups(),
        comment.downs());
  }
}
