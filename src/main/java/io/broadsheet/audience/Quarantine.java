package io.broadsheet.audience;

import java.time.Instant;

/**
 * Views of one story that came in a spike from one address block.
 *
 * @param id positive
 * @param block the block, as {@code 203.0.113.0/24} or {@code 2001:db8:1::/48}; no reader's address
 * @param article the story's id
 * @param began when the spike was noticed
 * @param views how many views it holds
 * @param verdict what was said of it last
 */
public record Quarantine(
    long id, String block, long article, Instant began, long views, Verdict verdict) {}
