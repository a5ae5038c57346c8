package io.broadsheet.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.jspecify.annotations.Nullable;

/** The header fields by which every answer tells browsers what not to do with it. */
final class SecurityHeaders {
  private final HttpField[] fields;

  /**
   * Prepares the fields.
   *
   * @param site the public address, null if unknown; browsers are told to stay with HTTPS if it is
   */
  SecurityHeaders(@Nullable URI site) {
    List<HttpField> all = new ArrayList<>();
    all.add(field("X-Content-Type-Options", "nosniff"));
    all.add(field("Referrer-Policy", "strict-origin-when-cross-origin"));
    all.add(
        field(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"));
    all.add(field("Cross-Origin-Opener-Policy", "same-origin"));
    all.add(field("Cross-Origin-Resource-Policy", "same-origin"));
    // Whoever sends a document puts its own policy in this one's place.
    all.add(
        field(
            "Content-Security-Policy",
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"));
    if (site != null && "https".equals(site.getScheme())) {
      all.add(field("Strict-Transport-Security", "max-age=31536000"));
    }
    fields = all.toArray(HttpField[]::new);
  }

  /** Adds them to an answer that has none of them yet. */
  void addTo(HttpFields.Mutable headers) {
    for (HttpField field : fields) {
      headers.add(field);
    }
  }

  /** Adds those that an answer has lost, as one does that became an error on its way. */
  void restoreTo(HttpFields.Mutable headers) {
    for (HttpField field : fields) {
      if (!headers.contains(field.getName())) {
        headers.add(field);
      }
    }
  }

  private static HttpField field(String name, String value) {
    return new PreEncodedHttpField(name, value);
  }
}
