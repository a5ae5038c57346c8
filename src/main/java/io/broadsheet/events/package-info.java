/** What happened, kept in the transaction in which it happened, and told to whoever listens. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "database")
@org.jspecify.annotations.NullMarked
package io.broadsheet.events;
