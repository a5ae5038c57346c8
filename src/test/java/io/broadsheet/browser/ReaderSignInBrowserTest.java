package io.broadsheet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.broadsheet.TestFolders;
import io.broadsheet.commands.RunningServer;
import io.broadsheet.commands.TestProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Readers sign in, in Chromium. */
@Tag("browser")
class ReaderSignInBrowserTest {
  private static RunningServer server;
  private static Chromium chromium;

  @BeforeAll
  static void startServer() {
    server =
        RunningServer.start(
            TestProcess.plain()
                .withEnvironment(
                    Map.of(
                        "BROADSHEET_SITE_URL", "http://localhost",
                        "BROADSHEET_SIGNIN_WAYS", "name,email,passkey,oidc",
                        "BROADSHEET_SIGNIN_OIDC_ISSUER", "https://id.example",
                        "BROADSHEET_SIGNIN_OIDC_CLIENTID", "broadsheet",
                        "BROADSHEET_SIGNIN_OIDC_LABEL", "Egov ID",
                        "BROADSHEET_MAIL_HOST", "127.0.0.1",
                        "BROADSHEET_MAIL_FROM", "news@news.example")),
            "serve",
            TestFolders.create().resolve("data"));
    chromium = new Chromium();
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  @AfterAll
  static void stopServer() {
    chromium.close();
    server.close();
  }

  @Test
  void aReaderMakesAPasskeyAndComesBackWithItButNotIntoTheNewsroom() {
    try (BrowserContext window = chromium.window(360, ColorScheme.DARK, true)) {
      Page page = window.newPage();
      VirtualKey.plugIn(window, page);
      page.navigate(local("/reader/sign-in?lang=en&back=/en/top"));
      page.locator("form[data-passkey=add] input").fill("Ай");
      page.locator("form[data-passkey=add] button").click();
      page.locator("form[data-passkey=add] input").fill("Айгерім");
      page.locator("form[data-passkey=add] button").click();
      page.waitForURL(local("/en/top"));
      page.navigate(local("/reader/sign-in?lang=en"));
      assertThat(page.locator(".signin bdi")).hasText("Айгерім");
      page.locator(".signin button").click();
      page.locator("div[data-passkey=sign-in] button").click();
      assertThat(page.locator(".signin bdi")).hasText("Айгерім");
      page.navigate(local("/newsroom/sign-in?lang=en"));
      page.locator("[data-passkey] button").click();
      assertThat(page.locator(".fault")).containsText("This passkey did not sign you in");
    }
  }

  @Test
  void thePageIsGoodToUseAtEachWidthAndAsksNobodyElse() {
    for (int width : new int[] {360, 1280}) {
      for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        for (String language : new String[] {"kk", "ru", "en"}) {
          look(width, scheme, language);
        }
      }
    }
  }

  @Test
  void withoutScriptTheLetterAndTheProviderAreLeft() throws ReflectiveOperationException {
    try (BrowserContext window = chromium.window(360, ColorScheme.LIGHT, false)) {
      Page page = window.newPage();
      String html = page.navigate(local("/reader/sign-in?lang=ru")).text();
      Assertions.assertThat(HtmlRules.broken(html)).isEmpty();
      assertThat(page.locator("div[data-passkey]")).isHidden();
      page.locator("#email").fill("это не адрес");
      page.locator("form[action$=email] button").click();
      assertThat(page.locator(".fault")).containsText("не похоже на адрес");
      assertThat(page.locator("#email")).hasValue("это не адрес");
      assertThat(page.locator("a.button")).hasText("Продолжить через Egov ID");
    }
  }

  @Test
  void anAccountIsLookedAtAndDeletedInEachLanguage() throws ReflectiveOperationException {
    try (BrowserContext window = chromium.window(360, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      VirtualKey.plugIn(window, page);
      page.navigate(local("/reader/sign-in?lang=en&back=/en/top"));
      page.locator("form[data-passkey=add] input").fill("Болат");
      page.locator("form[data-passkey=add] button").click();
      page.waitForURL(local("/en/top"));
      for (int width : new int[] {360, 1280}) {
        page.setViewportSize(width, 740);
        for (String language : new String[] {"kk", "ru", "en"}) {
          for (String path : new String[] {"/reader", "/reader/account/delete"}) {
            String html = page.navigate(local(path + "?lang=" + language)).text();
            Assertions.assertThat(HtmlRules.broken(html)).as(path).isEmpty();
            Assertions.assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(Rule::getHelp)
                .isEmpty();
            int wide = (int) page.evaluate("document.documentElement.scrollWidth");
            Assertions.assertThat(wide).isLessThanOrEqualTo(width);
            page.screenshot(
                new Page.ScreenshotOptions()
                    .setPath(
                        Path.of(
                            "target",
                            "signin",
                            path.substring(1).replace('/', '-')
                                + "-%s-%d.png".formatted(language, width))));
          }
        }
      }
      page.locator("[value=delete]").check();
      page.locator("[name=sure]").check();
      page.locator("form.saying button").click();
      assertThat(page.locator("h1")).hasText("The account is deleted");
      page.navigate(local("/reader/sign-in?lang=en"));
      page.locator("div[data-passkey=sign-in] button").click();
      assertThat(page.locator(".fault")).isVisible();
    }
  }

  private static void look(int width, ColorScheme scheme, String language) {
    try (BrowserContext window = chromium.window(width, scheme, true)) {
      Page page = window.newPage();
      List<String> elsewhere = new ArrayList<>();
      List<String> errors = new ArrayList<>();
      page.onRequest(
          request -> {
            if (!request.url().startsWith(local("/"))) {
              elsewhere.add(request.url());
            }
          });
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error")) {
              errors.add(message.text());
            }
          });
      page.navigate(local("/reader/sign-in?back=/" + language + "/&lang=" + language));
      assertThat(page.locator("div[data-passkey=sign-in]")).isVisible();
      Assertions.assertThat(elsewhere).isEmpty();
      Assertions.assertThat(errors).isEmpty();
      int wide = (int) page.evaluate("document.documentElement.scrollWidth");
      Assertions.assertThat(wide).isLessThanOrEqualTo(width);
      Path shots = Path.of("target", "signin");
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(shots.resolve("%s-%d-%s.png".formatted(language, width, scheme))));
      Assertions.assertThat(new AxeBuilder(page).analyze().getViolations())
          .extracting(Rule::getHelp)
          .isEmpty();
    }
  }

  private static String local(String path) {
    return server.uri(path).toString().replace("127.0.0.1", "localhost");
  }
}
