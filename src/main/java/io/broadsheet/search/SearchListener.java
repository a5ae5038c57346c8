package io.broadsheet.search;

import java.util.Set;

/** Hears of what is found, on the thread that keeps the index; it should not keep that waiting. */
public interface SearchListener {
  /** Is told of editions that changed and are now found as they are, or are not found any more. */
  void changed(Set<Long> articles);

  /** Is told that all editions are found, after some were not. */
  void complete();
}
