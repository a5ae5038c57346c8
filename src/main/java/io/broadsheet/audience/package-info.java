/**
 * Who reads what: views in, the view log, visitors, exact windows, the top ten.
 *
 * <p>A view is acknowledged only when it is durable, and counts are derived from what is durable.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"articles", "database", "events", "settings", "web"})
@org.jspecify.annotations.NullMarked
package io.broadsheet.audience;
