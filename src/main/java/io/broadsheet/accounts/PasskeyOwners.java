package io.broadsheet.accounts;

import io.broadsheet.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/**
 * Whom passkeys belong to, for Spring Security's ceremonies.
 *
 * <p>What it calls a user's name is our id, as figures: a name may change. What browsers show to
 * tell accounts apart is the member's name.
 */
final class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {
  private static final String OWNERS =
      "SELECT handle, name FROM staff_passkey_handle JOIN staff ON staff.id = staff ";

  private final Database database;

  PasskeyOwners(Database database) {
    this.database = database;
  }

  /** Returns whose handle this is. */
  Optional<Long> staff(Bytes handle) {
    return database.read(
        sql ->
            sql.sql("SELECT staff FROM staff_passkey_handle WHERE handle = :handle")
                .param("handle", handle.toBase64UrlString())
                .query(Long.class)
                .optional());
  }

  /** Gives a member a handle, unless there is one. */
  void ensure(long staff) {
    database.write(
        sql ->
            sql.sql(
                    """
                    INSERT INTO staff_passkey_handle (staff, handle) VALUES (:staff, :handle)
                    ON CONFLICT (staff) DO NOTHING
                    """)
                .param("staff", staff)
                .param("handle", Bytes.random().toBase64UrlString())
                .update());
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
    return find("WHERE handle = :key", handle.toBase64UrlString());
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String staff) {
    return find("WHERE staff = :key", Long.parseLong(staff));
  }

  @Override
  public void save(PublicKeyCredentialUserEntity owner) {
    throw new UnsupportedOperationException("handles are given by ensure");
  }

  @Override
  public void delete(Bytes handle) {
    throw new UnsupportedOperationException("handles go with their owners");
  }

  private @Nullable PublicKeyCredentialUserEntity find(String where, Object key) {
    return database
        .read(
            sql -> sql.sql(OWNERS + where).param("key", key).query(PasskeyOwners::owner).optional())
        .orElse(null);
  }

  private static PublicKeyCredentialUserEntity owner(ResultSet row, int number)
      throws SQLException {
    return ImmutablePublicKeyCredentialUserEntity.builder()
        .id(Bytes.fromBase64(row.getString("handle")))
        .name(row.getString("name"))
        .displayName(row.getString("name"))
        .build();
  }
}
