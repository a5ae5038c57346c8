package io.broadsheet.articles;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who shows what a story embeds. */
public enum Provider {
  /** Films. */
  YOUTUBE("YouTube", "youtube.com www.youtube.com m.youtube.com www.youtube-nocookie.com youtu.be"),
  /** Films. */
  VIMEO("Vimeo", "vimeo.com www.vimeo.com player.vimeo.com"),
  /** Messages of public channels. */
  TELEGRAM("Telegram", "t.me telegram.me"),
  /** Short messages, formerly Twitter. */
  X("X", "x.com www.x.com twitter.com www.twitter.com mobile.twitter.com"),
  /** Pictures. */
  INSTAGRAM("Instagram", "instagram.com www.instagram.com"),
  /** Short films. */
  TIKTOK("TikTok", "tiktok.com www.tiktok.com m.tiktok.com vm.tiktok.com vt.tiktok.com"),
  /** Posts. */
  FACEBOOK("Facebook", "facebook.com www.facebook.com m.facebook.com web.facebook.com fb.watch"),
  /** Whoever else, named by host. */
  OTHER("", "");

  private final String shown;
  private final String hosts;

  Provider(String shown, String hosts) {
    this.shown = shown;
    this.hosts = hosts;
  }

  /**
   * Returns the provider of this code.
   *
   * @throws InvalidArticle if there is none
   */
  @JsonCreator
  static Provider of(@Nullable String code) {
    for (Provider provider : values()) {
      if (provider.code().equals(code)) {
        return provider;
      }
    }
    throw new InvalidArticle("“" + code + "” is no provider of embedded pages that we know.");
  }

  /** Returns the provider to whom this host, in lower case, belongs. */
  static Provider ofHost(String host) {
    for (Provider provider : values()) {
      if (List.of(provider.hosts.split(" ")).contains(host)) {
        return provider;
      }
    }
    return OTHER;
  }

  /** Returns what stored documents call it. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns what readers know it as. */
  String shown(String host) {
    return this == OTHER ? host : shown;
  }
}
