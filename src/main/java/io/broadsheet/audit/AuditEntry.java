package io.broadsheet.audit;

import java.time.Instant;

/**
 * Something that somebody did.
 *
 * @param id grows with each entry
 * @param at when, to the millisecond
 * @param actor the name of who did it
 * @param action what was done, such as {@code story.publish}
 * @param subject to what: a kind and a name or number, such as {@code story 30}
 * @param before what was there before; empty for nothing
 * @param after what is there now; empty for nothing
 */
public record AuditEntry(
    long id,
    Instant at,
    String actor,
    String action,
    String subject,
    String before,
    String after) {}
