package io.broadsheet.accounts;

import io.broadsheet.database.OwnerFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Keeps secrets that must be read again (AES-256-GCM), under a key that lies in a file of its own.
 *
 * <p>Whoever gets hold of the database alone, or of a copy of it, cannot make anybody's codes with
 * it. The key is made when it is first needed; where it is lost, what it kept is lost.
 */
final class SecretKeeper {
  static final String FILE = "staff-key";

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Path file;
  private final SecureRandom random;
  private @Nullable SecretKeySpec key;

  /**
   * Keeps secrets by the key of a data folder.
   *
   * @param folder exists
   */
  SecretKeeper(Path folder, SecureRandom random) {
    this.file = folder.resolve(FILE);
    this.random = random;
  }

  /** Returns a secret as it may be stored: Base64 text, good for this owner only. */
  String seal(long owner, byte[] secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, owner, nonce).doFinal(secret);
      return Base64.getEncoder()
          .encodeToString(
              ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /** Returns a secret that was sealed for this owner; empty if it was not, or by another key. */
  Optional<byte[]> open(long owner, String sealed) {
    byte[] bytes = Base64.getDecoder().decode(sealed);
    byte[] nonce = java.util.Arrays.copyOf(bytes, NONCE_BYTES);
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, owner, nonce)
              .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  private Cipher cipher(int mode, long owner, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(owner).array());
    return cipher;
  }

  private synchronized SecretKeySpec key() {
    if (key == null) {
      try {
        key = new SecretKeySpec(stored(), "AES");
      } catch (IOException e) {
        throw new UncheckedIOException("The file " + file + " cannot be read or written.", e);
      }
    }
    return key;
  }

  private byte[] stored() throws IOException {
    if (!Files.exists(file)) {
      byte[] fresh = new byte[KEY_BYTES];
      random.nextBytes(fresh);
      OwnerFile.write(file, fresh);
      return fresh;
    }
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length != KEY_BYTES) {
      throw new IOException(
          "The file "
              + file
              + " is damaged: put it back from a backup, or delete it, after which those who sign"
              + " in by password need a one-time link and set up their codes anew.");
    }
    return bytes;
  }
}
