/** Who somebody is by the word of another service: OpenID Connect Core 1.0, by codes with PKCE. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"settings", "web"})
@org.jspecify.annotations.NullMarked
package io.broadsheet.oidc;
