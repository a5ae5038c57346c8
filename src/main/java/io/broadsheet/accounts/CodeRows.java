package io.broadsheet.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of devices that make codes and of codes on paper, within a caller's transaction. */
final class CodeRows {
  private final SecretKeeper keeper;

  CodeRows(SecretKeeper keeper) {
    this.keeper = keeper;
  }

  private record Device(String secret, long lastStep) {}

  boolean hasDevice(JdbcClient sql, long staff) {
    return device(sql, staff).isPresent();
  }

  void setDevice(JdbcClient sql, long staff, byte[] secret, long step) {
    sql.sql(
            """
            INSERT INTO staff_totp (staff, secret, last_step) VALUES (:staff, :secret, :step)
            ON CONFLICT (staff) DO UPDATE
              SET secret = excluded.secret, last_step = excluded.last_step
            """)
        .param("staff", staff)
        .param("secret", keeper.seal(staff, secret))
        .param("step", step)
        .update();
  }

  /** Tells whether this is a code of the member's device, and takes no further one of its step. */
  boolean useDevice(JdbcClient sql, long staff, String code, Instant now) {
    Optional<Device> device = device(sql, staff);
    OptionalLong step =
        device
            .flatMap(one -> keeper.open(staff, one.secret()))
            .map(secret -> Totp.accept(secret, code, now, device.get().lastStep()))
            .orElseGet(OptionalLong::empty);
    // Of two requests with one code, the second finds the step taken.
    return step.isPresent()
        && sql.sql(
                    """
                    UPDATE staff_totp SET last_step = :step
                    WHERE staff = :staff AND last_step < :step
                    """)
                .param("step", step.getAsLong())
                .param("staff", staff)
                .update()
            == 1;
  }

  void setPaper(JdbcClient sql, long staff, List<String> codes) {
    removePaper(sql, staff);
    for (String code : codes) {
      sql.sql("INSERT INTO staff_backup_code (staff, sha256) VALUES (:staff, :sha256)")
          .param("staff", staff)
          .param("sha256", BackupCodes.digest(staff, code).orElseThrow())
          .update();
    }
  }

  /** Tells whether this is one of the member's codes on paper, and strikes it off. */
  boolean usePaper(JdbcClient sql, long staff, String code) {
    return BackupCodes.digest(staff, code)
        .filter(
            sha256 ->
                sql.sql("DELETE FROM staff_backup_code WHERE staff = :staff AND sha256 = :sha256")
                        .param("staff", staff)
                        .param("sha256", sha256)
                        .update()
                    == 1)
        .isPresent();
  }

  int paperLeft(JdbcClient sql, long staff) {
    return sql.sql("SELECT count(*) FROM staff_backup_code WHERE staff = :staff")
        .param("staff", staff)
        .query(Integer.class)
        .single();
  }

  void remove(JdbcClient sql, long staff) {
    removePaper(sql, staff);
    sql.sql("DELETE FROM staff_totp WHERE staff = :staff").param("staff", staff).update();
  }

  private static void removePaper(JdbcClient sql, long staff) {
    sql.sql("DELETE FROM staff_backup_code WHERE staff = :staff").param("staff", staff).update();
  }

  private static Optional<Device> device(JdbcClient sql, long staff) {
    return sql.sql("SELECT secret, last_step FROM staff_totp WHERE staff = :staff")
        .param("staff", staff)
        .query((row, number) -> new Device(row.getString("secret"), row.getLong("last_step")))
        .optional();
  }
}
