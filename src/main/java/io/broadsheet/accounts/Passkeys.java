package io.broadsheet.accounts;

import com.webauthn4j.util.exception.WebAuthnException;
import io.broadsheet.audit.AuditLog;
import io.broadsheet.database.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import tools.jackson.core.JacksonException;

/**
 * Passkeys (Web Authentication Level 3): a member's device vouches for who unlocked it.
 *
 * <p>They are found without a name, and the device must have checked who holds it, by finger, face
 * or PIN, so that one is two proofs at once. Calls block on the database.
 */
public final class Passkeys {
  private final Database database;
  private final AuditLog audit;
  private final PasskeyCeremonies ceremonies;
  private final Ceremonies<Making> makings;

  /**
   * Opens the passkeys of this database.
   *
   * @param site the portal's name, which browsers may show
   */
  public Passkeys(Database database, AuditLog audit, InstantSource clock, String site) {
    this.database = database;
    this.audit = audit;
    this.ceremonies = new PasskeyCeremonies(database, PasskeyKind.STAFF, clock, site);
    this.makings = new Ceremonies<>(clock, PasskeyCeremonies.LASTS);
  }

  private record Making(
      String id, long staff, RelyingParty party, PublicKeyCredentialCreationOptions options) {}

  /**
   * A ceremony that has begun.
   *
   * @param id by which it is ended
   * @param options for the browser, as JSON
   */
  public record Begun(String id, String options) {}

  /** Returns a member's passkeys, the oldest first. */
  public List<Passkey> of(long staff) {
    return ceremonies.rows().of(staff);
  }

  /**
   * Removes a member's passkey; returns its label, or nothing if the member has none of this id.
   */
  public Optional<String> remove(long staff, String credential) {
    return database.write(
        sql -> {
          Optional<String> removed = ceremonies.rows().remove(staff, credential);
          removed.ifPresent(label -> Staff.noteOwn(sql, audit, staff, "passkey.remove"));
          return removed;
        });
  }

  /** Begins to add a passkey for a member who is signed in. */
  public Begun beginAdding(RelyingParty party, long staff) {
    ceremonies.owners().ensure(staff);
    PublicKeyCredentialCreationOptions options =
        ceremonies
            .operations(party, ceremonies.owners())
            .createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(
                    UsernamePasswordAuthenticationToken.authenticated(
                        Long.toString(staff), null, List.of())));
    Making making = makings.begin(id -> new Making(id, staff, party, options));
    return new Begun(making.id(), ceremonies.json(options));
  }

  /**
   * Adds the passkey that a member's browser made.
   *
   * @param id of a ceremony that the same member began
   * @param credential what the browser says, as JSON
   * @param label 1 to 60 characters
   * @return whether it was added; if not, it is not what was asked for
   */
  public boolean add(String id, long staff, String credential, String label) {
    Optional<Making> begun = makings.end(id).filter(making -> making.staff() == staff);
    if (begun.isEmpty()) {
      return false;
    }
    try {
      database.write(
          sql -> {
            Staff.noteOwn(sql, audit, staff, "passkey.add");
            ceremonies.register(begun.get().party(), begun.get().options(), credential, label);
            return true;
          });
      return true;
    } catch (JacksonException | WebAuthnException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Begins to sign in whoever has a passkey. */
  public Begun beginSignIn(RelyingParty party) {
    return ceremonies.beginSignIn(party);
  }

  /**
   * Returns the id of the member whose passkey a browser shows.
   *
   * @param id of a ceremony that was begun
   * @param credential what the browser says, as JSON
   * @return empty if it proves nothing
   */
  public OptionalLong signIn(String id, String credential) {
    return ceremonies.signIn(id, credential);
  }
}
