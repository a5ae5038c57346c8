package io.broadsheet.articles;

import io.broadsheet.events.Event;

/**
 * A story that is told as it happens has another entry, one less, or one that reads otherwise.
 *
 * @param article whose entries they are
 * @param version how many things were done to them so far
 */
public record CoverageChanged(long article, long version) implements Event {}
