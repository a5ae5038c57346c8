package io.broadsheet.web;

import java.util.Arrays;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Reads the short body of a request as it comes in, without a thread that waits for it. */
public final class SmallBody implements Runnable {
  /** The most bytes that a body may have. */
  public static final int LONGEST = 1_024;

  private final Request request;
  private final Response response;
  private final Callback callback;
  private final Whole whole;
  private byte[] body = new byte[64];
  private int length;

  /** Takes a body that has come in whole. */
  @FunctionalInterface
  public interface Whole {
    /**
     * Goes on with the request; called once, unless the body was refused.
     *
     * @param body whose first bytes are the body
     * @param length how many, at most {@link #LONGEST}
     */
    void take(byte[] body, int length);
  }

  private SmallBody(Request request, Response response, Callback callback, Whole whole) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.whole = whole;
  }

  /** Has a body taken once it is here; one that is too long, or breaks off, is refused. */
  public static void read(Request request, Response response, Callback callback, Whole whole) {
    SmallBody reading = new SmallBody(request, response, callback, whole);
    if (request.getLength() > LONGEST) {
      reading.refuse();
    } else {
      reading.run();
    }
  }

  @Override
  public void run() {
    while (true) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        Problem.ofUnreadBody(chunk.getFailure()).send(request, response, callback);
        return;
      }
      boolean fits = take(chunk);
      boolean last = chunk.isLast();
      chunk.release();
      if (!fits) {
        refuse();
        return;
      }
      if (last) {
        whole.take(body, length);
        return;
      }
    }
  }

  private boolean take(Content.Chunk chunk) {
    int more = chunk.remaining();
    if (length + more > LONGEST) {
      return false;
    }
    if (length + more > body.length) {
      body = Arrays.copyOf(body, LONGEST);
    }
    chunk.getByteBuffer().get(body, length, more);
    length += more;
    return true;
  }

  private void refuse() {
    Problem.of(
            HttpStatus.PAYLOAD_TOO_LARGE_413,
            "What is sent here has at most " + LONGEST + " bytes.")
        .send(request, response, callback);
  }
}
