package io.broadsheet.articles;

import io.broadsheet.settings.Language;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hands over articles of which there is a row for each topic, one after the other. */
final class ByTopic {
  private final Articles.PublishedVisitor visitor;
  private final Set<String> topics = new HashSet<>();
  private @Nullable Language language;
  private long id;
  private boolean listed;
  private int visited;

  ByTopic(Articles.PublishedVisitor visitor) {
    this.visitor = visitor;
  }

  /** Takes a row; those of one article follow each other. */
  void row(long ofId, Language ofLanguage, boolean isListed, @Nullable String topic) {
    if (ofId != id) {
      end();
      id = ofId;
      language = ofLanguage;
      listed = isListed;
    }
    if (topic != null) {
      topics.add(topic);
    }
  }

  /** Hands over the last article and returns how many there were. */
  int end() {
    if (language != null) {
      visitor.visit(id, language, Set.copyOf(topics), listed);
      visited++;
      language = null;
      topics.clear();
    }
    return visited;
  }
}
