package io.broadsheet.accounts;

import com.webauthn4j.util.exception.WebAuthnException;
import io.broadsheet.audit.AuditLog;
import io.broadsheet.database.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys (Web Authentication Level 3): a member's device vouches for who unlocked it.
 *
 * <p>They are found without a name, and the device must have checked who holds it, by finger, face
 * or PIN, so that one is two proofs at once. What vouches is Spring Security's ceremony; what is
 * asked lies here for five minutes and is good once. Calls block on the database.
 */
public final class Passkeys {
  private static final Duration LASTS = Duration.ofMinutes(5);
  private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> MADE =
      new TypeReference<>() {};
  private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> SHOWN =
      new TypeReference<>() {};

  private final Database database;
  private final AuditLog audit;
  private final String site;
  private final PasskeyRows rows;
  private final PasskeyOwners owners;
  private final Ceremonies<Making> makings;
  private final Ceremonies<Showing> showings;
  private final JsonMapper json =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

  /**
   * Opens the passkeys of this database.
   *
   * @param site the portal's name, which browsers may show
   */
  public Passkeys(Database database, AuditLog audit, InstantSource clock, String site) {
    this.database = database;
    this.audit = audit;
    this.site = site;
    this.rows = new PasskeyRows(database, clock);
    this.owners = new PasskeyOwners(database);
    this.makings = new Ceremonies<>(clock, LASTS);
    this.showings = new Ceremonies<>(clock, LASTS);
  }

  private record Making(
      String id, long staff, RelyingParty party, PublicKeyCredentialCreationOptions options) {}

  private record Showing(
      String id, RelyingParty party, PublicKeyCredentialRequestOptions options) {}

  /**
   * A ceremony that has begun.
   *
   * @param id by which it is ended
   * @param options for the browser, as JSON
   */
  public record Begun(String id, String options) {}

  /** Returns a member's passkeys, the oldest first. */
  public List<Passkey> of(long staff) {
    return rows.of(staff);
  }

  /**
   * Removes a member's passkey; returns its label, or nothing if the member has none of this id.
   */
  public Optional<String> remove(long staff, String credential) {
    return database.write(
        sql -> {
          Optional<String> removed = rows.remove(staff, credential);
          removed.ifPresent(label -> Staff.noteOwn(sql, audit, staff, "passkey.remove"));
          return removed;
        });
  }

  /** Begins to add a passkey for a member who is signed in. */
  public Begun beginAdding(RelyingParty party, long staff) {
    owners.ensure(staff);
    PublicKeyCredentialCreationOptions options =
        operations(party)
            .createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(
                    UsernamePasswordAuthenticationToken.authenticated(
                        Long.toString(staff), null, List.of())));
    Making making = makings.begin(id -> new Making(id, staff, party, options));
    return new Begun(making.id(), json.writeValueAsString(options));
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
      ImmutableRelyingPartyRegistrationRequest request =
          new ImmutableRelyingPartyRegistrationRequest(
              begun.get().options(),
              new RelyingPartyPublicKey(json.readValue(credential, MADE), label));
      database.write(
          sql -> {
            Staff.noteOwn(sql, audit, staff, "passkey.add");
            return operations(begun.get().party()).registerCredential(request);
          });
      return true;
    } catch (JacksonException | WebAuthnException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Begins to sign in whoever has a passkey. */
  public Begun beginSignIn(RelyingParty party) {
    PublicKeyCredentialRequestOptions options =
        operations(party).createCredentialRequestOptions(() -> null);
    Showing showing = showings.begin(id -> new Showing(id, party, options));
    return new Begun(showing.id(), json.writeValueAsString(options));
  }

  /**
   * Returns the id of the member whose passkey a browser shows.
   *
   * @param id of a ceremony that was begun
   * @param credential what the browser says, as JSON
   * @return empty if it proves nothing
   */
  public OptionalLong signIn(String id, String credential) {
    Optional<Showing> begun = showings.end(id);
    if (begun.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      PublicKeyCredential<AuthenticatorAssertionResponse> shown = json.readValue(credential, SHOWN);
      Bytes owner =
          operations(begun.get().party())
              .authenticate(new RelyingPartyAuthenticationRequest(begun.get().options(), shown))
              .getId();
      // Who found it without being named must say whose it is, and rightly.
      return owner.equals(shown.getResponse().getUserHandle())
          ? owners.staff(owner).map(OptionalLong::of).orElseGet(OptionalLong::empty)
          : OptionalLong.empty();
    } catch (JacksonException
        | WebAuthnException
        | IllegalArgumentException
        | PasskeyRows.Clone e) {
      return OptionalLong.empty();
    }
  }

  private Webauthn4JRelyingPartyOperations operations(RelyingParty party) {
    Webauthn4JRelyingPartyOperations operations =
        new Webauthn4JRelyingPartyOperations(
            owners,
            rows,
            PublicKeyCredentialRpEntity.builder().id(party.id()).name(site).build(),
            Set.of(party.origin()));
    operations.setCustomizeCreationOptions(
        options ->
            options.authenticatorSelection(
                AuthenticatorSelectionCriteria.builder()
                    .residentKey(ResidentKeyRequirement.REQUIRED)
                    .userVerification(UserVerificationRequirement.REQUIRED)
                    .build()));
    operations.setCustomizeRequestOptions(
        options -> options.userVerification(UserVerificationRequirement.REQUIRED));
    return operations;
  }
}
