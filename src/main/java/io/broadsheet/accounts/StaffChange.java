package io.broadsheet.accounts;

/** What became of the wish to change a member of staff. */
public enum StaffChange {
  /** It is done. */
  DONE,
  /** There is nobody of this id. */
  MISSING,
  /** Nobody could add staff any more: this is the last administrator. */
  LAST_ADMINISTRATOR
}
