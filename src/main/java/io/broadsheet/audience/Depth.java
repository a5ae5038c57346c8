package io.broadsheet.audience;

/**
 * How far a story was read, by readers whose browsers told it.
 *
 * @param quarter the readers who came to the end of its first quarter
 * @param half those of them who came to its middle
 * @param threeQuarters those who came to the end of its third quarter
 * @param whole those who came to its end
 */
public record Depth(long quarter, long half, long threeQuarters, long whole) {}
