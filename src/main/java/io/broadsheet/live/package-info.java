/** What moves while a page is open, as server-sent events. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "articles",
      "audience",
      "events",
      "rates",
      "reactions",
      "settings",
      "web"
    })
@org.jspecify.annotations.NullMarked
package io.broadsheet.live;
