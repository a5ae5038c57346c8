/** Who may write: the keys of programs. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"database", "web"})
@org.jspecify.annotations.NullMarked
package io.broadsheet.accounts;
