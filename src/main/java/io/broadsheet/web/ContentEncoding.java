package io.broadsheet.web;

/** The content codings in which ready bytes are kept, the best first. */
public enum ContentEncoding {
  ZSTD("zstd", "-z"),
  GZIP("gzip", "-g"),
  IDENTITY("identity", "");

  private final String token;
  private final String suffix;

  ContentEncoding(String token, String suffix) {
    this.token = token;
    this.suffix = suffix;
  }

  /** Returns the coding's registered name, in lower case. */
  public String token() {
    return token;
  }

  /** Returns what an entity tag ends in, since two encodings of a page are two representations. */
  public String suffix() {
    return suffix;
  }
}
