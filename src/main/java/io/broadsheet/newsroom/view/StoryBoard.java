package io.broadsheet.newsroom.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The board of one story.
 *
 * @param path that shows it again
 * @param at the time of its numbers
 * @param board the path of the board of all stories
 * @param page its page for readers; null if it is not published
 * @param discussion the path of the screen on which it is set how it may be commented on; null if
 *     the visitor may not
 * @param language the code of its language
 * @param emoji null for none
 * @param sources where its readers came from
 * @param depth how far they read
 * @param lists what editors did with it on lists
 * @param about its language and when it was published
 */
public record StoryBoard(
    Shell shell,
    String path,
    String at,
    String board,
    @Nullable String page,
    @Nullable String discussion,
    String language,
    @Nullable String emoji,
    String headline,
    String about,
    List<Figure> figures,
    BarChart hours,
    List<Link> spans,
    Shares sources,
    Shares depth,
    Lists lists,
    Export export) {}
