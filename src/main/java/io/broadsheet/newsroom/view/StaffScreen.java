package io.broadsheet.newsroom.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who works here.
 *
 * @param shell what surrounds it
 * @param path of this very screen
 * @param link that was just made; null for none
 * @param fault what was wrong, a sentence; null for nothing
 * @param roles that a new member can have
 * @param members all of them, by name
 */
public record StaffScreen(
    Shell shell,
    String path,
    @Nullable HandOver link,
    @Nullable String fault,
    List<Choice> roles,
    List<Member> members) {

  /** A one-time link, and what to do with it. */
  public record HandOver(String note, String link) {}

  /** A role to choose. */
  public record Choice(String code, String name, boolean chosen) {}

  /**
   * A member.
   *
   * @param about role and topics, in words
   * @param topics as they are typed
   * @param suspended since when; empty for who is not
   */
  public record Member(
      long id, String name, String about, String topics, List<Choice> roles, String suspended) {}
}
