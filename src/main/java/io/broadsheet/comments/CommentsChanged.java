package io.broadsheet.comments;

import io.broadsheet.events.Event;

/**
 * What readers see under a story is another than before.
 *
 * @param article its id
 */
public record CommentsChanged(long article) implements Event {}
