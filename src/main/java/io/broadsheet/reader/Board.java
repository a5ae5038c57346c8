package io.broadsheet.reader;

import io.broadsheet.reader.view.RatesBoard;
import io.broadsheet.settings.Language;

/** Where the rates come from. */
interface Board {
  /** Returns a row a currency. */
  RatesBoard board(Language language);

  /** Returns every office's quotes. */
  RatesBoard.Whole whole(Language language);
}
