package io.broadsheet.media;

/**
 * A picture that pages can show.
 *
 * @param hash SHA-256 of the file that was handed in, 64 hexadecimal digits in lower case
 * @param width of the upright picture, in pixels
 * @param height of the upright picture, in pixels
 * @param color its average, as {@code #rrggbb}, shown until it is there
 */
public record StoredPicture(String hash, int width, int height, String color) {}
