package io.broadsheet.search;

import io.broadsheet.articles.Edition;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;

/** The way in which an index writes editions down. */
interface Form {
  /** Returns what tells this form from others: an index in another one is begun anew. */
  String version();

  /** Returns what makes terms of its fields. */
  Analyzer analyzer();

  /** Returns what makes terms of questions to its fields. */
  Analyzer asking();

  /**
   * Returns what is kept of a moment of an edition, to know whether it has changed since.
   *
   * @param mark of the edition as it is stored
   */
  Edition.Mark mark(Edition.Mark mark);

  /** Writes an edition down; {@link Index} adds by what it knows it again. */
  Document write(Edition edition);
}
