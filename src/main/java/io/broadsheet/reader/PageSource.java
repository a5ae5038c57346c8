package io.broadsheet.reader;

import io.broadsheet.settings.Language;
import java.util.Optional;

/** Builds pages from what is stored; called on the page builders' own threads. */
interface PageSource {
  /**
   * Builds a page.
   *
   * @return the page; empty if nothing is there and the address is answered with 404
   * @throws RuntimeException if it cannot be built now
   */
  Optional<Page> build(Address.OfPage address);

  /** Returns the page that admits a fault (500) under the id by which the log knows it. */
  Page fault(Language language, String id);

  /** Returns the page that asks to come again (503). */
  Page busy(Language language);
}
