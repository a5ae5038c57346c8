package io.broadsheet.accounts;

import com.webauthn4j.util.exception.WebAuthnException;
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
 * Passkeys of readers: with the first one comes the account.
 *
 * <p>They are found without a name, as the staff's are, and lie in tables of their own, so that
 * none of them opens the newsroom. Calls block on the database.
 */
public final class ReaderPasskeys {
  private final Database database;
  private final ReaderAccounts accounts;
  private final PasskeyCeremonies ceremonies;
  private final Ceremonies<Making> makings;

  /**
   * Opens the readers' passkeys of this database.
   *
   * @param site the portal's name, which browsers may show
   */
  ReaderPasskeys(Database database, ReaderAccounts accounts, InstantSource clock, String site) {
    this.database = database;
    this.accounts = accounts;
    this.ceremonies = new PasskeyCeremonies(database, PasskeyKind.READER, clock, site);
    this.makings = new Ceremonies<>(clock, PasskeyCeremonies.LASTS);
  }

  private record Making(
      String id,
      DisplayName name,
      RelyingParty party,
      PublicKeyCredentialCreationOptions options) {}

  /** Begins to make a passkey for somebody new. */
  public Passkeys.Begun beginMaking(RelyingParty party, DisplayName name) {
    PublicKeyCredentialCreationOptions options =
        ceremonies
            .operations(party, new NewPasskeyOwner(name))
            .createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(
                    UsernamePasswordAuthenticationToken.authenticated(
                        name.text(), null, List.of())));
    Making making = makings.begin(id -> new Making(id, name, party, options));
    return new Passkeys.Begun(making.id(), ceremonies.json(options));
  }

  /**
   * Adds an account with the passkey that a browser made.
   *
   * @param id of a ceremony that was begun
   * @param credential what the browser says, as JSON
   * @return the account's id; empty if the passkey is not what was asked for
   */
  public OptionalLong make(String id, String credential) {
    Optional<Making> begun = makings.end(id);
    try {
      return begun.isEmpty() ? OptionalLong.empty() : OptionalLong.of(add(begun.get(), credential));
    } catch (JacksonException | WebAuthnException | IllegalArgumentException e) {
      return OptionalLong.empty();
    }
  }

  /** Begins to sign in whoever has a passkey. */
  public Passkeys.Begun beginSignIn(RelyingParty party) {
    return ceremonies.beginSignIn(party);
  }

  /**
   * Returns the id of the reader whose passkey a browser shows.
   *
   * @param id of a ceremony that was begun
   * @param credential what the browser says, as JSON
   * @return empty if it proves nothing
   */
  public OptionalLong signIn(String id, String credential) {
    return ceremonies.signIn(id, credential);
  }

  private long add(Making making, String credential) {
    return database.write(
        sql -> {
          long reader = accounts.add(sql, making.name()).id();
          ceremonies.owners().ensure(reader, making.options().getUser().getId());
          ceremonies.register(making.party(), making.options(), credential, making.name().text());
          return reader;
        });
  }
}
