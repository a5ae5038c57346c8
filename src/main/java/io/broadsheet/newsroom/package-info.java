/**
 * The editors' screens, in the framework's ordinary way: what a page shows is made when asked for.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "accounts",
      "articles",
      "audience",
      "audit",
      "comments",
      "media",
      "rates",
      "search",
      "settings",
      "web",
      "words"
    })
@org.jspecify.annotations.NullMarked
package io.broadsheet.newsroom;
