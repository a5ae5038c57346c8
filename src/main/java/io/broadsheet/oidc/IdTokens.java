package io.broadsheet.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads ID tokens (OpenID Connect Core 1.0, 3.1.3.7): signed by the provider's key, by its name,
 * for us, on this journey, and not too late.
 */
final class IdTokens {
  private static final Logger log = LoggerFactory.getLogger(IdTokens.class);
  private static final int LONGEST_SUBJECT = 255;

  /** Those of a key that others may know: none that a client's secret or nothing would sign. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384);

  private final String client;
  private final ProviderCalls calls;

  IdTokens(String client, ProviderCalls calls) {
    this.client = client;
    this.calls = calls;
  }

  /** Returns whom a token vouches for; its keys are asked for each time, as sign-ins are rare. */
  Vouched read(String token, String nonce) throws IOException {
    try {
      DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
      processor.setJWSKeySelector(
          new JWSVerificationKeySelector<>(
              ALGORITHMS, new ImmutableJWKSet<>(JWKSet.parse(calls.keys()))));
      processor.setJWTClaimsSetVerifier(
          new DefaultJWTClaimsVerifier<>(
              client,
              new JWTClaimsSet.Builder().issuer(calls.issuer()).claim("nonce", nonce).build(),
              Set.of("sub", "exp", "iat")));
      return vouched(processor.process(token, null));
    } catch (ParseException | BadJOSEException | JOSEException e) {
      log.info("An ID token proves nothing: {}", e.getMessage());
      return new Vouched.Refused();
    }
  }

  private Vouched vouched(JWTClaimsSet claims) throws ParseException {
    String party = claims.getStringClaim("azp");
    boolean forUs = party == null ? claims.getAudience().size() == 1 : party.equals(client);
    String subject = claims.getSubject();
    if (!forUs || subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
      return new Vouched.Refused();
    }
    String name = "";
    for (String claim : List.of("preferred_username", "name")) {
      String said = claims.getStringClaim(claim);
      name = said == null ? name : said;
    }
    return new Vouched.For(claims.getIssuer(), subject, name);
  }
}
