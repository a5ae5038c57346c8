package io.broadsheet.articles;

/**
 * The point of a picture that matters most.
 *
 * @param x from its left edge, 0 to 100 per cent of its width
 * @param y from its upper edge, 0 to 100 per cent of its height
 */
public record Focus(double x, double y) {
  public Focus {
    Check.that(
        x >= 0 && x <= 100 && y >= 0 && y <= 100,
        "The point that matters, " + x + " and " + y + " per cent, lies outside of the picture.");
  }
}
