package io.broadsheet.settings;

import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Everything an operator can set, read from {@code broadsheet.yaml} and the environment.
 *
 * <p>Each record checks its own values, so that a bad setting stops the start.
 *
 * @param site what the portal is called and who stands behind it
 * @param database where stories are kept
 * @param limits how much one address or one request may ask for
 * @param pages how pages are kept in memory
 * @param web how requests are taken
 * @param mail by which server letters are sent
 * @param signIn how readers say who they are
 * @param comments which comments are taken
 * @param rates which rates are shown, and how
 * @param reactions the emoji that readers may react with, 1 to 12 of at most 32 characters
 * @param trustedProxies addresses or CIDR blocks whose {@code X-Forwarded-*} headers are believed,
 *     besides loopback
 * @param diskWarning how little may be free on the data folder's disk before it is warned of, 0 or
 *     more
 */
public record Settings(
    @DefaultValue Site site,
    @DefaultValue DatabaseSettings database,
    @DefaultValue Limits limits,
    @DefaultValue PageSettings pages,
    @DefaultValue WebSettings web,
    @DefaultValue MailSettings mail,
    @DefaultValue SignInSettings signIn,
    @DefaultValue CommentSettings comments,
    @DefaultValue RateSettings rates,
    @DefaultValue({"👍", "❤️", "😮", "😢", "😡"}) List<String> reactions,
    @DefaultValue List<String> trustedProxies,
    @DefaultValue("1GB") DataSize diskWarning) {

  public Settings {
    Check.that(
        !reactions.isEmpty()
            && reactions.size() <= 12
            && reactions.stream().distinct().count() == reactions.size()
            && reactions.stream().allMatch(emoji -> !emoji.isBlank() && emoji.length() <= 32),
        "broadsheet.reactions",
        reactions,
        "1 to 12 emoji, each once");
    Check.that(
        !diskWarning.isNegative(), "broadsheet.disk-warning", diskWarning, "0B or more, as 1GB");
    signIn.check(site, mail);
  }
}
