package io.broadsheet.accounts;

import io.broadsheet.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/** The rows of passkeys, for Spring Security's ceremonies and for their owners' list. */
final class PasskeyRows implements UserCredentialRepository {
  private static final String RECORDS =
      """
      SELECT credential, label, public_key, attestation, client_data, transports, signature_count,
        verified, backup_eligible, backed_up, created_at, used_at, handle
      FROM $owner_passkey JOIN $owner_passkey_handle USING ($owner)
      """;

  private final Database database;
  private final PasskeyKind kind;
  private final InstantSource clock;

  PasskeyRows(Database database, PasskeyKind kind, InstantSource clock) {
    this.database = database;
    this.kind = kind;
    this.clock = clock;
  }

  /** A device that has signed less than the one that has this passkey. */
  static final class Clone extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private Clone() {
      super("the count of signatures did not grow");
    }
  }

  /** Returns an owner's passkeys, the oldest first. */
  List<Passkey> of(long owner) {
    return database.read(
        sql ->
            sql.sql(kind.in(RECORDS + "WHERE $owner = :owner ORDER BY created_at, credential"))
                .param("owner", owner)
                .query(
                    (row, number) -> {
                      long used = row.getLong("used_at");
                      return new Passkey(
                          row.getString("credential"),
                          row.getString("label"),
                          Instant.ofEpochMilli(row.getLong("created_at")),
                          used == 0 ? null : Instant.ofEpochMilli(used),
                          row.getInt("backed_up") != 0);
                    })
                .list());
  }

  /** Removes an owner's passkey; returns its label, or nothing if the owner has none of this id. */
  Optional<String> remove(long owner, String credential) {
    return database.write(
        sql ->
            sql.sql(
                    kind.in(
                        """
                        DELETE FROM $owner_passkey
                        WHERE credential = :credential AND $owner = :owner
                        RETURNING label
                        """))
                .param("credential", credential)
                .param("owner", owner)
                .query(String.class)
                .optional());
  }

  @Override
  public void delete(Bytes credential) {
    database.write(
        sql ->
            sql.sql(kind.in("DELETE FROM $owner_passkey WHERE credential = :credential"))
                .param("credential", credential.toBase64UrlString())
                .update());
  }

  /**
   * Stores a new passkey, or what its last use changed of it: nothing else ever changes.
   *
   * <p>Spring Security compares a signature's count with the one of the passkey's making only, so
   * that with the last one is compared here (Web Authentication, 7.2, step 22).
   *
   * @throws Clone if the count did not grow, as a clone's does not, unless the device does not
   *     count
   */
  @Override
  public void save(CredentialRecord passkey) {
    if (store(passkey) == 0) {
      throw new Clone();
    }
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
    return database
        .read(
            sql ->
                sql.sql(kind.in(RECORDS + "WHERE credential = :credential"))
                    .param("credential", credential.toBase64UrlString())
                    .query(PasskeyRows::passkey)
                    .optional())
        .orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes handle) {
    return database.read(
        sql ->
            sql.sql(kind.in(RECORDS + "WHERE handle = :handle ORDER BY created_at, credential"))
                .param("handle", handle.toBase64UrlString())
                .query(PasskeyRows::passkey)
                .list());
  }

  private int store(CredentialRecord passkey) {
    return database.write(
        sql ->
            sql.sql(
                    kind.in(
                        """
                    INSERT INTO $owner_passkey (credential, $owner, label, public_key, attestation,
                      client_data, transports, signature_count, verified, backup_eligible,
                      backed_up, created_at)
                    SELECT :credential, $owner, :label, :key, :attestation, :clientData,
                      :transports, :count, :verified, :eligible, :backedUp, :now
                    FROM $owner_passkey_handle WHERE handle = :handle
                    ON CONFLICT (credential) DO UPDATE
                    SET signature_count = excluded.signature_count,
                      backed_up = excluded.backed_up, used_at = :now
                    WHERE $owner_passkey.$owner = excluded.$owner
                      AND ($owner_passkey.signature_count < excluded.signature_count
                        OR $owner_passkey.signature_count + excluded.signature_count = 0)
                    """))
                .param("credential", passkey.getCredentialId().toBase64UrlString())
                .param("label", passkey.getLabel())
                .param("key", new Bytes(passkey.getPublicKey().getBytes()).toBase64UrlString())
                .param("attestation", text(passkey.getAttestationObject()))
                .param("clientData", text(passkey.getAttestationClientDataJSON()))
                .param(
                    "transports",
                    passkey.getTransports().stream()
                        .map(AuthenticatorTransport::getValue)
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .param("count", passkey.getSignatureCount())
                .param("verified", passkey.isUvInitialized() ? 1 : 0)
                .param("eligible", passkey.isBackupEligible() ? 1 : 0)
                .param("backedUp", passkey.isBackupState() ? 1 : 0)
                .param("now", clock.millis())
                .param("handle", passkey.getUserEntityUserId().toBase64UrlString())
                .update());
  }

  private static CredentialRecord passkey(ResultSet row, int number) throws SQLException {
    return ImmutableCredentialRecord.builder()
        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
        .credentialId(Bytes.fromBase64(row.getString("credential")))
        .userEntityUserId(Bytes.fromBase64(row.getString("handle")))
        .publicKey(ImmutablePublicKeyCose.fromBase64(row.getString("public_key")))
        .attestationObject(Bytes.fromBase64(row.getString("attestation")))
        .attestationClientDataJSON(Bytes.fromBase64(row.getString("client_data")))
        .transports(transports(row.getString("transports")))
        .signatureCount(row.getLong("signature_count"))
        .uvInitialized(row.getInt("verified") != 0)
        .backupEligible(row.getInt("backup_eligible") != 0)
        .backupState(row.getInt("backed_up") != 0)
        .created(Instant.ofEpochMilli(row.getLong("created_at")))
        .lastUsed(Instant.ofEpochMilli(row.getLong("used_at")))
        .label(row.getString("label"))
        .build();
  }

  private static Set<AuthenticatorTransport> transports(String stored) {
    return Arrays.stream(stored.split(" "))
        .filter(one -> !one.isEmpty())
        .map(AuthenticatorTransport::valueOf)
        .collect(Collectors.toSet());
  }

  private static String text(@Nullable Bytes bytes) {
    return bytes == null ? "" : bytes.toBase64UrlString();
  }
}
