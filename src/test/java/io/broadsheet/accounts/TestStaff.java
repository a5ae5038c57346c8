package io.broadsheet.accounts;

import io.broadsheet.audit.AuditLog;
import io.broadsheet.database.Database;
import java.time.InstantSource;
import java.util.Set;

/** Members for tests. */
public final class TestStaff {
  private TestStaff() {}

  /** Adds a reporter of this name and returns the id. */
  static long add(Database database, String name) {
    InstantSource clock = InstantSource.system();
    return add(new Staff(database, new AuditLog(database, clock), clock), name, Role.REPORTER).id();
  }

  /** Adds a member bound to no topic. */
  public static StaffMember add(Staff staff, String name, Role role) {
    return add(staff, name, role, Set.of());
  }

  /** Adds a member bound to topics, by their slugs. */
  public static StaffMember add(Staff staff, String name, Role role, Set<String> topics) {
    return switch (staff.add(name, role, topics, AuditLog.CONSOLE)) {
      case NewMember.Added(StaffMember member) -> member;
      case NewMember.UnfitName(), NewMember.NameTaken() -> throw new AssertionError(name);
    };
  }
}
