package io.broadsheet.events;

/**
 * Something that happened in a feature; a record whose components are JSON.
 *
 * <p>Its simple class name is its type in the outbox, so renaming one needs a migration.
 */
public interface Event {}
