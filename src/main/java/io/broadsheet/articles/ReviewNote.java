package io.broadsheet.articles;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a story to whoever writes it.
 *
 * @param id positive
 * @param passage how the block began that it is about, up to 300 characters; empty for the whole
 *     story
 * @param text 1 to 2,000 characters
 * @param by who said it
 * @param at when
 * @param settledBy who saw to it; null while it is open
 */
public record ReviewNote(
    long id, String passage, String text, String by, Instant at, @Nullable String settledBy) {}
