package io.broadsheet.articles;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** How a run of text is meant. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Mark {

  /** Strong importance. */
  @JsonTypeName("strong")
  record Strong() implements Mark {}

  /** Stress, or a title. */
  @JsonTypeName("em")
  record Emphasis() implements Mark {}

  /** Struck out. */
  @JsonTypeName("strike")
  record Strike() implements Mark {}

  /** Lowered. */
  @JsonTypeName("sub")
  record Subscript() implements Mark {}

  /** Raised. */
  @JsonTypeName("sup")
  record Superscript() implements Mark {}

  /** Leads somewhere. */
  @JsonTypeName("link")
  record Link(Target attrs) implements Mark {
    public Link {
      Check.that(attrs != null, "A link leads nowhere.");
    }
  }

  /**
   * Where a link leads.
   *
   * @param href http, https, mailto, tel or a path of this site, up to 2,000 characters
   */
  record Target(String href) {
    public Target {
      Check.link(href);
    }
  }
}
