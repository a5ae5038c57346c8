package io.broadsheet.web;

import java.util.Optional;

/** Something an operator should see to before readers notice; a feature offers it as a bean. */
@FunctionalInterface
public interface Notice {
  /** Returns what is the matter, as a sentence for the operator; empty if nothing is. */
  Optional<String> matter();
}
