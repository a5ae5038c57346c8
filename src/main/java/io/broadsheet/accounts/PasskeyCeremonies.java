package io.broadsheet.accounts;

import com.webauthn4j.util.exception.WebAuthnException;
import io.broadsheet.database.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
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
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What members' and readers' passkeys have in common: Spring Security's ceremonies over the tables
 * of one kind of owner.
 *
 * <p>What is asked lies here for five minutes and is good once.
 */
final class PasskeyCeremonies {
  static final Duration LASTS = Duration.ofMinutes(5);

  private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> MADE =
      new TypeReference<>() {};
  private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> SHOWN =
      new TypeReference<>() {};

  private final String site;
  private final PasskeyRows rows;
  private final PasskeyOwners owners;
  private final Ceremonies<Showing> showings;
  private final JsonMapper json =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

  PasskeyCeremonies(Database database, PasskeyKind kind, InstantSource clock, String site) {
    this.site = site;
    this.rows = new PasskeyRows(database, kind, clock);
    this.owners = new PasskeyOwners(database, kind);
    this.showings = new Ceremonies<>(clock, LASTS);
  }

  private record Showing(
      String id, RelyingParty party, PublicKeyCredentialRequestOptions options) {}

  PasskeyRows rows() {
    return rows;
  }

  PasskeyOwners owners() {
    return owners;
  }

  /** Returns options as browsers read them. */
  String json(PublicKeyCredentialCreationOptions options) {
    return json.writeValueAsString(options);
  }

  /**
   * Stores the passkey that a browser made, in a caller's transaction.
   *
   * @param credential what the browser says, as JSON
   * @throws JacksonException if that is no credential
   * @throws WebAuthnException if it is not what was asked for
   * @throws IllegalArgumentException likewise
   */
  void register(
      RelyingParty party,
      PublicKeyCredentialCreationOptions options,
      String credential,
      String label) {
    operations(party, owners)
        .registerCredential(
            new ImmutableRelyingPartyRegistrationRequest(
                options, new RelyingPartyPublicKey(json.readValue(credential, MADE), label)));
  }

  /** Begins to sign in whoever has a passkey. */
  Passkeys.Begun beginSignIn(RelyingParty party) {
    PublicKeyCredentialRequestOptions options =
        operations(party, owners).createCredentialRequestOptions(() -> null);
    Showing showing = showings.begin(id -> new Showing(id, party, options));
    return new Passkeys.Begun(showing.id(), json.writeValueAsString(options));
  }

  /**
   * Returns the id of the owner whose passkey a browser shows.
   *
   * @param id of a ceremony that was begun
   * @param credential what the browser says, as JSON
   * @return empty if it proves nothing
   */
  OptionalLong signIn(String id, String credential) {
    Optional<Showing> begun = showings.end(id);
    if (begun.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      PublicKeyCredential<AuthenticatorAssertionResponse> shown = json.readValue(credential, SHOWN);
      Bytes owner =
          operations(begun.get().party(), owners)
              .authenticate(new RelyingPartyAuthenticationRequest(begun.get().options(), shown))
              .getId();
      // Who found it without being named must say whose it is, and rightly.
      return owner.equals(shown.getResponse().getUserHandle())
          ? owners.owner(owner).map(OptionalLong::of).orElseGet(OptionalLong::empty)
          : OptionalLong.empty();
    } catch (JacksonException
        | WebAuthnException
        | IllegalArgumentException
        | PasskeyRows.Clone e) {
      return OptionalLong.empty();
    }
  }

  /** Returns the framework's ceremonies. */
  Webauthn4JRelyingPartyOperations operations(
      RelyingParty party, PublicKeyCredentialUserEntityRepository owners) {
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
