package io.broadsheet.articles;

import io.broadsheet.events.Event;

/**
 * An edition reads otherwise or stands elsewhere on its way, which nobody but the newsroom sees.
 *
 * <p>What readers see as well is told as an {@link ArticleEvent} in its place.
 */
public record TextChanged(long id) implements Event {}
