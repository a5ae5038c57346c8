package io.broadsheet.transfer;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Where a story's file lies.
 *
 * @param folder its own folder, from which the names of its pictures go out
 * @param root the folder that was to be imported, out of which they must not lead
 */
record Origin(Path folder, Path root) {
  /** Returns where a file lies, with all links resolved. */
  static Origin of(Path file, Path root) throws IOException {
    Path top = root.toRealPath();
    Path folder = top.resolve(root.toAbsolutePath().relativize(file.toAbsolutePath())).getParent();
    return new Origin(folder == null ? top : folder, top);
  }
}
