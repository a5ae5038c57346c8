package io.broadsheet.accounts;

import io.broadsheet.events.Event;

/**
 * A reader has deleted the account: nobody is known by its id any longer, and nobody will be.
 *
 * @param account the id that was the account's
 * @param successor the id of the browser if it goes on without one, 2³² or more
 * @param words whether what was written is to go too
 */
public record ReaderLeft(long account, long successor, boolean words) implements Event {}
