package io.broadsheet.reader.view;

/**
 * A way to another page of the site.
 *
 * @param path percent-encoded, beginning with a slash
 * @param name what it is called
 * @param current whether the reader is there already
 */
public record Link(String path, String name, boolean current) {
  /** Returns a link to somewhere else. */
  public static Link to(String path, String name) {
    return new Link(path, name, false);
  }
}
