/** Stories in their language editions: content, life cycle, lists; tells when one changes. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"audit", "database", "events", "settings", "web"})
@org.jspecify.annotations.NullMarked
package io.broadsheet.articles;
