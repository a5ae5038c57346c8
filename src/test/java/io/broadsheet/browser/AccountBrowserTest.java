package io.broadsheet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.broadsheet.accounts.TestCodes;
import io.broadsheet.commands.RunningServer;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Coming into the newsroom, by each of its doors, in Chromium. */
@Tag("browser")
class AccountBrowserTest {
  private static RunningServer server;
  private static Chromium chromium;

  private BrowserContext window;
  private Page page;

  @BeforeAll
  static void startServer() {
    server = RunningServer.start();
    chromium = new Chromium();
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  @AfterAll
  static void stopServer() {
    chromium.close();
    server.close();
  }

  @BeforeEach
  void openWindow() {
    window = chromium.window(1280, ColorScheme.LIGHT, true);
    page = window.newPage();
  }

  @AfterEach
  void closeWindow() {
    window.close();
  }

  @Test
  void aNewcomerAddsAPasskeyAndComesBackWithIt() {
    VirtualKey.plugIn(window, page);
    enter("Newcomer");
    assertThat(page.locator(".warn")).containsText("So far only a one-time link lets you in");
    page.locator("[data-passkey] input").fill("My laptop");
    page.locator("[data-passkey] button").click();
    assertThat(page.locator("#passkeys ~ ul b")).hasText("My laptop");
    assertThat(page.locator(".warn")).hasCount(0);
    leave();
    page.navigate(local("/newsroom/stories?list=review&lang=en"));
    assertThat(page).hasTitle("Sign in to the newsroom\u00a0– Newsroom, Broadsheet");
    page.locator("[data-passkey] button").click();
    page.waitForURL("**/newsroom/stories?list=review*");
    page.navigate(local("/newsroom/account?lang=en"));
    assertThat(page.locator("#passkeys ~ ul")).containsText("Last used");
    page.locator("#passkeys ~ ul button").click();
    assertThat(page.locator("#passkeys ~ ul")).hasCount(0);
    leave();
    page.navigate(local("/newsroom/sign-in?lang=en"));
    page.locator("[data-passkey] button").click();
    assertThat(page.locator(".fault")).containsText("This passkey did not sign you in");
  }

  @Test
  void aPasswordIsSetWithADeviceAndAPaperOpensOnce() throws Exception {
    enter("Typist");
    page.locator("a[href='/newsroom/account/password']").click();
    TestCodes codes = new TestCodes(page.locator(".secret").innerText(), InstantSource.system());
    page.locator("[name=password]").fill("passwordpassword");
    page.locator("[name=code]").fill(codes.now());
    page.locator("main button").click();
    assertThat(page.locator(".fault")).containsText("everybody thinks of");
    page.locator("[name=password]").fill("four green ferries");
    page.locator("[name=code]").fill(codes.now());
    page.locator("main button").click();
    assertThat(page.locator(".codes code")).hasCount(10);
    String paper = page.locator(".codes code").first().innerText();
    page.locator("main .button").click();
    assertThat(page.locator("#password ~ p")).containsText("10 codes on paper are left");
    leave();
    signIn("typist", "four green ferries", paper);
    page.waitForURL("**/newsroom/account?left=9");
    assertThat(page.locator("#password ~ p")).containsText("9 codes on paper are left");
    assertThat(page.locator("#sessions ~ ul")).containsText("This browser");
    leave();
    signIn("typist", "four green ferries", paper);
    assertThat(page.locator(".fault")).containsText("is wrong");
    // The step in which the device was set up is used up.
    page.waitForTimeout(30_000);
    signIn("typist", "four green ferries", codes.now());
    page.waitForURL("**/newsroom/stories");
  }

  @Test
  void anAdministratorAddsSomebodyWhoSeesOnlyTheirOwn() {
    page.navigate(atName(server.add("Boss", "administrator").toString()));
    page.locator(".door button").click();
    page.navigate(local("/newsroom/staff?lang=en"));
    page.locator("#add ~ form [name=name]").fill("Молдір");
    page.locator("#add ~ form [name=role]").selectOption("reporter");
    page.locator("#add ~ form button").click();
    String link = page.locator(".handover code").innerText();
    assertThat(page.locator(".people")).containsText("Молдір");
    page.navigate(local("/newsroom/audit?lang=en"));
    assertThat(page.locator(".log li").first()).containsText("Boss made a one-time link");
    try (BrowserContext other = chromium.window(360, ColorScheme.DARK, true)) {
      Page hers = other.newPage();
      hers.navigate(link + "&lang=en");
      hers.locator(".door button").click();
      assertThat(hers.locator("h1")).hasText("Молдір");
      assertThat(hers.locator(".sections a")).hasText(new String[] {"Stories", "Audience"});
      org.assertj.core.api.Assertions.assertThat(hers.navigate(local("/newsroom/staff")).status())
          .isEqualTo(403);
      page.navigate(local("/newsroom/staff?lang=en"));
      page.locator(".people summary", new Page.LocatorOptions().setHasText("Молдір")).click();
      page.locator(".people li", new Page.LocatorOptions().setHasText("Молдір"))
          .locator("form[action$=suspend] button")
          .click();
      hers.navigate(local("/newsroom/account"));
      assertThat(hers).hasURL(java.util.regex.Pattern.compile(".*/newsroom/sign-in\\?to=.*"));
    }
  }

  private void enter(String name) {
    page.navigate(atName(server.add(name, "editor").toString()) + "&lang=en");
    page.locator(".door button").click();
    page.waitForURL("**/newsroom/account");
  }

  private void leave() {
    page.locator(".mast form button").click();
    page.waitForURL("**/newsroom/sign-in");
  }

  private void signIn(String name, String password, String code) {
    page.locator("[name=name]").fill(name);
    page.locator("[name=password]").fill(password);
    page.locator("[name=code]").fill(code);
    page.locator("form[action$=password] button").click();
  }

  /** Browsers take passkeys for names only. */
  private static String atName(String address) {
    return address.replace("127.0.0.1", "localhost");
  }

  private static String local(String path) {
    return atName(server.uri(path).toString());
  }
}
