package io.broadsheet.newsroom.view;

import org.jspecify.annotations.Nullable;

/**
 * What of a board can be taken along as comma-separated values.
 *
 * @param now the path of what the board shows; null for none
 * @param article the story that it is about; null for all
 * @param from the beginning of the views by the hour that are offered, as browsers' forms have it
 * @param to their end
 * @param zone what clock both go by
 */
public record Export(
    @Nullable String now, @Nullable Long article, String from, String to, String zone) {}
