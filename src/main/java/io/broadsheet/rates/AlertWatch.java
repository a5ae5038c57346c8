package io.broadsheet.rates;

import io.broadsheet.events.Watch;
import java.time.Duration;

/** Has the desk's rules looked at, also when an announced rate comes into force by itself. */
final class AlertWatch extends Watch {
  private final RateAlerts alerts;

  AlertWatch(RateAlerts alerts) {
    super("rate-alerts", Duration.ofSeconds(10));
    this.alerts = alerts;
  }

  @Override
  protected void look() {
    alerts.look();
  }
}
