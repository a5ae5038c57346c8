package io.broadsheet.accounts;

import static io.broadsheet.accounts.Permission.AUDIENCE;
import static io.broadsheet.accounts.Permission.ENTER;
import static io.broadsheet.accounts.Permission.LEAD;
import static io.broadsheet.accounts.Permission.MODERATE;
import static io.broadsheet.accounts.Permission.PUBLISH;
import static io.broadsheet.accounts.Permission.RANK;
import static io.broadsheet.accounts.Permission.RATES;
import static io.broadsheet.accounts.Permission.REVIEW;
import static io.broadsheet.accounts.Permission.WRITE;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A post in the newsroom, which is a set of what one may do. */
public enum Role {
  /** Writes, and hands in. */
  REPORTER("reporter"),
  /** Reviews and publishes. */
  EDITOR("editor"),
  /** Leads: the front page, what is breaking, the lists. */
  CHIEF_EDITOR("chief"),
  /** Decides on readers' comments. */
  MODERATOR("moderator"),
  /** Keeps the rates board. */
  RATES_DESK("rates"),
  /** May do everything. */
  ADMINISTRATOR("administrator");

  private final String code;

  Role(String code) {
    this.code = code;
  }

  /** Returns the role of this code, if there is one. */
  public static Optional<Role> of(String code) {
    return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
  }

  /** Returns its name in commands and forms. */
  public String code() {
    return code;
  }

  /** Returns what it allows. */
  public Set<Permission> permissions() {
    return switch (this) {
      case REPORTER -> Set.of(ENTER, WRITE, AUDIENCE);
      case EDITOR -> Set.of(ENTER, WRITE, REVIEW, PUBLISH, AUDIENCE);
      case CHIEF_EDITOR ->
          Set.of(ENTER, WRITE, REVIEW, PUBLISH, LEAD, AUDIENCE, RANK, MODERATE, RATES);
      case MODERATOR -> Set.of(ENTER, MODERATE, AUDIENCE);
      case RATES_DESK -> Set.of(ENTER, RATES);
      case ADMINISTRATOR -> Set.of(Permission.values());
    };
  }
}
