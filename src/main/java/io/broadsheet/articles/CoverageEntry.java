package io.broadsheet.articles;

import java.time.Instant;

/**
 * One entry of a story that is told as it happens.
 *
 * @param id positive; a later entry has a greater one
 * @param at when it was published
 * @param changed when it was last written
 * @param by who wrote it first
 * @param title up to 300 characters; may be empty
 * @param body what it says
 * @param removed whether readers see it no more
 */
public record CoverageEntry(
    long id, Instant at, Instant changed, String by, String title, Body body, boolean removed) {}
