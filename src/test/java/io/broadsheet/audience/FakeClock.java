package io.broadsheet.audience;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes only when told to. */
final class FakeClock implements InstantSource {
  private volatile Instant now;

  FakeClock(Instant start) {
    now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  void set(Instant instant) {
    now = instant;
  }

  void advance(Duration duration) {
    now = now.plus(duration);
  }
}
