package io.broadsheet.accounts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

/** A browser with one ES256 passkey, as far as a server sees them (Web Authentication, 6 and 7). */
final class SoftAuthenticator {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;
  private static final int ATTESTED = 0x40;

  private final byte[] credential = new byte[32];
  private final KeyPair keys;
  private byte[] handle = {};
  private String party = "";

  /** What it signs with each use; a clone would fall behind. */
  int counter;

  /** Whether it checks who holds it. */
  boolean verifies = true;

  SoftAuthenticator() throws GeneralSecurityException {
    new java.security.SecureRandom().nextBytes(credential);
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    keys = generator.generateKeyPair();
  }

  /** Makes the passkey that these options ask for, on a page of this origin. */
  String create(String options, String origin) {
    JsonNode asked = JSON.readTree(options);
    handle = bytes(asked.get("user").get("id"));
    party = asked.get("rp").get("id").asString();
    Map<String, Object> attestation = new LinkedHashMap<>();
    attestation.put("fmt", "none");
    attestation.put("attStmt", Map.of());
    byte[] key = publicKey();
    attestation.put(
        "authData",
        ByteBuffer.allocate(37 + 18 + credential.length + key.length)
            .put(data(ATTESTED))
            .put(new byte[16])
            .putShort((short) credential.length)
            .put(credential)
            .put(key)
            .array());
    return credential(
        Map.of(
            "clientDataJSON", text(client("webauthn.create", asked, origin)),
            "attestationObject", text(new CBORMapper().writeValueAsBytes(attestation)),
            "transports", new String[] {"internal"}));
  }

  /** Shows the passkey to a page of this origin. */
  String get(String options, String origin) throws GeneralSecurityException {
    return get(options, origin, handle);
  }

  /** Shows the passkey, and says that its owner has this handle. */
  String get(String options, String origin, byte[] owner) throws GeneralSecurityException {
    byte[] client = client("webauthn.get", JSON.readTree(options), origin);
    byte[] data = data(0);
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(data);
    signature.update(sha256(client));
    return credential(
        Map.of(
            "clientDataJSON", text(client),
            "authenticatorData", text(data),
            "signature", text(signature.sign()),
            "userHandle", text(owner)));
  }

  private String credential(Map<String, Object> response) {
    return JSON.writeValueAsString(
        Map.of(
            "id",
            text(credential),
            "rawId",
            text(credential),
            "type",
            "public-key",
            "authenticatorAttachment",
            "platform",
            "clientExtensionResults",
            Map.of(),
            "response",
            response));
  }

  private static byte[] client(String type, JsonNode options, String origin) {
    return JSON.writeValueAsBytes(
        Map.of(
            "type",
            type,
            "challenge",
            options.get("challenge").asString(),
            "origin",
            origin,
            "crossOrigin",
            false));
  }

  private byte[] data(int flags) {
    return ByteBuffer.allocate(37)
        .put(sha256(party.getBytes(StandardCharsets.UTF_8)))
        .put((byte) (flags | PRESENT | (verifies ? VERIFIED : 0)))
        .putInt(counter)
        .array();
  }

  /** COSE (RFC 9053): EC2, ES256, P-256, x, y; by hand, since its keys are numbers. */
  private byte[] publicKey() {
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    return ByteBuffer.allocate(10 + 32 + 3 + 32)
        .put(new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32})
        .put(coordinate(key.getW().getAffineX().toByteArray()))
        .put(new byte[] {0x22, 0x58, 32})
        .put(coordinate(key.getW().getAffineY().toByteArray()))
        .array();
  }

  private static byte[] coordinate(byte[] number) {
    byte[] whole = new byte[32];
    byte[] last = Arrays.copyOfRange(number, Math.max(0, number.length - 32), number.length);
    System.arraycopy(last, 0, whole, 32 - last.length, last.length);
    return whole;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(JsonNode text) {
    return Base64.getUrlDecoder().decode(text.asString());
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
