package io.broadsheet.reader.view;

import io.broadsheet.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * A comment, and what the one who looks at it can do with it.
 *
 * @param story leads to it among the others
 * @param text as it was typed
 * @param standing in words, where not everybody sees it; null otherwise
 * @param own whether who looks wrote it
 * @param editable whether that one may still change it
 * @param appealable whether that one may object to its being taken down
 * @param answerable whether it can be answered
 */
public record OneComment(
    Words words,
    long article,
    Talk.Said said,
    Link story,
    String text,
    @Nullable String standing,
    boolean own,
    boolean editable,
    boolean appealable,
    boolean answerable) {}
