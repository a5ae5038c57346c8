package io.broadsheet.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.audit.AuditEntry;
import io.broadsheet.audit.AuditLog;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
class StaffTest {
  private static final String CHROMIUM = "Mozilla/5.0 Chromium";

  private final TestDatabase opened;
  private final AuditLog audit;
  private final Staff staff;
  private final SignInLinks links;
  private final Sessions sessions;
  private Instant now = Instant.parse("2026-11-23T09:00:00Z");

  StaffTest(Dialect dialect) {
    opened = TestDatabase.open(dialect);
    audit = new AuditLog(opened.database(), () -> now);
    staff = new Staff(opened.database(), audit, () -> now);
    links = new SignInLinks(opened.database(), audit, () -> now);
    sessions = new Sessions(opened.database(), audit, () -> now);
  }

  @AfterEach
  void close() {
    opened.close();
  }

  @Test
  void aMemberIsFoundAgainByNameAndId() {
    NewMember added = staff.add(" Айгерім Қалиева ", Role.EDITOR, Set.of("city", "sport"), "Boss");
    StaffMember member =
        new StaffMember(1, "Айгерім Қалиева", Role.EDITOR, Set.of("city", "sport"), now, null);
    assertThat(added).isEqualTo(new NewMember.Added(member));
    assertThat(staff.named("АЙГЕРІМ қалиева")).contains(member);
    assertThat(staff.named("Айгерім\0")).isEmpty();
    assertThat(staff.find(1)).contains(member);
    assertThat(staff.find(2)).isEmpty();
    assertThat(staff.list()).containsExactly(member);
  }

  @Test
  void namesThatLookTheSameAreOne() {
    TestStaff.add(staff, "Berik", Role.REPORTER);
    assertThat(staff.add("BERIK", Role.EDITOR, Set.of(), "Boss"))
        .isEqualTo(new NewMember.NameTaken());
    assertThat(staff.add("Ｂｅｒｉｋ", Role.EDITOR, Set.of(), "Boss"))
        .isEqualTo(new NewMember.NameTaken());
    for (String name : List.of("", " ", "-a", "a\nb", "a\0", "<b>", "x".repeat(101))) {
      assertThat(staff.add(name, Role.EDITOR, Set.of(), "Boss"))
          .isEqualTo(new NewMember.UnfitName());
    }
    assertThat(staff.list()).hasSize(1);
  }

  @Test
  void whoIsBoundToTopicsHasNoSayInOthers() {
    StaffMember free = new StaffMember(1, "A", Role.EDITOR, Set.of(), now, null);
    StaffMember bound = new StaffMember(2, "B", Role.EDITOR, Set.of("sport"), now, null);
    assertThat(free.covers(Permission.PUBLISH, Set.of())).isTrue();
    assertThat(free.covers(Permission.LEAD, Set.of())).isFalse();
    assertThat(bound.covers(Permission.PUBLISH, Set.of("city", "sport"))).isTrue();
    assertThat(bound.covers(Permission.PUBLISH, Set.of("city"))).isFalse();
    assertThat(bound.covers(Permission.PUBLISH, Set.of())).isFalse();
    assertThat(bound.covers(Permission.WRITE, Set.of())).isTrue();
    assertThat(bound.covers(Permission.WRITE, Set.of("city"))).isFalse();
  }

  @Test
  void theLastAdministratorStays() {
    long first = TestStaff.add(staff, "First", Role.ADMINISTRATOR).id();
    assertThat(staff.suspend(first, "First")).isEqualTo(StaffChange.LAST_ADMINISTRATOR);
    assertThat(staff.change(first, Role.EDITOR, Set.of(), "First"))
        .isEqualTo(StaffChange.LAST_ADMINISTRATOR);
    long second = TestStaff.add(staff, "Second", Role.ADMINISTRATOR).id();
    assertThat(staff.suspend(second, "First")).isEqualTo(StaffChange.DONE);
    assertThat(staff.change(first, Role.EDITOR, Set.of(), "First"))
        .isEqualTo(StaffChange.LAST_ADMINISTRATOR);
    assertThat(staff.resume(second, "First")).isEqualTo(StaffChange.DONE);
    assertThat(staff.change(first, Role.EDITOR, Set.of("city"), "First"))
        .isEqualTo(StaffChange.DONE);
    assertThat(staff.find(first).orElseThrow().role()).isEqualTo(Role.EDITOR);
    assertThat(staff.change(99, Role.EDITOR, Set.of(), "First")).isEqualTo(StaffChange.MISSING);
  }

