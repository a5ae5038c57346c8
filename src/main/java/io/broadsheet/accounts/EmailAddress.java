package io.broadsheet.accounts;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that mail can be sent to, in lower case, its domain in ASCII.
 *
 * <p>Stricter than RFC 5321: no quotes, no comments, no literal addresses, nothing that a header or
 * a mail server's command could take for more than an address. Mail servers tell letters' case
 * apart in theory only, and people do not.
 *
 * @param text such as {@code aigerim@xn--e1aybc.kz}
 */
public record EmailAddress(String text) {
  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL = 64;
  private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

  public EmailAddress {
    int at = text.indexOf('@');
    if (text.length() > LONGEST
        || at < 1
        || at > LONGEST_LOCAL
        || !LOCAL.matcher(text.substring(0, at)).matches()
        || !DOMAIN.matcher(text.substring(at + 1)).matches()) {
      throw new IllegalArgumentException("not an address that mail is sent to");
    }
  }

  /** Reads what somebody typed; empty if no mail could be sent there. */
  public static Optional<EmailAddress> of(String typed) {
    String trimmed = typed.strip();
    int at = trimmed.indexOf('@');
    if (trimmed.length() > LONGEST || at < 1) {
      return Optional.empty();
    }
    try {
      String domain = IDN.toASCII(trimmed.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
      return Optional.of(
          new EmailAddress((trimmed.substring(0, at) + "@" + domain).toLowerCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Keeps the address out of logs. */
  @Override
  public String toString() {
    return "an e-mail address";
  }
}
