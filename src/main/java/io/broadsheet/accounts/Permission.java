package io.broadsheet.accounts;

/** What somebody may do in the newsroom. Each screen and each action asks for one of these. */
public enum Permission {
  /** See one's own account: everybody who is signed in. */
  ENTER,
  /** Write stories, and hand them in for review. */
  WRITE,
  /** Comment on stories in review, approve them and send them back. */
  REVIEW,
  /** Publish, schedule, correct and withdraw stories. */
  PUBLISH,
  /** Lay out the front page, and say what is breaking. */
  LEAD,
  /** See who reads what. */
  AUDIENCE,
  /** Pin stories to the lists, hide them there, and decide on suspicious views. */
  RANK,
  /** Decide on readers' comments. */
  MODERATE,
  /** Keep the rates board. */
  RATES,
  /** Add staff, change their roles, see the audit log. */
  STAFF
}
