package io.broadsheet.reader.view;

import io.broadsheet.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * A link from within a story to another.
 *
 * @param language the code of the other story's language; null where it is the page's own
 * @param emoji the marker before the headline; null for none
 */
public record Also(
    Words words, String path, @Nullable String language, @Nullable String emoji, String headline) {}
