package io.broadsheet.newsroom.view;

/**
 * The views of some hours as a line that rises from a ground.
 *
 * @param label what it shows, with its highest and latest number
 * @param width of the box it is drawn in
 * @param height of the box
 * @param points of the line
 * @param ground of the area below it
 */
public record Line(String label, int width, int height, String points, String ground) {}
