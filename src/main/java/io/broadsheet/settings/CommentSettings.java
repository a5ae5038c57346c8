package io.broadsheet.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which comments are taken, and which wait for a moderator.
 *
 * @param longest characters that a comment may have, 1 to 20,000
 * @param holdFirst how many comments of a new reader wait for a moderator, 0 to 100: until so many
 *     of that reader's are shown
 * @param links how many links a comment may have without waiting for a moderator, 0 to 100
 * @param closesAfter how long after its publication a story can be commented on; 0 for ever
 * @param slow the least time between two comments of a reader on one story, up to a day
 * @param editable how long readers may change what they wrote, up to a day
 * @param perReader comments that a reader may write a minute, 1 to 10,000
 * @param perBlock comments that may come from one /24 (IPv4) or /48 (IPv6) block a minute, 1 to
 *     1,000,000
 * @param perStory comments that a story may get a minute, 1 to 1,000,000
 * @param words which words make a comment wait for a moderator
 */
public record CommentSettings(
    @DefaultValue("5000") int longest,
    @DefaultValue("1") int holdFirst,
    @DefaultValue("2") int links,
    @DefaultValue("0d") Duration closesAfter,
    @DefaultValue("0s") Duration slow,
    @DefaultValue("5m") Duration editable,
    @DefaultValue("6") int perReader,
    @DefaultValue("120") int perBlock,
    @DefaultValue("1200") int perStory,
    @DefaultValue WordSettings words) {
  private static final String KEY = "broadsheet.comments.";
  private static final Duration DAY = Duration.ofDays(1);

  public CommentSettings {
    check("longest", longest, 1, 20_000);
    check("hold-first", holdFirst, 0, 100);
    check("links", links, 0, 100);
    check("per-reader", perReader, 1, 10_000);
    check("per-block", perBlock, 1, 1_000_000);
    check("per-story", perStory, 1, 1_000_000);
    Check.that(
        !closesAfter.isNegative(), KEY + "closes-after", closesAfter, "0d for never, or as 14d");
    Check.that(!slow.isNegative() && slow.compareTo(DAY) <= 0, KEY + "slow", slow, "0s to 24h");
    Check.that(
        !editable.isNegative() && editable.compareTo(DAY) <= 0,
        KEY + "editable",
        editable,
        "0s to 24h");
  }

  private static void check(String key, int value, int least, int most) {
    Check.that(value >= least && value <= most, KEY + key, value, least + " to " + most);
  }
}
