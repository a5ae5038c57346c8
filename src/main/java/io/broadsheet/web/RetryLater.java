package io.broadsheet.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Too much came from somewhere: 429, with the time after which to come again. */
public final class RetryLater extends ResponseStatusException {
  private static final long serialVersionUID = 1;

  private final int seconds;

  /**
   * Describes it.
   *
   * @param seconds 1 or more
   * @param sentence says what to do
   */
  public RetryLater(int seconds, String sentence) {
    super(HttpStatus.TOO_MANY_REQUESTS, sentence);
    this.seconds = seconds;
  }

  @Override
  public HttpHeaders getHeaders() {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, Integer.toString(seconds));
    return headers;
  }
}
