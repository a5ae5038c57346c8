/**
 * What an operator can set: every key under {@code broadsheet}, with its default and its limits.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package io.broadsheet.settings;
