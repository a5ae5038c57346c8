package io.broadsheet.newsroom;

import io.broadsheet.accounts.Role;
import io.broadsheet.accounts.SignInLinks;
import io.broadsheet.accounts.Staff;
import io.broadsheet.accounts.StaffMember;
import io.broadsheet.audit.AuditEntry;
import io.broadsheet.audit.AuditLog;
import io.broadsheet.newsroom.view.AuditScreen;
import io.broadsheet.newsroom.view.StaffScreen;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the screens of who works here and who did what. */
final class StaffViews {
  private static final int ENTRIES = 100;

  private final Newsroom newsroom;
  private final Staff staff;
  private final AuditLog audit;
  private final InstantSource clock;

  StaffViews(Newsroom newsroom, Staff staff, AuditLog audit, InstantSource clock) {
    this.newsroom = newsroom;
    this.staff = staff;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Returns the list of staff.
   *
   * @param link that was just made; null for none
   * @param fault what was wrong, a sentence; null for nothing
   */
  StaffScreen staff(Visit visit, StaffScreen.@Nullable HandOver link, @Nullable String fault) {
    Texts texts = visit.texts();
    return new StaffScreen(
        newsroom.shell(visit, Newsroom.Section.STAFF, texts.text("staff.title")),
        visit.path(),
        link,
        fault,
        roles(Role.REPORTER, texts),
        staff.list().stream().map(member -> member(member, texts)).toList());
  }

  StaffScreen.HandOver handOver(Visit visit, StaffMember member, String link) {
    Texts texts = visit.texts();
    String until = texts.full(clock.instant().plus(SignInLinks.LASTS));
    return new StaffScreen.HandOver(texts.text("staff.link", member.name(), until), link);
  }

  /**
   * Returns what was done, the newest first.
   *
   * @param before the id of the entry to begin below
   */
  AuditScreen audit(Visit visit, long before) {
    Texts texts = visit.texts();
    List<AuditEntry> entries = audit.latest(before, ENTRIES + 1);
    List<AuditEntry> shown = entries.stream().limit(ENTRIES).toList();
    return new AuditScreen(
        newsroom.shell(visit, Newsroom.Section.STAFF, texts.text("audit.title")),
        visit.path(),
        shown.stream().map(entry -> row(entry, texts)).toList(),
        entries.size() > ENTRIES ? "/newsroom/audit?before=" + shown.getLast().id() : null);
  }

  private static StaffScreen.Member member(StaffMember member, Texts texts) {
    return new StaffScreen.Member(
        member.id(),
        member.name(),
        AccountViews.about(member, texts),
        String.join(", ", new TreeSet<>(member.topics())),
        roles(member.role(), texts),
        member.suspended() == null
            ? ""
            : texts.text("staff.suspended", texts.full(member.suspended())));
  }

  private static List<StaffScreen.Choice> roles(Role chosen, Texts texts) {
    return Arrays.stream(Role.values())
        .map(
            role ->
                new StaffScreen.Choice(
                    role.code(), texts.text("role." + role.code()), role == chosen))
        .toList();
  }

  private static AuditScreen.Row row(AuditEntry entry, Texts texts) {
    String key = "audit." + entry.action();
    return new AuditScreen.Row(
        texts.full(entry.at()),
        entry.actor().equals(AuditLog.CONSOLE) ? texts.text("audit.console") : entry.actor(),
        texts.words().has(key) ? texts.text(key) : entry.action(),
        entry.subject(),
        entry.before(),
        entry.after());
  }
}
