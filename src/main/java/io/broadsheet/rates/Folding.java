package io.broadsheet.rates;

import io.broadsheet.events.Watch;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folds quotes that have grown old into their days, once a day. */
final class Folding extends Watch {
  private static final Logger log = LoggerFactory.getLogger(Folding.class);

  private final RateHistory history;

  Folding(RateHistory history) {
    super("rates-folding", Duration.ofDays(1));
    this.history = history;
  }

  @Override
  protected void look() {
    int folded = history.fold();
    if (folded > 0) {
      log.info("{} quotes of more than 90 days ago were folded into their days.", folded);
    }
  }
}
