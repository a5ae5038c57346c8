package io.broadsheet.newsroom.view;

import java.util.List;

/**
 * A member's own account.
 *
 * @param shell what surrounds it
 * @param path of this very screen
 * @param name the member's
 * @param about role and topics
 * @param warning that the member cannot come in again; empty where one can
 * @param keys the passkeys
 * @param passkeysWork whether they can be used at this address
 * @param password since when there is a password; empty for none
 * @param codes how many codes on paper are left; empty without a password
 * @param sessions where the member is signed in
 */
public record AccountScreen(
    Shell shell,
    String path,
    String name,
    String about,
    String warning,
    List<Key> keys,
    boolean passkeysWork,
    String password,
    String codes,
    List<Session> sessions) {

  /** A passkey: its id, its label, when it was added and used, and whether it is synced. */
  public record Key(String credential, String label, String added, String used, String synced) {}

  /**
   * A browser that is signed in.
   *
   * @param own whether this is the one that asks
   */
  public record Session(
      long id, boolean own, String agent, String address, String way, String began, String seen) {}
}
