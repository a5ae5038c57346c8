package io.broadsheet.accounts;

import io.broadsheet.events.Event;

/**
 * A browser that took part without a name has signed in: what it wrote is now the account's.
 *
 * @param anonymous the id by which the browser was known until then, 2³² or more
 * @param account the id by which it is known from now on, less than that
 */
public record ReaderSignedIn(long anonymous, long account) implements Event {}
