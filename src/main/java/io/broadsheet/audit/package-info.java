/** Who did what to what: a log that nothing here can change. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "database")
@org.jspecify.annotations.NullMarked
package io.broadsheet.audit;
