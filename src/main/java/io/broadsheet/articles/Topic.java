package io.broadsheet.articles;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A section of the portal.
 *
 * @param slug its part of a URL, shared by the languages: ASCII letters, digits and single hyphens,
 *     up to 60, none of the reserved words
 * @param name what readers of the article's language see, 1 to 100 characters
 */
public record Topic(String slug, String name) {
  /** First path segments that are pages of their own. */
  public static final Set<String> RESERVED =
      Set.of("top", "rates", "search", "corrections", "privacy", "imprint");

  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  public Topic {
    Check.that(
        slug.length() <= 60 && SLUG.matcher(slug).matches(),
        "The topic “" + slug + "” is not made of a-z, 0-9 and single hyphens.");
    Check.that(!RESERVED.contains(slug), "The topic “" + slug + "” is a reserved word.");
    Check.line("The name of the topic “" + slug + "”", name, 100);
  }

  /** Returns the topic of a name that comes from elsewhere, under a slug made from the name. */
  public static Topic named(String name) {
    String slug = Slug.of(name, 50);
    return new Topic(RESERVED.contains(slug) ? slug + "-news" : slug, name);
  }
}
