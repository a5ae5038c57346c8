package io.broadsheet.accounts;

import io.broadsheet.audit.AuditLog;
import io.broadsheet.database.Database;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Signing in by name, password and a code that a device makes: the way for who has no passkey.
 *
 * <p>A password never opens anything alone. It is set together with the device, and counts when a
 * code of that device was typed. Calls block on the database, and for the tenth of a second that a
 * hash takes.
 */
public final class Passwords {
  private static final Duration SETUP = Duration.ofMinutes(10);

  private final Database database;
  private final AuditLog audit;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final PasswordRules rules = new PasswordRules();
  private final PasswordHashes hashes = new PasswordHashes(random);
  private final CodeRows codes;
  private final SignInThrottle throttle;
  private final Ceremonies<Device> devices;

  /**
   * Opens the passwords of this database.
   *
   * @param folder where the key lies under which devices' secrets are kept
   */
  public Passwords(Database database, AuditLog audit, Path folder, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
    this.codes = new CodeRows(new SecretKeeper(folder, random));
    this.throttle = new SignInThrottle(clock);
    this.devices = new Ceremonies<>(clock, SETUP);
  }

  private record Device(long staff, SecretKey secret, Setup setup) {}

  /**
   * A device that is being set up.
   *
   * @param id by which it is confirmed, within ten minutes
   * @param address for a QR code
   * @param secret to type, in Base32
   */
  public record Setup(String id, String address, String secret) {}

  private record Known(long staff, String hash) {}

  /** Returns when a member set a password, if there is one. */
  public Optional<Instant> since(long staff) {
    return database.read(
        sql ->
            sql.sql("SELECT changed_at FROM staff_password WHERE staff = :staff")
                .param("staff", staff)
                .query(Long.class)
                .optional()
                .map(Instant::ofEpochMilli));
  }

  /** Returns how many of a member's codes on paper are left. */
  public int codesLeft(long staff) {
    return database.read(sql -> codes.paperLeft(sql, staff));
  }

  /**
   * Gives out the secret of a device, or once more the one that was given out before.
   *
   * @param id of a device that was given out; anything for a new one
   * @param site the portal's name
   * @param name the member's
   */
  public Setup setup(String id, long staff, String site, String name) {
    return given(id, staff).map(Device::setup).orElseGet(() -> give(staff, site, name));
  }

  /**
   * Sets a member's password, device and codes on paper, in place of those before.
   *
   * @param id of a device that was given out to this member
   * @param code what the device shows
   */
  public NewPassword set(String id, long staff, String name, String password, String code) {
    String normal = PasswordRules.normalize(password);
    Optional<PasswordFlaw> flaw = rules.flaw(name, normal);
    if (flaw.isPresent()) {
      return new NewPassword.Unfit(flaw.get());
    }
    Optional<Device> device = given(id, staff);
    OptionalLong step =
        device
            .map(one -> Totp.accept(one.secret().getEncoded(), code.strip(), clock.instant(), -1))
            .orElseGet(OptionalLong::empty);
    if (device.isEmpty() || step.isEmpty()) {
      return new NewPassword.WrongCode();
    }
    devices.end(id);
    String hash = hashes.hash(normal);
    List<String> paper = BackupCodes.fresh(random);
    database.write(
        sql -> {
          store(sql, staff, hash);
          codes.setDevice(sql, staff, device.get().secret().getEncoded(), step.getAsLong());
          codes.setPaper(sql, staff, paper);
          Staff.noteOwn(sql, audit, staff, "password.set");
          return staff;
        });
    return new NewPassword.Set(paper);
  }

  /** Makes ten new codes on paper in place of those before; none for who has no password. */
  public List<String> freshCodes(long staff) {
    List<String> paper = BackupCodes.fresh(random);
    return database.write(
        sql -> {
          if (!codes.hasDevice(sql, staff)) {
            return List.of();
          }
          codes.setPaper(sql, staff, paper);
          Staff.noteOwn(sql, audit, staff, "password.codes");
          return paper;
        });
  }

