package io.broadsheet.web;

import java.util.Optional;

/** Something that must hold before requests should be sent here; a feature offers it as a bean. */
@FunctionalInterface
public interface Readiness {
  /** Returns what is missing yet, as a sentence for the operator; empty if nothing is. */
  Optional<String> obstacle();
}
