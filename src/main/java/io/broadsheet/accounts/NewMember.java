package io.broadsheet.accounts;

/** What became of the wish for a new member of staff. */
public sealed interface NewMember {
  /** There is one. */
  record Added(StaffMember member) implements NewMember {}

  /** The name is not 1 to 100 letters, digits, spaces and {@code . ' _ @ -}. */
  record UnfitName() implements NewMember {}

  /** Somebody has this name, or one that looks the same. */
  record NameTaken() implements NewMember {}
}
