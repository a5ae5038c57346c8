package io.broadsheet.newsroom.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Comments that wait for moderators, one of the queues.
 *
 * @param path of this very screen
 * @param queues leads to the queues, with how many wait in each
 * @param cases the oldest first
 * @param reasons why something may be taken down, each with its code as path
 * @param from what leads back to this very screen, by the names of its parameters
 * @param outcome what was decided a moment ago; null for nothing
 * @param empty what to say if there are none
 * @param first the path of the first of them; null at the beginning
 * @param next the path of those that follow; null at the end
 */
public record CommentQueue(
    Shell shell,
    String path,
    List<Link> queues,
    List<CommentCase> cases,
    List<Link> reasons,
    Map<String, String> from,
    StoryDesk.@Nullable Outcome outcome,
    String empty,
    @Nullable String first,
    @Nullable String next) {}