  @Test
  void whatIsDoneToStaffIsWrittenDownAsItIsDone() {
    long id = TestStaff.add(staff, "Berik", Role.REPORTER).id();
    now = now.plusSeconds(1);
    staff.change(id, Role.EDITOR, Set.of("sport", "city"), "Aigerim");
    staff.change(id, Role.EDITOR, Set.of("sport", "city"), "Aigerim");
    staff.suspend(id, "Aigerim");
    assertThat(audit.latest(Long.MAX_VALUE, 10))
        .containsExactly(
            new AuditEntry(
                3,
                now,
                "Aigerim",
                "staff.suspend",
                "staff Berik",
                "editor, city sport",
                "editor, city sport, suspended"),
            new AuditEntry(
                2, now, "Aigerim", "staff.change", "staff Berik", "reporter", "editor, city sport"),
            new AuditEntry(
                1, now.minusSeconds(1), "console", "staff.add", "staff Berik", "", "reporter"));
  }

  @Test
  void aLinkSignsInOnce() {
    StaffMember berik = TestStaff.add(staff, "Berik", Role.REPORTER);
    String first = links.make(berik, "console");
    String second = links.make(berik, "console");
    assertThat(links.look(first)).isEmpty();
    assertThat(links.look(second)).contains(berik);
    assertThat(links.use(second)).contains(berik);
    assertThat(links.use(second)).isEmpty();
    assertThat(links.use("")).isEmpty();
    assertThat(links.use("\0")).isEmpty();
  }

  @Test
  void aLinkEndsByItselfAndWithItsOwner() {
    StaffMember berik = TestStaff.add(staff, "Berik", Role.REPORTER);
    String old = links.make(berik, "console");
    now = now.plus(SignInLinks.LASTS);
    assertThat(links.use(old)).isEmpty();
    String fresh = links.make(berik, "console");
    staff.suspend(berik.id(), "console");
    assertThat(links.use(fresh)).isEmpty();
  }

  @Test
  void aSessionLastsWhileItIsUsed() {
    StaffMember berik = TestStaff.add(staff, "Berik", Role.REPORTER);
    String secret = begin(berik);
    for (int day = 0; day < 28; day += 7) {
      assertThat(sessions.find(secret)).contains(new SignedIn(1, berik));
      now = now.plus(Duration.ofDays(7)).minusSeconds(1);
    }
    assertThat(sessions.find(secret)).isPresent();
    now = now.plus(Duration.ofDays(3));
    assertThat(sessions.find(secret)).isEmpty();
    String idle = begin(berik);
    now = now.plus(Duration.ofDays(7));
    assertThat(sessions.find(idle)).isEmpty();
    assertThat(sessions.of(berik.id())).isEmpty();
  }

  @Test
  void sessionsAreSeenAndEndedByTheirOwner() {
    StaffMember berik = TestStaff.add(staff, "Berik", Role.REPORTER);
    StaffMember other = TestStaff.add(staff, "Other", Role.REPORTER);
    String first = begin(berik);
    String second = begin(berik);
    String third = begin(berik);
    assertThat(sessions.of(berik.id()))
        .extracting(StaffSession::id, StaffSession::agent, StaffSession::way)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(3L, CHROMIUM, StaffSession.Way.LINK),
            org.assertj.core.groups.Tuple.tuple(2L, CHROMIUM, StaffSession.Way.LINK),
            org.assertj.core.groups.Tuple.tuple(1L, CHROMIUM, StaffSession.Way.LINK));
    assertThat(sessions.end(other, 1, "Other")).isFalse();
    assertThat(sessions.end(berik, 1, "Berik")).isTrue();
    assertThat(sessions.find(first)).isEmpty();
    sessions.endOthers(berik, 3, "Berik");
    assertThat(sessions.find(second)).isEmpty();
    assertThat(sessions.find(third)).isPresent();
    staff.suspend(berik.id(), "console");
    assertThat(sessions.find(third)).isEmpty();
  }

  @Test
  void theDatabaseHoldsNoSecret() {
    StaffMember berik = TestStaff.add(staff, "Berik", Role.REPORTER);
    String link = links.make(berik, "console");
    String session = begin(berik);
    List<String> kept =
        opened
            .database()
            .read(
                sql ->
                    sql.sql("SELECT sha256 FROM staff_link UNION SELECT sha256 FROM staff_session")
                        .query(String.class)
                        .list());
    assertThat(kept).hasSize(2).doesNotContain(link, session);
    assertThat(sessions.find(kept.getFirst())).isEmpty();
    assertThat(links.look(kept.getLast())).isEmpty();
  }

  private String begin(StaffMember member) {
    return sessions.begin(member, StaffSession.Way.LINK, "\n" + CHROMIUM, "192.0.2.1");
  }
}
