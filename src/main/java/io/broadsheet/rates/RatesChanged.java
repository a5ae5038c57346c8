package io.broadsheet.rates;

import io.broadsheet.events.Event;
import java.util.Set;

/**
 * The board, or the history behind it, is not what it was.
 *
 * @param currencies whose quotes changed
 */
public record RatesChanged(Set<String> currencies) implements Event {}
