package io.broadsheet.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.broadsheet.web.PublicHosts;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFetchTest {
  private HttpServer server;
  private String origin;
  private final PictureFetch fetch = TestFetch.within(Duration.ofSeconds(5));

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    origin = "http://127.0.0.1:" + server.getAddress().getPort();
    serve("/picture", 200, new byte[] {1, 2, 3}, "");
    serve("/there", 302, new byte[0], "/picture");
    serve("/round", 302, new byte[0], "/round");
    serve("/inside", 302, new byte[0], "http://10.0.0.1/");
    serve("/file", 302, new byte[0], "file:///etc/hostname");
    serve("/none", 404, new byte[] {1}, "");
    serve("/vast", 200, new byte[Media.LARGEST_FILE + 1], "");
    server.createContext(
        "/chunked",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(new byte[100_000]);
          }
        });
    server.createContext(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] piece = new byte[1_000_000];
          try (OutputStream out = exchange.getResponseBody()) {
            for (int sent = 0; sent < 10 * Media.LARGEST_FILE; sent += piece.length) {
              out.write(piece);
            }
          } catch (IOException hungUp) {
            exchange.close();
          }
        });
    server.createContext(
        "/cookie",
        exchange -> {
          boolean sent = exchange.getRequestHeaders().containsKey("Cookie");
          exchange.getResponseHeaders().set("Set-Cookie", "a=b; Path=/");
          exchange.sendResponseHeaders(200, 1);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(sent ? 1 : 0);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() throws IOException {
    fetch.close();
    server.stop(0);
  }

  @Test
  void aFileIsFetchedWholeAlsoInPiecesAndFromWhereItMoved() throws Exception {
    assertThat(fetch.fetch(origin + "/picture")).containsExactly(1, 2, 3);
    assertThat(fetch.fetch(" " + origin + "/there ")).containsExactly(1, 2, 3);
    assertThat(fetch.fetch(origin + "/picture?a=б в")).containsExactly(1, 2, 3);
    assertThat(fetch.fetch(origin + "/chunked")).hasSize(100_000);
  }

  @Test
  void moreThanAPictureMayHaveIsGivenUp() {
    for (String path : new String[] {"/vast", "/endless"}) {
      UnfitPicture heavy =
          catchThrowableOfType(UnfitPicture.class, () -> fetch.fetch(origin + path));
      assertThat(heavy.reason()).isEqualTo(UnfitPicture.Reason.HEAVY);
    }
  }

  @Test
  void noCookieIsKept() throws Exception {
    assertThat(fetch.fetch(origin + "/cookie")).containsExactly(0);
    assertThat(fetch.fetch(origin + "/cookie")).containsExactly(0);
  }

  @Test
  void eachRedirectIsCheckedAnew() {
    assertThat(why(fetch, origin + "/inside")).isEqualTo(Unfetched.Reason.INSIDE);
    assertThat(why(fetch, origin + "/file")).isEqualTo(Unfetched.Reason.ADDRESS);
    assertThat(why(fetch, origin + "/round")).isEqualTo(Unfetched.Reason.ASTRAY);
    assertThat(why(fetch, origin + "/none")).isEqualTo(Unfetched.Reason.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not an address",
        "/media/x.webp",
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "data:image/png;base64,AA",
        "http://",
        "http://user:word@127.0.0.1/",
        "http://[::1"
      })
  void whatIsNoAddressOfTheWebIsNotAsked(String address) {
    assertThat(why(fetch, address)).isEqualTo(Unfetched.Reason.ADDRESS);
  }

  @Test
  void neitherAnInsideHostNorAnotherPortIsAsked() throws IOException {
    try (PictureFetch real = new MediaConfiguration().pictureFetch()) {
      assertThat(why(real, origin + "/picture")).isEqualTo(Unfetched.Reason.INSIDE);
      assertThat(why(real, "http://127.0.0.1/")).isEqualTo(Unfetched.Reason.INSIDE);
      assertThat(why(real, "https://localhost/")).isEqualTo(Unfetched.Reason.INSIDE);
      assertThat(why(real, "http://[::ffff:127.0.0.1]/")).isEqualTo(Unfetched.Reason.INSIDE);
      assertThat(why(real, "http://169.254.169.254/")).isEqualTo(Unfetched.Reason.INSIDE);
      assertThat(why(real, "http://2130706433/")).isNotNull();
    }
  }

  @Test
  void nobodyWaitsLongForAHostThatDripsOrIsSilent() throws Exception {
    try (PictureFetch impatient = TestFetch.within(Duration.ofMillis(700));
        ServerSocket slow = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread dripping = Thread.ofPlatform().daemon().start(() -> drip(slow));
      long began = System.nanoTime();
      String address = "http://127.0.0.1:" + slow.getLocalPort() + "/";
      assertThat(why(impatient, address)).isEqualTo(Unfetched.Reason.SLOW);
      assertThat(why(impatient, address.replace("http:", "https:")))
          .isEqualTo(Unfetched.Reason.SLOW);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
      dripping.interrupt();
    }
  }

  /** Sends the first of them a byte now and then, and the others nothing at all. */
  private static void drip(ServerSocket slow) {
    try (Socket first = slow.accept()) {
      OutputStream out = first.getOutputStream();
      out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 30; i++) {
        out.write('x');
        out.flush();
        Thread.sleep(100);
      }
    } catch (IOException | InterruptedException hungUp) {
      Thread.currentThread().interrupt();
    }
  }

  private static Unfetched.Reason why(PictureFetch fetch, String address) {
    return catchThrowableOfType(Unfetched.class, () -> fetch.fetch(address)).reason();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "100.100.100.200",
        "168.63.129.16",
        "169.254.169.254",
        "172.16.0.1",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "64:ff9b::a00:1",
        "fd00:ec2::254",
        "fe80::1",
        "ff02::1",
        "2002:a00:1::",
        "2001:0:1::1",
        "2001:db8::1"
      })
  void addressesThatAreNotPublicAreKnown(String address) {
    assertThat(PublicHosts.isPublic(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1.1.1", "100.128.0.1", "172.32.0.1", "2606:4700::1111"})
  void publicAddressesAreKnown(String address) {
    assertThat(PublicHosts.isPublic(InetAddress.ofLiteral(address))).isTrue();
  }

  private void serve(String path, int status, byte[] body, String location) {
    server.createContext(
        path,
        exchange -> {
          if (!location.isEmpty()) {
            exchange.getResponseHeaders().set("Location", location);
          }
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
  }
}
