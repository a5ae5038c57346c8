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
 * tell accounts apart is the owner's name.
 */
final class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {
  private static final String OWNERS =
      "SELECT handle, name FROM $owner_passkey_handle JOIN $people ON $people.id = $owner ";

  private final Database database;
  private final PasskeyKind kind;

  PasskeyOwners(Database database, PasskeyKind kind) {
    this.database = database;
    this.kind = kind;
  }

  /** Returns whose handle this is. */
  Optional<Long> owner(Bytes handle) {
    return database.read(
        sql ->
            sql.sql(kind.in("SELECT $owner FROM $owner_passkey_handle WHERE handle = :handle"))
                .param("handle", handle.toBase64UrlString())
                .query(Long.class)
                .optional());
  }

  /** Gives an owner a random handle, unless there is one. */
  void ensure(long owner) {
    ensure(owner, Bytes.random());
  }

  /** Gives an owner this handle, unless there is one. */
  void ensure(long owner, Bytes handle) {
    database.write(
        sql ->
            sql.sql(
                    kind.in(
                        """
                        INSERT INTO $owner_passkey_handle ($owner, handle)
                        VALUES (:owner, :handle)
                        ON CONFLICT ($owner) DO NOTHING
                        """))
                .param("owner", owner)
                .param("handle", handle.toBase64UrlString())
                .update());
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
    return find("WHERE handle = :key", handle.toBase64UrlString());
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String owner) {
    return find("WHERE $owner = :key", Long.parseLong(owner));
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
            sql ->
                sql.sql(kind.in(OWNERS + where))
                    .param("key", key)
                    .query(PasskeyOwners::owner)
                    .optional())
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
