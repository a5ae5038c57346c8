package io.broadsheet.settings;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By which server letters are sent.
 *
 * @param host the server's name; null where no mail is sent
 * @param port 1 to 65535; on 465 all is encrypted from the beginning (RFC 8314)
 * @param username by which we sign in there; null for not at all
 * @param password with that name; null for none
 * @param from the address that letters come from; null only where no mail is sent
 * @param starttls whether to refuse to go on unless the server begins encryption (RFC 3207)
 */
public record MailSettings(
    @Nullable String host,
    @DefaultValue("587") int port,
    @Nullable String username,
    @Nullable String password,
    @Nullable String from,
    @DefaultValue("true") boolean starttls) {
  private static final Pattern ADDRESS =
      Pattern.compile("[\\w.+-]+@([A-Za-z0-9-]+\\.)*[A-Za-z0-9-]+");

  public MailSettings {
    Check.that(port >= 1 && port <= 65_535, "broadsheet.mail.port", port, "1 to 65535");
    Check.that(
        host == null || (!host.isBlank() && host.length() <= 253),
        "broadsheet.mail.host",
        host,
        "the name of a mail server, or none for no mail");
    Check.that(
        from == null ? host == null : ADDRESS.matcher(from).matches(),
        "broadsheet.mail.from",
        from,
        "an address such as news@news.example, which broadsheet.mail.host needs");
  }

  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return host == null ? "no mail" : host + ":" + port;
  }
}
