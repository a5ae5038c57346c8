package io.broadsheet.web;

import java.net.URI;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * Tells by what browsers say of a request whether a page of ours sent it.
 *
 * <p>Programs that are no browsers say nothing, and pass: what they could forge is no protection
 * against them anyway.
 */
public final class Provenance {
  private static final String FETCH_SITE = "Sec-Fetch-Site";

  private final @Nullable String site;

  /**
   * Knows our own pages.
   *
   * @param site the public address; null where it is not known, and the {@code Host} is ours
   */
  public Provenance(@Nullable URI site) {
    this.site = site == null ? null : site.toString();
  }

  /** Tells whether nothing in these says that another site's page sent the request. */
  public boolean isOurs(HttpFields headers) {
    for (HttpField field : headers) {
      String value = String.valueOf(field.getValue());
      if (field.getHeader() == HttpHeader.ORIGIN && !isOurs(value, headers.get(HttpHeader.HOST))) {
        return false;
      }
      if (field.is(FETCH_SITE) && !value.equals("same-origin") && !value.equals("none")) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether the page that a browser names as the one that asked, if it does, is ours. */
  public boolean isFromOurs(HttpFields headers) {
    String page = headers.get(HttpHeader.REFERER);
    if (page == null) {
      return true;
    }
    int host = page.indexOf("://") + 3;
    int path = host < 3 ? -1 : page.indexOf('/', host);
    return isOurs(path < 0 ? page : page.substring(0, path), headers.get(HttpHeader.HOST));
  }

  /**
   * Where a proxy speaks HTTPS for us the schemes differ, so hosts and ports alone are compared.
   */
  private boolean isOurs(String origin, @Nullable String host) {
    if (origin.equalsIgnoreCase(site)) {
      return true;
    }
    int scheme = origin.indexOf("://");
    return scheme >= 0 && host != null && origin.substring(scheme + 3).equalsIgnoreCase(host);
  }
}
