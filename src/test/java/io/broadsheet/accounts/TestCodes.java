package io.broadsheet.accounts;

import java.time.InstantSource;
import org.apache.commons.codec.binary.Base32;

/** A member's device that makes codes. */
public final class TestCodes {
  private final byte[] secret;
  private final InstantSource clock;

  /** Takes over a secret in Base32; spaces in it are of no account. */
  public TestCodes(String secret, InstantSource clock) {
    this.secret = new Base32().decode(secret.replace(" ", ""));
    this.clock = clock;
  }

  /** Sets a member's password together with a device. */
  public static TestCodes setUp(
      Passwords passwords, StaffMember member, String password, InstantSource clock) {
    Passwords.Setup setup = passwords.setup("", member.id(), "Broadsheet", member.name());
    TestCodes codes = new TestCodes(setup.secret(), clock);
    NewPassword set = passwords.set(setup.id(), member.id(), member.name(), password, codes.now());
    if (!(set instanceof NewPassword.Set)) {
      throw new AssertionError(set);
    }
    return codes;
  }

  /** Returns the code of this moment. */
  public String now() {
    return Totp.code(secret, Totp.step(clock.instant()));
  }
}
