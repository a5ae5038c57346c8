package io.broadsheet.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How requests are taken.
 *
 * @param accessLog the file to which each request is written, without readers' addresses and
 *     without what follows a question mark; a {@code yyyy_mm_dd} in its name becomes the day; null
 *     for no such log
 * @param largestBody the largest request body, 1 KB to 100 MB
 * @param managementPort the port of 127.0.0.1 that alone answers {@code /metrics} and detailed
 *     health, 0 for any free one; null to answer them on the ordinary port, to requests from
 *     loopback that no proxy says it has forwarded
 */
public record WebSettings(
    @Nullable Path accessLog,
    @DefaultValue("10MB") DataSize largestBody,
    @Nullable Integer managementPort) {

  public WebSettings {
    Check.that(
        largestBody.toBytes() >= 1_024 && largestBody.toMegabytes() <= 100,
        "broadsheet.web.largest-body",
        largestBody,
        "1KB to 100MB");
    Check.that(
        accessLog == null || Files.isDirectory(accessLog.toAbsolutePath().resolveSibling("")),
        "broadsheet.web.access-log",
        accessLog,
        "the name of a file in a folder that exists");
    Check.that(
        managementPort == null || (managementPort >= 0 && managementPort <= 65_535),
        "broadsheet.web.management-port",
        managementPort,
        "0 to 65535, where 0 is any free port, or none");
  }
}
