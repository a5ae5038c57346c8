package io.broadsheet.newsroom.view;

/**
 * A story that an editor pinned to a list or hid there.
 *
 * @param path of the story's board
 * @param language the code of the story's language
 * @param state what was done, on which list
 * @param action where it is taken back
 * @param list the code of the list
 */
public record Placed(
    String path, String language, String headline, String state, String action, String list) {}
