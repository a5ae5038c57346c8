package io.broadsheet.settings;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the portal is called and who stands behind it.
 *
 * @param name shown in the masthead and in titles; not blank
 * @param url the public address without a path, such as {@code https://news.example}, for canonical
 *     links; null where it is not known
 * @param logo the path of an SVG, PNG or WebP file shown before the name; null for none
 * @param languages the editions' languages, the first being the default
 * @param timeZone the zone in which dates are shown and days begin
 * @param imprint the publisher's legal notice, as plain text with line breaks
 * @param contact how to reach the newsroom, as plain text with line breaks
 */
public record Site(
    @DefaultValue("Broadsheet") String name,
    @Nullable URI url,
    @Nullable String logo,
    @DefaultValue({"kk", "ru", "en"}) List<Language> languages,
    @DefaultValue("Asia/Almaty") ZoneId timeZone,
    @DefaultValue("") String imprint,
    @DefaultValue("") String contact) {

  public Site {
    Check.that(!name.isBlank(), "broadsheet.site.name", name, "a name that is not blank");
    Check.that(
        url == null || isOrigin(url),
        "broadsheet.site.url",
        url,
        "http:// or https:// and a host, without a path");
    Check.that(
        !languages.isEmpty() && languages.stream().distinct().count() == languages.size(),
        "broadsheet.site.languages",
        languages,
        "one or more of kk, ru, en, each once");
    languages = List.copyOf(languages);
  }

  private static boolean isOrigin(URI url) {
    return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
        && url.getHost() != null
        && url.getRawUserInfo() == null
        && (url.getRawPath() == null || url.getRawPath().isEmpty())
        && url.getRawQuery() == null
        && url.getRawFragment() == null;
  }
}
