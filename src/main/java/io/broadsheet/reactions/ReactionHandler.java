package io.broadsheet.reactions;

import io.broadsheet.accounts.Reader;
import io.broadsheet.accounts.ReaderCookie;
import io.broadsheet.web.ClientAddress;
import io.broadsheet.web.Network;
import io.broadsheet.web.Problem;
import io.broadsheet.web.Provenance;
import io.broadsheet.web.SmallBody;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the reactions of readers who have not signed in, of whom thousands may come at once to one
 * story: the answer waits for the reaction to be durable, and no thread waits with it.
 *
 * <p>All else that is asked of reactions {@link ReactionsController} answers, and so it does what
 * does not look like a page of ours.
 */
public final class ReactionHandler extends Handler.Wrapper {
  private static final Logger log = LoggerFactory.getLogger(ReactionHandler.class);
  private static final Pattern PATH =
      Pattern.compile("/api/v1/articles/([1-9][0-9]{0,17})/reactions");

  private final Reactions reactions;
  private final ReaderCookie cookie;
  private final Provenance provenance;
  private final JsonMapper json;

  /**
   * Takes reactions.
   *
   * @param site the portal's public address; null where it is not known
   */
  ReactionHandler(Reactions reactions, ReaderCookie cookie, @Nullable URI site, JsonMapper json) {
    this.reactions = reactions;
    this.cookie = cookie;
    this.provenance = new Provenance(site);
    this.json = json;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!HttpMethod.PUT.is(request.getMethod())) {
      return super.handle(request, response, callback);
    }
    Matcher path = PATH.matcher(request.getHttpURI().getPath());
    if (!path.matches()
        || !isJson(request.getHeaders().getField(HttpHeader.CONTENT_TYPE))
        || !provenance.isOurs(request.getHeaders())
        || ReaderCookie.isOfAccount(request)) {
      return super.handle(request, response, callback);
    }
    long article = Long.parseLong(path.group(1));
    SmallBody.read(
        request,
        response,
        callback,
        (body, length) -> {
          Optional<String> emoji = emoji(body, length);
          if (emoji.isPresent()) {
            react(article, emoji.get(), request, response, callback);
          } else {
            refuse(
                HttpStatus.BAD_REQUEST_400,
                "The body is no object of JSON.",
                request,
                response,
                callback);
          }
        });
    return true;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // whatever comes of it is answered
  private void react(
      long article, String emoji, Request request, Response response, Callback callback) {
    Reader reader = cookie.admit(request, response);
    long network = Network.of(ClientAddress.of(request));
    reactions
        .submit(article, reader.id(), emoji, network)
        .whenComplete(
            (answer, failure) -> {
              if (failure == null) {
                say(article, emoji, answer, request, response, callback);
              } else {
                log.error("A reaction could not be stored.", failure);
                response.getHeaders().put(HttpHeader.RETRY_AFTER, 5);
                refuse(
                    HttpStatus.SERVICE_UNAVAILABLE_503,
                    "The reaction could not be stored.",
                    request,
                    response,
                    callback);
              }
            });
  }

  private void say(
      long article,
      String emoji,
      Answer answer,
      Request request,
      Response response,
      Callback callback) {
    switch (answer) {
      case Answer.Done done -> {
        byte[] body =
            json.writeValueAsBytes(ReactionsController.Numbers.of(article, done.reacted(), emoji));
        response.setStatus(HttpStatus.OK_200);
        response
            .getHeaders()
            .put(HttpHeader.CONTENT_TYPE, MimeTypes.Type.APPLICATION_JSON.asString())
            .put(HttpHeader.CACHE_CONTROL, "no-store")
            .put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
      }
      case Answer.NoArticle _ ->
          refuse(HttpStatus.NOT_FOUND_404, Refusal.NO_ARTICLE, request, response, callback);
      case Answer.NotOffered _ ->
          refuse(
              HttpStatus.UNPROCESSABLE_ENTITY_422,
              Refusal.notOffered(reactions.offered()),
              request,
              response,
              callback);
      case Answer.Limited(int seconds) -> {
        response.getHeaders().put(HttpHeader.RETRY_AFTER, seconds);
        refuse(
            HttpStatus.TOO_MANY_REQUESTS_429,
            Refusal.limited(seconds),
            request,
            response,
            callback);
      }
    }
  }

  /** Returns what a body asks for, an empty text where that is nothing; empty if it is no JSON. */
  private Optional<String> emoji(byte[] body, int length) {
    try {
      ReactionsController.Wish wish =
          json.readValue(body, 0, length, ReactionsController.Wish.class);
      return Optional.ofNullable(wish).map(one -> one.emoji() == null ? "" : one.emoji());
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static boolean isJson(@Nullable HttpField contentType) {
    return contentType != null
        && MimeTypes.Type.APPLICATION_JSON
            .asString()
            .equalsIgnoreCase(MimeTypes.getMimeTypeAsStringFromContentType(contentType));
  }

  private static void refuse(
      int status, String detail, Request request, Response response, Callback callback) {
    Problem.of(status, detail).send(request, response, callback);
  }
}
