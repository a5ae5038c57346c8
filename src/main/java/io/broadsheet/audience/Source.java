package io.broadsheet.audience;

/**
 * A site that led readers here.
 *
 * @param host in lower case, without {@code www.}; {@code *} for hosts beyond those told apart
 * @param views the counted views that came from it
 */
public record Source(String host, long views) {
  /** Tells whether this stands for all hosts beyond those that are told apart. */
  public boolean isOthers() {
    return host.equals(Hosts.OTHERS);
  }
}
