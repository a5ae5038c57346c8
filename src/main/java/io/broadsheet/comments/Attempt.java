package io.broadsheet.comments;

import io.broadsheet.accounts.Reader;
import org.jspecify.annotations.Nullable;

/**
 * A comment as a reader sends it in.
 *
 * @param article the id of the story
 * @param parent the id of the comment that it answers; null for none
 * @param reader who sends it
 * @param name as typed; that of the account goes before it
 * @param text as typed
 * @param network where it comes from, as {@link io.broadsheet.web.Network} numbers it
 * @param agent what the browser says of itself; may be empty
 */
public record Attempt(
    long article,
    @Nullable Long parent,
    Reader reader,
    String name,
    String text,
    long network,
    String agent) {}
