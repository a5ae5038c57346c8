package io.broadsheet.reader;

import io.broadsheet.settings.Language;
import io.broadsheet.web.AcceptEncoding;
import io.broadsheet.web.ContentEncoding;
import io.broadsheet.web.Problem;
import io.broadsheet.web.ReadyBody;
import io.broadsheet.words.AcceptLanguage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers requests for readers' pages from memory, before the framework sees them.
 *
 * <p>A page that is not in memory is built on other threads; the request's own thread goes on to
 * serve others meanwhile. What is no page goes to the handler inside.
 */
public final class PageServer extends Handler.Wrapper {
  /**
   * Browsers ask again each time, which costs a 304; a CDN asks every five seconds, may answer from
   * what it has while it asks, and for a day if we are gone.
   */
  private static final HttpField CACHED =
      cacheControl(
          "public, max-age=0, s-maxage=5, stale-while-revalidate=60, stale-if-error=86400");

  private static final HttpField NOT_CACHED = cacheControl("no-store");
  private static final HttpField PERSONAL = cacheControl("private, no-cache");
  private static final HttpField RETRY = new PreEncodedHttpField(HttpHeader.RETRY_AFTER, "1");
  private static final HttpField ALLOW = new PreEncodedHttpField(HttpHeader.ALLOW, "GET, HEAD");
  private static final HttpField BY_LANGUAGE =
      new PreEncodedHttpField(HttpHeader.VARY, HttpHeader.ACCEPT_LANGUAGE.asString());

  private final List<Language> languages;
  private final Routes routes;
  private final PageCache cache;
  private final PageSource source;
  private final HttpField policy;
  private final JoinedPages joined = new JoinedPages(256);

  /**
   * Serves pages in these languages.
   *
   * @param policy the {@code Content-Security-Policy} of pages
   */
  PageServer(List<Language> languages, PageCache cache, PageSource source, String policy) {
    this.languages = languages;
    this.routes = new Routes(languages);
    this.cache = cache;
    this.source = source;
    this.policy = new PreEncodedHttpField("Content-Security-Policy", policy);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    HttpURI uri = request.getHttpURI();
    Address address = routes.of(uri.getPath(), uri.getQuery());
    if (address instanceof Address.Elsewhere) {
      return super.handle(request, response, callback);
    }
    String method = request.getMethod();
    if (!HttpMethod.GET.is(method) && !HttpMethod.HEAD.is(method)) {
      response.getHeaders().add(ALLOW);
      Problem.of(HttpStatus.METHOD_NOT_ALLOWED_405, "This page can only be read.")
          .send(request, response, callback);
      return true;
    }
    switch (address) {
      case Address.OfPage page -> page(page, request, response, callback);
      case Address.Moved(String path) -> moved(path, request, response, callback);
      case Address.Root() -> root(request, response, callback);
      case Address.Elsewhere() -> throw new IllegalStateException("handled above");
    }
    return true;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // both outcomes are answered where it completes
  private void page(Address.OfPage address, Request request, Response response, Callback callback) {
    Page ready = cache.ifReady(address);
    if (ready != null) {
      found(ready, address, request, response, callback);
      return;
    }
    CompletableFuture<Optional<Page>> building;
    try {
      building = cache.get(address);
    } catch (RejectedExecutionException e) {
      response.getHeaders().add(RETRY);
      send(source.busy(address.language()), NOT_CACHED, request, response, callback);
      return;
    }
    building.whenComplete(
        (page, failure) -> {
          try {
            if (failure != null) {
              callback.failed(failure);
            } else if (page.isPresent()) {
              found(page.get(), address, request, response, callback);
            } else {
              page(address.absent(), request, response, callback);
            }
          } catch (RuntimeException e) {
            callback.failed(e);
          }
        });
  }

  private void found(
      Page page, Address.OfPage address, Request request, Response response, Callback callback) {
    // A story's id finds it under any slug, topic or language; it has one place all the same.
    if (address instanceof Address.Story
        && page.status() == HttpStatus.OK_200
        && !page.path().equals(request.getHttpURI().getPath())) {
      moved(page.path(), request, response, callback);
    } else {
      send(page, page.status() < 500 ? CACHED : NOT_CACHED, request, response, callback);
    }
  }

  private void send(
      Page page, HttpField caching, Request request, Response response, Callback callback) {
    Optional<ContentEncoding> encoding = AcceptEncoding.choose(request.getHeaders());
    if (encoding.isEmpty()) {
      Problem.of(
              HttpStatus.NOT_ACCEPTABLE_406, "Pages come in zstd, gzip or identity encoding only.")
          .send(request, response, callback);
      return;
    }
    ReadyBody body = joined.body(page, encoding.get());
    response.getHeaders().put(policy).add(caching);
    body.send(request, response, callback, page.status(), page.content());
  }

  private static void moved(String path, Request request, Response response, Callback callback) {
    String query = request.getHttpURI().getQuery();
    redirect(
        HttpStatus.MOVED_PERMANENTLY_301,
        query == null ? path : path + "?" + ascii(query),
        CACHED,
        response,
        callback);
  }

  private void root(Request request, Response response, Callback callback) {
    Language language =
        AcceptLanguage.choose(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE), languages);
    response.getHeaders().add(BY_LANGUAGE);
    redirect(HttpStatus.FOUND_302, "/" + language.code() + "/", PERSONAL, response, callback);
  }

  private static void redirect(
      int status, String path, HttpField caching, Response response, Callback callback) {
    response.setStatus(status);
    response
        .getHeaders()
        .add(caching)
        .add(HttpHeader.LOCATION, path)
        .add(HttpHeader.CONTENT_LENGTH, 0);
    response.write(true, null, callback);
  }

  /** A header field holds ASCII only, while some clients send their letters as they are. */
  private static String ascii(String query) {
    StringBuilder encoded = new StringBuilder(query.length());
    for (byte b : query.getBytes(StandardCharsets.UTF_8)) {
      if (b < 0) {
        encoded.append("%%%02X".formatted(b));
      } else {
        encoded.append((char) b);
      }
    }
    return encoded.toString();
  }

  private static HttpField cacheControl(String value) {
    return new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, value);
  }
}
