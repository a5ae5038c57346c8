package io.broadsheet.reader;

import io.broadsheet.reader.view.TopTen;
import io.broadsheet.settings.Language;
import java.util.List;

/** Where the rows of the lists of what is read come from. */
@FunctionalInterface
interface Ranking {
  /** Returns the first rows of a list, with their stories as they are now. */
  List<TopTen.Row> rows(Language language, String by, String window, int limit);
}
