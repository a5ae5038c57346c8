/** Readers' pages: fragments rendered once, stitched from memory, served before the framework. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "accounts",
      "articles",
      "audience",
      "comments",
      "events",
      "mail",
      "oidc",
      "rates",
      "reactions",
      "search",
      "settings",
      "web",
      "words"
    })
@org.jspecify.annotations.NullMarked
package io.broadsheet.reader;
