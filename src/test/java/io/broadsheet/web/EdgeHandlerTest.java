package io.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.settings.BadSetting;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeHandlerTest {

  /** Answers with the client's address; {@code /fails} fails. */
  private static final class Echo extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      if (request.getHttpURI().getPath().equals("/fails")) {
        throw new IllegalStateException("secret of the house");
      }
      response.write(
          true,
          ByteBuffer.wrap(
              ClientAddress.of(request).getHostAddress().getBytes(StandardCharsets.US_ASCII)),
          callback);
      return true;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../etc/passwd",
        "/kk/../ru/",
        "/kk/..",
        "/./kk/",
        "/kk/.",
        "//kk/",
        "/kk//x-1",
        "/%2e%2e/etc",
        "/kk/%2E%2e/x",
        "/kk%2Fx",
        "/kk%2fx",
        "/kk%5Cx",
        "/kk\\x",
        "/kk%00",
        "/kk%0a",
        "/kk%0D%0AX:y",
        "/kk%7f",
        "/kk;a=b/x-1",
        "/kk/%3Bx",
        "/kk/%",
        "/kk/%4",
        "/kk/%zz",
        "/kk/%c3",
        "/kk/%c3%28",
        "/kk/%ff",
        "/kk/%c0%ae%c0%ae/",
        "/kk/%ed%a0%80",
        "/kk/%25%32%66",
        "/kk/%c2%85",
        "/kk/\u0001",
        "/\u00ff",
        "kk/",
        "*"
      })
  void pathTricksAreRefusedWithAProblem(String path) throws Exception {
    try (TestServer server = new TestServer(new Echo())) {
      String answer =
          server.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(path).startsWith("HTTP/1.1 400 ");
      assertThat(answer).as(path).contains("application/problem+json").contains("\"status\":400");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/kk/",
        "/kk/a...b-1",
        "/kk/..x/",
        "/kk/%D2%9B%D0%B0",
        "/kk/x%20y",
        "/a?b=../..",
        "/a?%2F"
      })
  void plainPathsPass(String path) throws Exception {
    try (TestServer server = new TestServer(new Echo())) {
      assertThat(server.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
          .startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void aVersionOfHttpThatIsNotSpokenIsNamedAsSuch() throws Exception {
    try (TestServer server = new TestServer(new Echo())) {
      assertThat(server.raw("GET / HTTP/7.3\r\nHost: x\r\n\r\n"))
          .startsWith("HTTP/1.1 505 ")
          .contains("This version of HTTP is not understood here: use HTTP/1.1.");
    }
  }

  @Test
  void overlongPathsAndHeadersAreRefused() throws Exception {
    try (TestServer server = new TestServer(new Echo())) {
      assertThat(server.get("/" + "x".repeat(3000)).statusCode()).isEqualTo(400);
      assertThat(server.get("/?" + "x".repeat(7000)).statusCode()).isEqualTo(400);
      // A question of 400 Kazakh letters.
      assertThat(server.get("/?q=" + "%D2%9B".repeat(400)).statusCode()).isEqualTo(200);
      HttpResponse<byte[]> headers = server.get("/", "X-Long", "x".repeat(20_000));
      assertThat(headers.statusCode()).isEqualTo(431);
      assertThat(headers.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
  }

  @Test
  void everyAnswerCarriesTheSecurityHeadersAndNoServer() throws Exception {
    try (TestServer server = new TestServer(new Echo())) {
      for (String path : List.of("/", "/fails", "/%2e%2e/")) {
        HttpResponse<byte[]> answer = server.get(path);
        assertThat(answer.headers().firstValue("X-Content-Type-Options"))
            .as(path)
            .contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
            .contains("default-src 'none'")
            .contains("frame-ancestors 'none'");
        assertThat(answer.headers().map())
            .containsKeys("referrer-policy", "permissions-policy", "cross-origin-opener-policy")
            .doesNotContainKeys("server", "x-powered-by");
      }
    }
  }

  @Test
  void faultsSayNothingOfTheInside() throws Exception {
    try (TestServer server = new TestServer(new Echo())) {
      HttpResponse<byte[]> answer = server.get("/fails", "Accept", "text/html");
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(new String(answer.body(), StandardCharsets.UTF_8))
          .contains("\"status\":500")
          .doesNotContain("secret", "Exception", "io.broadsheet", "jetty");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.9                            | 203.0.113.9",
        "198.51.100.1, 203.0.113.9              | 203.0.113.9",
        "203.0.113.9, 10.1.2.3                  | 203.0.113.9",
        "203.0.113.9, 10.1.2.3, 127.0.0.1       | 203.0.113.9",
        "10.9.9.9, 10.1.2.3                     | 10.9.9.9",
        "203.0.113.9, 11.0.0.1, 10.0.0.1        | 11.0.0.1",
        "203.0.113.9:4711                       | 203.0.113.9",
        "2001:db8::7                            | 2001:db8:0:0:0:0:0:7",
        "[2001:db8::7]:4711                     | 2001:db8:0:0:0:0:0:7",
        "2001:db8::7, fd00:1::5                 | 2001:db8:0:0:0:0:0:7",
        "::ffff:203.0.113.9                     | 203.0.113.9",
        "203.0.113.9, rubbish                   | 127.0.0.1",
        "203.0.113.9, rubbish, 10.0.0.1         | 10.0.0.1",
        "localhost                              | 127.0.0.1",
        "fe80::1%eth0                           | 127.0.0.1",
        "1.2.3                                  | 127.0.0.1",
        "''                                     | 127.0.0.1",
        ",,,                                    | 127.0.0.1",
      })
  void forwardedAddressesAreReadFromTheRight(String header, String client) throws Exception {
    TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/8", "fd00:1::/32"));
    try (TestServer server = new TestServer(new Echo(), proxies)) {
      byte[] body = server.get("/", "X-Forwarded-For", header).body();
      assertThat(new String(body, StandardCharsets.US_ASCII)).isEqualTo(client);
    }
  }

  @Test
  void blocksAreExactToTheBit() throws Exception {
    TrustedProxies proxies =
        new TrustedProxies(List.of("192.0.2.64/27", "2001:db8:8000::/33", "198.51.100.4"));
    assertThat(proxies.trusts(ClientAddress.literal("192.0.2.95"))).isTrue();
    assertThat(proxies.trusts(ClientAddress.literal("192.0.2.96"))).isFalse();
    assertThat(proxies.trusts(ClientAddress.literal("192.0.2.63"))).isFalse();
    assertThat(proxies.trusts(ClientAddress.literal("2001:db8:ffff::1"))).isTrue();
    assertThat(proxies.trusts(ClientAddress.literal("2001:db8:7fff::1"))).isFalse();
    assertThat(proxies.trusts(ClientAddress.literal("198.51.100.4"))).isTrue();
    assertThat(proxies.trusts(ClientAddress.literal("198.51.100.5"))).isFalse();
    assertThat(proxies.trusts(ClientAddress.literal("::1"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/x",
        "::/129",
        "10.0.0/8",
        "/8"
      })
  void aProxyThatIsNoAddressStopsTheStart(String block) {
    assertThatThrownBy(() -> new TrustedProxies(List.of(block)))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("broadsheet.trusted-proxies");
  }
}
