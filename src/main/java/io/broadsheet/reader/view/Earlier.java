package io.broadsheet.reader.view;

import org.jspecify.annotations.Nullable;

/**
 * What surrounds earlier entries of a story.
 *
 * @param path of the story
 * @param emoji the marker before its headline; null for none
 * @param entries what stands where its entries shall be
 */
public record Earlier(String path, @Nullable String emoji, String headline, String entries) {}
