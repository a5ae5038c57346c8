package io.broadsheet.accounts;

import java.security.Principal;

/**
 * A member of staff who sends a request.
 *
 * @param session the id of the session
 */
public record SignedIn(long session, StaffMember member) implements Principal {
  @Override
  public String getName() {
    return member.name();
  }
}
