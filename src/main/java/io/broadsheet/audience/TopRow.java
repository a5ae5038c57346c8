package io.broadsheet.audience;

/**
 * One row of a list.
 *
 * @param article the article's id
 * @param views its views of all time
 * @param comments its comments of all time
 * @param reactions its reactions of all time
 * @param windowViews its views within the window that was asked for
 */
public record TopRow(long article, long views, long comments, long reactions, long windowViews) {}
