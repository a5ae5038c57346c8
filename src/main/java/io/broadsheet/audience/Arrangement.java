package io.broadsheet.audience;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What editors put first on each list, the last one put there before the others, and took off. */
final class Arrangement {
  static final Arrangement NONE = new Arrangement(List.of());

  private final Map<TopQuery.By, List<Long>> pinned = new EnumMap<>(TopQuery.By.class);
  private final Map<TopQuery.By, List<Long>> hidden = new EnumMap<>(TopQuery.By.class);

  /** Arranges by these, the latest of which are the first. */
  Arrangement(List<Placement> placements) {
    for (Placement placement : placements) {
      Map<TopQuery.By, List<Long>> lists =
          switch (placement.kind()) {
            case PINNED -> pinned;
            case HIDDEN -> hidden;
          };
      lists.computeIfAbsent(placement.list(), _ -> new ArrayList<>()).add(placement.article());
    }
  }

  List<Long> pinned(TopQuery.By list) {
    return pinned.getOrDefault(list, List.of());
  }

  List<Long> hidden(TopQuery.By list) {
    return hidden.getOrDefault(list, List.of());
  }
}
