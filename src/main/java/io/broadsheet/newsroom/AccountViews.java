package io.broadsheet.newsroom;

import io.broadsheet.accounts.Passkey;
import io.broadsheet.accounts.Passkeys;
import io.broadsheet.accounts.Passwords;
import io.broadsheet.accounts.Sessions;
import io.broadsheet.accounts.SignedIn;
import io.broadsheet.accounts.StaffMember;
import io.broadsheet.accounts.StaffSession;
import io.broadsheet.newsroom.view.AccountScreen;
import io.broadsheet.newsroom.view.PasswordScreen;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the screens of a member's own account. */
final class AccountViews {
  private final Newsroom newsroom;
  private final Sessions sessions;
  private final Passwords passwords;
  private final Passkeys passkeys;

  AccountViews(Newsroom newsroom, Sessions sessions, Passwords passwords, Passkeys passkeys) {
    this.newsroom = newsroom;
    this.sessions = sessions;
    this.passwords = passwords;
    this.passkeys = passkeys;
  }

  /**
   * Returns the screen of the account.
   *
   * @param passkeysWork whether passkeys can be used at the address that was asked
   */
  AccountScreen account(Visit visit, boolean passkeysWork) {
    Texts texts = visit.texts();
    SignedIn who = Objects.requireNonNull(visit.who());
    StaffMember member = who.member();
    List<AccountScreen.Key> keys =
        passkeys.of(member.id()).stream().map(key -> key(key, texts)).toList();
    String since =
        passwords
            .since(member.id())
            .map(at -> texts.text("account.since", texts.full(at)))
            .orElse("");
    int left = passwords.codesLeft(member.id());
    return new AccountScreen(
        newsroom.shell(visit, Newsroom.Section.ACCOUNT, texts.text("account.title"), "passkeys.js"),
        visit.path(),
        member.name(),
        about(member, texts),
        keys.isEmpty() && since.isEmpty() ? texts.text("account.nokeys") : "",
        keys,
        passkeysWork,
        since,
        since.isEmpty() ? "" : texts.words().count("account.codes", left),
        sessions.of(member.id()).stream()
            .map(session -> session(session, who.session(), texts))
            .toList());
  }

  /**
   * Returns the screen on which a password and a device are set up.
   *
   * @param setup of the device that was shown before; empty for a new one
   * @param fault what was wrong, a sentence; null for nothing
   */
  PasswordScreen password(Visit visit, String setup, @Nullable String fault) {
    Passwords.Setup device =
        passwords.setup(setup, visit.member().id(), newsroom.site().name(), visit.member().name());
    return new PasswordScreen(
        newsroom.shell(visit, Newsroom.Section.ACCOUNT, visit.texts().text("password.title")),
        visit.path(),
        visit.member().name(),
        device.id(),
        QrCode.of(device.address()),
        device.secret().replaceAll("(.{4})(?=.)", "$1 "),
        fault);
  }

  /** Returns the screen that shows codes to print. */
  PasswordScreen.Codes codes(Visit visit, List<String> codes) {
    return new PasswordScreen.Codes(
        newsroom.shell(visit, Newsroom.Section.ACCOUNT, visit.texts().text("codes.title")),
        visit.path(),
        codes);
  }

  /** Returns what a member is, in words. */
  static String about(StaffMember member, Texts texts) {
    String role = texts.text("role." + member.role().code());
    return member.topics().isEmpty()
        ? role
        : texts.text("staff.bound", role, String.join(", ", new TreeSet<>(member.topics())));
  }

  private static AccountScreen.Key key(Passkey key, Texts texts) {
    String used =
        key.used() == null
            ? texts.text("account.unused")
            : texts.text("account.used", texts.full(key.used()));
    return new AccountScreen.Key(
        key.credential(),
        key.label(),
        texts.text("account.added", texts.full(key.created())),
        used,
        key.synced() ? texts.text("account.synced") : "");
  }

  private static AccountScreen.Session session(StaffSession session, long own, Texts texts) {
    return new AccountScreen.Session(
        session.id(),
        session.id() == own,
        session.agent().isEmpty() ? texts.text("account.unnamed") : session.agent(),
        session.address(),
        texts.text("way." + session.way().name().toLowerCase(Locale.ROOT)),
        texts.full(session.began()),
        texts.full(session.seen()));
  }
}
