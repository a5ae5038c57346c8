package io.broadsheet.accounts;

import java.time.Instant;

/**
 * A browser in which a member is signed in.
 *
 * @param id positive
 * @param way how the member proved who it is
 * @param agent what the browser calls itself
 * @param address where it signed in from
 * @param began when
 * @param seen when it last asked for something, to the minute
 */
public record StaffSession(
    long id, Way way, String agent, String address, Instant began, Instant seen) {

  /** How somebody proved who it is. */
  public enum Way {
    /** By a one-time link. */
    LINK,
    /** By a passkey. */
    PASSKEY,
    /** By password and a device's code. */
    PASSWORD,
    /** By password and a code on paper. */
    PAPER
  }
}
