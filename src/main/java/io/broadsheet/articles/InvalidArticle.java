package io.broadsheet.articles;

/** Something that cannot be part of an article; the message is one sentence for its author. */
public final class InvalidArticle extends IllegalArgumentException {
  InvalidArticle(String message) {
    super(message);
  }
}
