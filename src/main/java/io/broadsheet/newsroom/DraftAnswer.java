package io.broadsheet.newsroom;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the editing screen is told when it has handed in what was written.
 *
 * @param version together with {@code basedOn} what it has now seen
 * @param at when it was saved, as its reader writes times
 * @param by who saved it
 * @param gaps what the story lacks, as sentences
 * @param theirs what somebody else wrote meanwhile; null if the draft was kept
 * @param merge theirs and what was handed in, put together; empty if the draft was kept
 */
record DraftAnswer(
    long version,
    long basedOn,
    String at,
    String by,
    List<String> gaps,
    @Nullable StoryForm theirs,
    List<Merging.Field> merge) {}
