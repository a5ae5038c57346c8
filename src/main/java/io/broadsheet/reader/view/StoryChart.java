package io.broadsheet.reader.view;

import io.broadsheet.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * How a rate has moved, within a story.
 *
 * @param place who quotes it, and where
 * @param path leads to all of it
 * @param chart null where nothing is known
 * @param said what the chart shows, in a sentence; empty where nothing is known
 */
public record StoryChart(
    Words words, String place, String path, @Nullable Chart chart, String said) {}
