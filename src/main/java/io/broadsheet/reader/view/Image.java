package io.broadsheet.reader.view;

import org.jspecify.annotations.Nullable;

/**
 * A picture in one place of a page.
 *
 * @param src the path of the rendition that suits most, in JPEG
 * @param srcset the renditions in WebP with their widths
 * @param width of the original in pixels, for its place to be kept free
 * @param height of the original in pixels
 * @param color shown until it is there, as {@code #rrggbb}
 * @param alt what is seen on it; empty where the text beside it says as much
 * @param caption below it, with the credit; may be empty
 * @param focus the classes of what must stay in sight where its edges are cut; null for its middle
 */
public record Image(
    String src,
    String srcset,
    int width,
    int height,
    String color,
    String alt,
    String caption,
    @Nullable String focus) {}
