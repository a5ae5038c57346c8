package io.broadsheet.web;

import java.util.Optional;

/** Knows who an API key was given to; the accounts offer it as a bean. */
@FunctionalInterface
public interface ApiKeyCheck {
  /**
   * Returns the name under which this key was given out; empty if it is none of ours or revoked.
   *
   * @param key what the request sent, unchecked
   */
  Optional<String> holder(String key);
}
