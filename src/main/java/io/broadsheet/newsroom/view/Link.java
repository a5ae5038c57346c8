package io.broadsheet.newsroom.view;

/**
 * A way to another screen.
 *
 * @param path percent-encoded, beginning with a slash
 * @param name what it is called
 * @param current whether one is there already
 */
public record Link(String path, String name, boolean current) {}
