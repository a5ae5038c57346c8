package io.broadsheet.newsroom.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What moderators know of a reader.
 *
 * @param path of this very screen
 * @param name under which the reader wrote last
 * @param about since when there are comments, a sentence; empty if there are none
 * @param figures how many comments stand how
 * @param ban until when the reader may not comment and why, a sentence; empty if not banned
 * @param removable whether there is anything to take down
 * @param lengths for how long the reader can be banned, each with its number of days as path
 * @param reasons why something may be taken down, each with its code as path
 * @param from what leads back to this very screen, by the names of its parameters
 * @param outcome what was decided a moment ago; null for nothing
 * @param comments the newest first
 */
public record CommentReader(
    Shell shell,
    String path,
    String name,
    String about,
    List<Figure> figures,
    String ban,
    boolean removable,
    List<Link> lengths,
    List<Link> reasons,
    Map<String, String> from,
    StoryDesk.@Nullable Outcome outcome,
    List<CommentCase> comments) {}
