package io.broadsheet.articles;

import java.time.Instant;

/**
 * A link under which an outsider reads a story that is not published.
 *
 * @param name tells it from others, without being the link
 * @param by who made it
 * @param expires from when on it leads nowhere
 */
public record PreviewLink(String name, String by, Instant expires) {}
