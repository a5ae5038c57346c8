package io.broadsheet.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** A security key that knows who holds it, plugged into a page. */
final class VirtualKey {
  private VirtualKey() {}

  static void plugIn(BrowserContext window, Page page) {
    CDPSession session = window.newCDPSession(page);
    session.send("WebAuthn.enable");
    JsonObject key = new JsonObject();
    key.addProperty("protocol", "ctap2");
    key.addProperty("transport", "internal");
    key.addProperty("hasResidentKey", true);
    key.addProperty("hasUserVerification", true);
    key.addProperty("isUserVerified", true);
    key.addProperty("automaticPresenceSimulation", true);
    JsonObject options = new JsonObject();
    options.add("options", key);
    session.send("WebAuthn.addVirtualAuthenticator", options);
  }
}
