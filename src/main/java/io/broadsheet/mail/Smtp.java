package io.broadsheet.mail;

import io.broadsheet.settings.MailSettings;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Hands letters to a mail server (RFC 6409). */
final class Smtp {
  private static final String PATIENCE_MILLIS = "10000";
  private static final int ALL_ENCRYPTED = 465;
  private static final int FIRST_FOR_GOOD = 500;

  private final MailSettings settings;
  private final String name;

  Smtp(MailSettings settings, String name) {
    this.settings = settings;
    this.name = name;
  }

  /** What became of a letter. Reasons name kinds of faults: messages may name addresses. */
  sealed interface Outcome {
    /** The server has it. */
    record Sent() implements Outcome {}

    /** It may be taken later. */
    record Failed(String reason) implements Outcome {}

    /** It will never be taken. */
    record Refused(String reason) implements Outcome {}
  }

  /** Hands over a letter; blocks for as long as the server takes, 10 seconds a step at most. */
  Outcome send(Letter letter) {
    try {
      Session session = Session.getInstance(properties());
      Message message = message(session, letter);
      try (Transport transport = session.getTransport("smtp")) {
        transport.connect(settings.username(), settings.password());
        transport.sendMessage(message, message.getAllRecipients());
      }
      return new Outcome.Sent();
    } catch (SendFailedException e) {
      int code = code(e);
      String reason = "it answers " + code;
      return code >= FIRST_FOR_GOOD ? new Outcome.Refused(reason) : new Outcome.Failed(reason);
    } catch (AuthenticationFailedException e) {
      return new Outcome.Failed("it does not accept broadsheet.mail.username and password");
    } catch (MessagingException e) {
      Exception cause = Objects.requireNonNullElse(e.getNextException(), e);
      return new Outcome.Failed(cause.getClass().getSimpleName());
    }
  }

  private Message message(Session session, Letter letter) throws MessagingException {
    MimeMessage message = new MimeMessage(session);
    message.setFrom(from());
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
    message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    message.setText(letter.text(), StandardCharsets.UTF_8.name());
    // So that nobody's absence note answers (RFC 3834).
    message.setHeader("Auto-Submitted", "auto-generated");
    return message;
  }

  private InternetAddress from() {
    try {
      return new InternetAddress(settings.from(), name, StandardCharsets.UTF_8.name());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every Java platform has UTF-8", e);
    }
  }

  private Properties properties() {
    String from = Objects.requireNonNull(settings.from());
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", Objects.requireNonNull(settings.host()));
    properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
    properties.setProperty("mail.smtp.auth", Boolean.toString(settings.username() != null));
    boolean encrypted = settings.port() == ALL_ENCRYPTED;
    boolean starttls = settings.starttls() && !encrypted;
    properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(encrypted));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(starttls));
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(starttls));
    properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
    properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
    // Otherwise this machine's name would stand in greetings and in message ids.
    properties.setProperty("mail.from", from);
    properties.setProperty("mail.smtp.localhost", from.substring(from.indexOf('@') + 1));
    return properties;
  }

  /** Returns the server's answer, three figures; 0 for none. */
  private static int code(MessagingException e) {
    @Nullable Exception cause = e;
    while (cause instanceof MessagingException fault) {
      if (fault instanceof SMTPAddressFailedException refused) {
        return refused.getReturnCode();
      } else if (fault instanceof SMTPSendFailedException refused) {
        return refused.getReturnCode();
      }
      cause = fault.getNextException();
    }
    return 0;
  }
}
