package io.broadsheet.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpHeader;

/** Takes in an answer up to a size, and gives it up as soon as it is larger. */
final class AnswerListener implements Response.Listener {
  private static final Set<Integer> LEADING_ON = Set.of(301, 302, 303, 307, 308);

  private final int most;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final CompletableFuture<FetchedAnswer> answer = new CompletableFuture<>();

  AnswerListener(int most) {
    this.most = most;
  }

  /** Returns what comes of it; fails with whatever keeps it from coming. */
  CompletableFuture<FetchedAnswer> answer() {
    return answer;
  }

  @Override
  public void onHeaders(Response response) {
    String location = response.getHeaders().get(HttpHeader.LOCATION);
    if (LEADING_ON.contains(response.getStatus()) && location != null) {
      answer.complete(new FetchedAnswer(location, body));
      var _ = response.abort(new Unfetched(Unfetched.Reason.ASTRAY, "It leads on."));
    } else if (response.getStatus() != 200) {
      end(
          response,
          new Unfetched(
              Unfetched.Reason.REFUSED, "It answers with status " + response.getStatus() + "."));
    } else if (response.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > most) {
      end(response, UnfitPicture.heavy());
    }
  }

  @Override
  public void onContent(Response response, ByteBuffer content) {
    if (body.size() + content.remaining() > most) {
      end(response, UnfitPicture.heavy());
      return;
    }
    byte[] piece = new byte[content.remaining()];
    content.get(piece);
    body.writeBytes(piece);
  }

  private void end(Response response, Exception why) {
    answer.completeExceptionally(why);
    var _ = response.abort(why);
  }

  @Override
  public void onComplete(Result result) {
    if (result.isFailed()) {
      answer.completeExceptionally(result.getFailure());
    } else {
      answer.complete(new FetchedAnswer(null, body));
    }
  }
}
