package io.broadsheet.newsroom.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a story may be commented on.
 *
 * @param path of this very screen
 * @param headline the story's; never empty
 * @param language the code of the story's language
 * @param story the path of the story's page
 * @param kinds what may become of comments, each with its code as path
 * @param slow how long readers may have to wait, each with its number of seconds as path
 * @param outcome what was set a moment ago; null for nothing
 */
public record CommentMode(
    Shell shell,
    String path,
    String headline,
    String language,
    String story,
    List<Link> kinds,
    List<Link> slow,
    StoryDesk.@Nullable Outcome outcome) {}
