package io.broadsheet.search;

import java.util.List;

/**
 * What may be meant by a text that is being typed.
 *
 * @param texts the text with its last word completed, the words of most stories first
 * @param articles stories whose headlines have its words, the newest first
 */
public record Suggestions(List<String> texts, List<Long> articles) {
  public Suggestions {
    texts = List.copyOf(texts);
    articles = List.copyOf(articles);
  }
}
