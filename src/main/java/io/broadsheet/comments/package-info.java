/** What readers write under stories, and what moderators decide of it. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "accounts",
      "articles",
      "audience",
      "audit",
      "database",
      "events",
      "settings",
      "web"
    })
@org.jspecify.annotations.NullMarked
package io.broadsheet.comments;
