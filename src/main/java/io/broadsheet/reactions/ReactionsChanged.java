package io.broadsheet.reactions;

import io.broadsheet.events.Event;

/**
 * Readers reacted to an article, or took that back.
 *
 * @param article its id
 */
public record ReactionsChanged(long article) implements Event {}
