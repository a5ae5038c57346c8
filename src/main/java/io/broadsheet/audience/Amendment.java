package io.broadsheet.audience;

import java.util.HashMap;
import java.util.Map;

/** Views that come to, or go from, minutes that may be long past, by article. */
final class Amendment {
  private final Map<Minute, Long> views = new HashMap<>();

  private record Minute(long article, long minute) {}

  /** Receives by how much the views of an article within a minute change, which is never 0. */
  @FunctionalInterface
  interface Cells<X extends Exception> {
    void accept(long article, long minute, long more) throws X;
  }

  void add(long article, long minute, long more) {
    views.merge(new Minute(article, minute), more, Long::sum);
  }

  <X extends Exception> void forEach(Cells<X> cells) throws X {
    for (Map.Entry<Minute, Long> cell : views.entrySet()) {
      if (cell.getValue() != 0) {
        cells.accept(cell.getKey().article(), cell.getKey().minute(), cell.getValue());
      }
    }
  }
}
