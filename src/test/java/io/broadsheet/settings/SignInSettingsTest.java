package io.broadsheet.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInSettingsTest {
  private static final Map<String, String> COMPLETE =
      Map.of(
          "BROADSHEET_SITE_URL", "https://news.example",
          "BROADSHEET_SIGNIN_WAYS", "email,passkey,oidc",
          "BROADSHEET_MAIL_HOST", "mail.example",
          "BROADSHEET_MAIL_FROM", "news@news.example",
          "BROADSHEET_SIGNIN_OIDC_ISSUER", "https://id.example",
          "BROADSHEET_SIGNIN_OIDC_CLIENTID", "broadsheet");

  @Test
  void withoutSettingsAnyNameWillDo() {
    assertThat(load(Map.of()).signIn().ways()).containsExactly("name");
  }

  @Test
  void aWayIsRefusedWithTheNameOfTheSettingThatItLacks() {
    assertThat(load(COMPLETE).signIn().ways()).containsExactly("email", "passkey", "oidc");
    Map<String, String> keys =
        Map.of(
            "BROADSHEET_SITE_URL", "broadsheet.site.url",
            "BROADSHEET_MAIL_HOST", "broadsheet.mail.host",
            "BROADSHEET_MAIL_FROM", "broadsheet.mail.from",
            "BROADSHEET_SIGNIN_OIDC_ISSUER", "broadsheet.sign-in.oidc.issuer",
            "BROADSHEET_SIGNIN_OIDC_CLIENTID", "broadsheet.sign-in.oidc.client-id");
    keys.forEach(
        (variable, key) -> {
          Map<String, String> less = new HashMap<>(COMPLETE);
          less.remove(variable);
          assertThatThrownBy(() -> load(less))
              .isInstanceOf(BadSetting.class)
              .hasMessageContaining("The setting " + key + " is");
        });
  }

  @Test
  void whatIsNoWayOrNotSafeIsRefused() {
    refused("BROADSHEET_SIGNIN_WAYS", "name,fax");
    refused("BROADSHEET_SIGNIN_WAYS", "name,name");
    refused("BROADSHEET_SIGNIN_OIDC_ISSUER", "http://id.example");
    refused("BROADSHEET_SIGNIN_OIDC_ISSUER", "https://id.example/?x=y");
    refused("BROADSHEET_MAIL_FROM", "a@b.kz\r\nBcc: c@d.kz");
    refused("BROADSHEET_MAIL_PORT", "0");
    refused("BROADSHEET_SITE_URL", "http://news.example");
  }

  @Test
  void secretsStayOutOfLogs() {
    Map<String, String> more = new HashMap<>(COMPLETE);
    more.put("BROADSHEET_MAIL_PASSWORD", "hush-1");
    more.put("BROADSHEET_SIGNIN_OIDC_CLIENTSECRET", "hush-2");
    assertThat(load(more).toString()).doesNotContain("hush");
  }

  private static void refused(String variable, String value) {
    Map<String, String> other = new HashMap<>(COMPLETE);
    other.put(variable, value);
    assertThatThrownBy(() -> load(other)).isInstanceOf(BadSetting.class);
  }

  private static Settings load(Map<String, String> environment) {
    return LoadedSettings.load(List.of(), environment).settings();
  }
}
