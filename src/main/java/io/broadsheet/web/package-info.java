/**
 * What every answer passes through: path firewall, security headers, content negotiation, client
 * addresses, problems (RFC 9457), health and metrics.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "settings")
@org.jspecify.annotations.NullMarked
package io.broadsheet.web;
