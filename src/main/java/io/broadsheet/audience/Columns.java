package io.broadsheet.audience;

/** How arrays grow: by half, since a doubled array of a million articles is mostly empty. */
final class Columns {
  private Columns() {}

  static int grown(int size) {
    return size + (size >> 1) + 16;
  }
}
