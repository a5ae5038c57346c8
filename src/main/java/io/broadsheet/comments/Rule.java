package io.broadsheet.comments;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a comment is judged by, in this order; the first that speaks decides. */
public enum Rule {
  /** It says nothing. */
  EMPTY,
  /** It is too long. */
  LONG,
  /** It has no name, or too long a one. */
  NAME,
  /** Its writer has to sign in. */
  SIGN_IN,
  /** Its writer is banned. */
  BANNED,
  /** What it answers is not there. */
  PARENT,
  /** Nothing more is taken under this story. */
  CLOSED,
  /** Too many came from that reader. */
  READER_RATE,
  /** Too many came from that part of the network. */
  BLOCK_RATE,
  /** Too many came under this story. */
  STORY_RATE,
  /** The reader has just written here, and is to wait. */
  SLOW,
  /** It was written before. */
  REPEATED,
  /** It has many links. */
  LINKS,
  /** It has a word that is on the list. */
  WORDS,
  /** Its writer is new here. */
  NEW_READER,
  /** All comments on this story wait for a moderator. */
  MODERATED;

  /** Returns its name in the database and for programs. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Rule> of(String code) {
    return Arrays.stream(values()).filter(rule -> rule.code().equals(code)).findFirst();
  }
}