  /** Takes password, device and codes from a member; returns whether there was a password. */
  public boolean remove(long staff) {
    return database.write(
        sql -> {
          codes.remove(sql, staff);
          boolean removed =
              sql.sql("DELETE FROM staff_password WHERE staff = :staff")
                      .param("staff", staff)
                      .update()
                  > 0;
          if (removed) {
            Staff.noteOwn(sql, audit, staff, "password.remove");
          }
          return removed;
        });
  }

  /**
   * Finds out whether a name, a password and a code are a member's.
   *
   * @param network the number of the network that asks, see {@link io.broadsheet.web.Network}
   * @param code of the device, or one on paper, which is used up
   */
  public PasswordSignIn signIn(String name, String password, String code, long network) {
    Optional<Duration> wait = throttle.attempt(name, network);
    if (wait.isPresent()) {
      return new PasswordSignIn.Wait(wait.get());
    }
    Optional<Known> known = known(name);
    String normal = PasswordRules.normalize(password);
    Optional<Boolean> right = hashes.matches(normal, known.map(Known::hash));
    if (right.isEmpty()) {
      return new PasswordSignIn.Wait(Duration.ofSeconds(1));
    }
    Optional<PasswordSignIn.Proved> proof =
        known.filter(member -> right.get()).flatMap(member -> useCode(member.staff(), code));
    if (proof.isEmpty()) {
      return new PasswordSignIn.Wrong();
    }
    throttle.succeeded(name, network);
    known
        .filter(member -> hashes.isOutdated(member.hash()))
        .ifPresent(member -> renew(member, hashes.hash(normal)));
    return proof.get();
  }

  private Optional<Device> given(String id, long staff) {
    return devices.find(id).filter(device -> device.staff() == staff);
  }

  private Setup give(long staff, String site, String name) {
    byte[] secret = new byte[Totp.SECRET_BYTES];
    random.nextBytes(secret);
    return devices
        .begin(
            id ->
                new Device(
                    staff,
                    new SecretKeySpec(secret, "RAW"),
                    new Setup(id, TotpUri.of(site, name, secret), TotpUri.base32(secret))))
        .setup();
  }

  private Optional<PasswordSignIn.Proved> useCode(long staff, String code) {
    return database.write(
        sql -> {
          Optional<PasswordSignIn.Code> used =
              codes.useDevice(sql, staff, code.strip(), clock.instant())
                  ? Optional.of(PasswordSignIn.Code.DEVICE)
                  : codes.usePaper(sql, staff, code)
                      ? Optional.of(PasswordSignIn.Code.PAPER)
                      : Optional.empty();
          return used.map(by -> new PasswordSignIn.Proved(staff, by, codes.paperLeft(sql, staff)));
        });
  }

  private Optional<Known> known(String name) {
    String key = Staff.key(name);
    // PostgreSQL takes no NUL, and nobody's name has one.
    if (key.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    return database.read(
        sql ->
            sql.sql(
                    """
                    SELECT id, hash FROM staff JOIN staff_password ON staff_password.staff = id
                    WHERE name_key = :key AND suspended_at IS NULL
                    """)
                .param("key", key)
                .query((row, number) -> new Known(row.getLong("id"), row.getString("hash")))
                .optional());
  }

  private void store(JdbcClient sql, long staff, String hash) {
    sql.sql(
            """
            INSERT INTO staff_password (staff, hash, changed_at) VALUES (:staff, :hash, :now)
            ON CONFLICT (staff) DO UPDATE SET hash = excluded.hash, changed_at = excluded.changed_at
            """)
        .param("staff", staff)
        .param("hash", hash)
        .param("now", clock.millis())
        .update();
  }

  /** A password that was changed meanwhile stays changed. */
  private void renew(Known member, String hash) {
    database.write(
        sql ->
            sql.sql(
                    """
                    UPDATE staff_password SET hash = :fresh
                    WHERE staff = :staff AND hash = :outdated
                    """)
                .param("fresh", hash)
                .param("staff", member.staff())
                .param("outdated", member.hash())
                .update());
  }
}
