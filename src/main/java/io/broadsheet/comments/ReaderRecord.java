package io.broadsheet.comments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What moderators know of a reader.
 *
 * @param reader the reader's id
 * @param shown how many of that reader's comments everybody sees
 * @param held how many wait
 * @param removed how many were taken down
 * @param deleted how many the reader took back
 * @param since when the first came; null if there is none
 * @param bannedUntil until when the reader may not comment; null if that is over, or was never so
 * @param banReason why; empty if not banned
 */
public record ReaderRecord(
    long reader,
    long shown,
    long held,
    long removed,
    long deleted,
    @Nullable Instant since,
    @Nullable Instant bannedUntil,
    String banReason) {}
