package io.broadsheet.live;

import io.broadsheet.settings.Language;
import io.broadsheet.web.ClientAddress;
import io.broadsheet.web.Network;
import io.broadsheet.web.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /live?lang=&article=}: what is breaking, the top ten, the rates, a story's numbers and
 * how far its entries are, as they move, as server-sent events.
 *
 * <p>Each event is whole, so that one may be missed. No thread waits for a reader: who is slow gets
 * fewer events and holds nobody up.
 */
public final class LiveStream extends Handler.Wrapper {
  private static final String PATH = "/live";
  private static final HttpField EVENTS =
      new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "text/event-stream;charset=utf-8");
  private static final HttpField NOT_CACHED =
      new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store, no-transform");

  /** Proxies such as nginx would gather events otherwise. */
  private static final HttpField UNBUFFERED = new PreEncodedHttpField("X-Accel-Buffering", "no");

  private static final int LEAST_OF_BLOCK = 20;

  private final LiveFeeds feeds;
  private final int most;
  private final int mostOfBlock;
  private final Set<OpenPage> pages = ConcurrentHashMap.newKeySet();
  private final AtomicInteger open = new AtomicInteger();
  private final Map<Long, Integer> byBlock = new ConcurrentHashMap<>();
  private volatile boolean ended;

  /**
   * Serves these feeds.
   *
   * @param most how many pages may be open at once, 1 or more; one address block may have a
   *     twentieth of them, but not fewer than 20
   */
  LiveStream(LiveFeeds feeds, int most) {
    this.feeds = feeds;
    this.most = most;
    this.mostOfBlock = Math.max(LEAST_OF_BLOCK, most / 20);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!PATH.equals(request.getHttpURI().getPath())) {
      return super.handle(request, response, callback);
    }
    if (!HttpMethod.GET.is(request.getMethod())) {
      response.getHeaders().put(HttpHeader.ALLOW, "GET");
      refuse(
          HttpStatus.METHOD_NOT_ALLOWED_405,
          "The stream is read with GET.",
          request,
          response,
          callback);
      return true;
    }
    Fields query = Request.extractQueryParameters(request);
    Optional<Language> language = Language.of(value(query, "lang")).filter(feeds::has);
    Long article = article(value(query, "article"));
    if (language.isEmpty()) {
      refuse(
          HttpStatus.BAD_REQUEST_400,
          "The parameter lang is a language of this site.",
          request,
          response,
          callback);
    } else if (article == null) {
      refuse(
          HttpStatus.BAD_REQUEST_400,
          "The parameter article is an id, or left out.",
          request,
          response,
          callback);
    } else if (!enter(Network.block(Network.of(ClientAddress.of(request))))) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, 30);
      refuse(
          HttpStatus.SERVICE_UNAVAILABLE_503,
          "Too many pages are open: ask now and then instead.",
          request,
          response,
          callback);
    } else {
      open(language.get(), article, request, response, callback);
    }
    return true;
  }

  /**
   * Sends everyone what they have not seen, and a sign of life to who was sent nothing for so long.
   */
  void send(Duration quiet) {
    for (OpenPage page : pages) {
      page.offer(quiet.toNanos());
    }
  }

  /** Ends all streams, those that are being opened among them. */
  void end() {
    ended = true;
    pages.forEach(OpenPage::end);
  }

  /** Returns how many pages are open. */
  public int openPages() {
    return open.get();
  }

  /** Takes a place, and one of its block, unless all are taken; loopback has no block. */
  private boolean enter(long block) {
    if (open.incrementAndGet() <= most) {
      if (Network.isLoopback(block) || byBlock.merge(block, 1, Integer::sum) <= mostOfBlock) {
        return true;
      }
      leaveBlock(block);
    }
    open.decrementAndGet();
    return false;
  }

  private void leave(long block) {
    open.decrementAndGet();
    leaveBlock(block);
  }

  private void leaveBlock(long block) {
    byBlock.computeIfPresent(block, (_, pages) -> pages == 1 ? null : pages - 1);
  }

  private void open(
      Language language, long article, Request request, Response response, Callback callback) {
    long block = Network.block(Network.of(ClientAddress.of(request)));
    List<Feed> wanted =
        new ArrayList<>(List.of(feeds.breaking(language), feeds.top(language), feeds.rates()));
    if (article > 0) {
      LiveFeeds.OfStory story = feeds.join(article);
      wanted.add(story.entries());
      wanted.add(story.reactions());
      wanted.add(story.counters());
    }
    AtomicReference<@Nullable OpenPage> self = new AtomicReference<>();
    Runnable gone =
        () -> {
          OpenPage page = self.getAndSet(null);
          if (page != null) {
            pages.remove(page);
            leave(block);
            if (article > 0) {
              feeds.leave(article);
            }
          }
        };
    Callback over = Callback.from(callback, gone);
    OpenPage page = new OpenPage(response, over, wanted, gone);
    self.set(page);
    response.setStatus(HttpStatus.OK_200);
    response.getHeaders().put(EVENTS).put(NOT_CACHED).put(UNBUFFERED);
    // Whoever is cut off comes again, but not all in the same moment.
    long again = 1_000 + ThreadLocalRandom.current().nextLong(4_000);
    ByteBuffer hello =
        ByteBuffer.wrap(("retry: " + again + "\n\n").getBytes(StandardCharsets.UTF_8));
    response.write(
        false,
        hello,
        Callback.from(
            () -> {
              pages.add(page);
              if (ended) {
                page.end();
              }
              page.offer();
            },
            over::failed));
  }

  private static String value(Fields query, String name) {
    String value = query.getValue(name);
    return value == null ? "" : value;
  }

  /** Returns the id, 0 for none, null for what is none. */
  private static @Nullable Long article(String text) {
    if (text.isEmpty()) {
      return 0L;
    }
    try {
      long id = Long.parseLong(text);
      return id > 0 ? id : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static void refuse(
      int status, String detail, Request request, Response response, Callback callback) {
    Problem.of(status, detail).send(request, response, callback);
  }
}
