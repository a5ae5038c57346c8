/**
 * Who may do what: the newsroom's staff, how they sign in, the readers who take part, and the keys
 * of programs.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"audit", "database", "events", "settings", "web"})
@org.jspecify.annotations.NullMarked
package io.broadsheet.accounts;
