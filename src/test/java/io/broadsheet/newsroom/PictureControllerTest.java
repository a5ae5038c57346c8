package io.broadsheet.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.broadsheet.articles.Picture;
import io.broadsheet.media.Media;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PictureControllerTest {
  private TestNewsroom newsroom;

  @BeforeEach
  void start() throws IOException {
    newsroom = new TestNewsroom();
  }

  @AfterEach
  void stop() {
    newsroom.close();
  }

  @Test
  void aPictureIsTakenInWhateverItIsCalledAndOnlyOnce() throws Exception {
    byte[] png = png();
    JsonNode first = json(send(png, "image/jpeg", "en"), 201);
    assertThat(first.path("picture").path("width").asInt()).isEqualTo(500);
    assertThat(first.path("picture").path("height").asInt()).isEqualTo(300);
    assertThat(first.path("picture").path("color").asString()).isEqualTo("#000000");
    assertThat(first.path("src").asString())
        .isEqualTo("/media/" + first.path("picture").path("hash").asString() + "-320.webp");
    assertThat(json(send(png, "text/plain", "en"), 201)).isEqualTo(first);
  }

  @Test
  void hostileFilesAreRefusedWithAWordOfTheirOwn() throws Exception {
    byte[] svg = "<?xml version='1.0'?><svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8);
    refused(svg, 415, "An SVG drawing may hold scripts: save it as PNG.");
    byte[] page = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    refused(page, 415, "That is no JPEG, PNG, WebP or GIF picture, whatever it is called.");
    refused(new byte[0], 415, "That is no JPEG, PNG, WebP or GIF picture, whatever it is called.");
    byte[] vast = png();
    // Width and height stand at bytes 16 and 20 of a PNG: 20,000 by 20,000.
    vast[18] = vast[22] = 0x4e;
    vast[19] = vast[23] = 0x20;
    refused(vast, 422, "The picture has too many pixels: make it smaller first.");
    refused(Arrays.copyOf(png(), 40), 422, "The file is damaged: it cannot be decoded.");
  }

  @Test
  void theyAreRefusedInTheLanguageOfTheNewsroom() throws Exception {
    byte[] text = "жоқ".getBytes(StandardCharsets.UTF_8);
    assertThat(json(send(text, "image/png", "ru"), 415).path("detail").asString())
        .startsWith("Это не снимок");
    assertThat(json(send(text, "image/png", "kk"), 415).path("detail").asString())
        .startsWith("Бұл JPEG");
  }

  @Test
  void aPictureIsFetchedFromItsAddress() throws Exception {
    byte[] png = png();
    HttpServer site =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext(
        "/",
        exchange -> {
          boolean there = exchange.getRequestURI().getPath().equals("/photo");
          exchange.sendResponseHeaders(there ? 200 : 404, there ? png.length : -1);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(there ? png : new byte[0]);
          }
        });
    site.start();
    try {
      String origin = "http://127.0.0.1:" + site.getAddress().getPort();
      assertThat(json(fetch(origin + "/photo"), 201))
          .isEqualTo(json(send(png, "image/png", "en"), 201));
      assertThat(json(fetch(origin + "/none"), 422).path("detail").asString())
          .startsWith("The site does not give this file out");
    } finally {
      site.stop(0);
    }
    assertThat(json(fetch("http://169.254.169.254/"), 422).path("detail").asString())
        .startsWith("This address does not belong to a public site");
    assertThat(json(fetch("photo.jpg"), 422).path("detail").asString())
        .startsWith("That is no address of the web");
  }

  @Test
  void aFileWithTooManyBytesIsTooLarge() throws Exception {
    json(send(new byte[Media.LARGEST_FILE + 1], "image/png", "en"), 413);
  }

  @Test
  void whoComesWhenAllPlacesAreTakenIsAskedToComeAgain() throws Exception {
    int places = 4;
    byte[] png = png();
    Semaphore waiting = new Semaphore(0);
    CountDownLatch open = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(2 * places)) {
      HttpServer site =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      site.setExecutor(threads);
      site.createContext(
          "/",
          exchange -> {
            waiting.release();
            awaited(open);
            exchange.sendResponseHeaders(200, png.length);
            try (OutputStream out = exchange.getResponseBody()) {
              out.write(png);
            }
          });
      site.start();
      String address = "http://127.0.0.1:" + site.getAddress().getPort() + "/";
      List<Future<HttpResponse<byte[]>>> answers = new ArrayList<>();
      for (int i = 0; i < places; i++) {
        answers.add(threads.submit(() -> fetch(address)));
      }
      assertThat(waiting.tryAcquire(places, 10, TimeUnit.SECONDS)).isTrue();
      refused(png, 503, "Other pictures are being prepared: try again in a moment.");
      open.countDown();
      for (Future<HttpResponse<byte[]>> answer : answers) {
        json(answer.get(), 201);
      }
      json(send(png, "image/png", "en"), 201);
      site.stop(0);
    }
  }

  private static void awaited(CountDownLatch open) {
    try {
      open.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<byte[]> fetch(String address) throws Exception {
    String form = "address=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    return send(form.getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded", "en");
  }

  @Test
  void picturesUsedBeforeAreFoundByWhatWasSaidOfThem() throws Exception {
    String hash = json(send(png(), "image/png", "en"), 201).path("picture").path("hash").asString();
    assertThat(found("")).containsExactly(hash);
    assertThat(found("көпір")).isEmpty();
    Picture said = new Picture(hash, 500, 300, "#000000", "Ескі КӨПІР", "100% қыс", "Айдар");
    newsroom.media.remember(List.of(said));
    assertThat(found("Айдар көпір")).containsExactly(hash);
    assertThat(found("100%")).containsExactly(hash);
    assertThat(found("1_0")).isEmpty();
    assertThat(found("x' OR 1=1")).isEmpty();
    newsroom.media.remember(List.of(new Picture(hash, 500, 300, "#000000", "", "", "")));
    assertThat(found("қыс")).containsExactly(hash);
  }

  @Test
  void theLibraryIsReadPageByPage() throws Exception {
    for (int i = 1; i <= 26; i++) {
      send(png(i, 1), "image/png", "en");
    }
    JsonNode first = library("");
    assertThat(first.path("pictures").size()).isEqualTo(24);
    assertThat(first.path("more").asBoolean()).isTrue();
    JsonNode rest = library("&from=24");
    assertThat(rest.path("pictures").size()).isEqualTo(2);
    assertThat(rest.path("more").asBoolean()).isFalse();
  }

  private List<String> found(String words) throws Exception {
    return library("&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
        .path("pictures")
        .valueStream()
        .map(one -> one.path("picture").path("hash").asString())
        .toList();
  }

  private JsonNode library(String query) throws Exception {
    return json(newsroom.web.send("GET", "/newsroom/pictures?lang=en" + query, new byte[0]), 200);
  }

  private void refused(byte[] file, int status, String detail) throws Exception {
    HttpResponse<byte[]> answer = send(file, "image/png", "en");
    assertThat(json(answer, status).path("detail").asString()).isEqualTo(detail);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
  }

  private HttpResponse<byte[]> send(byte[] file, String type, String language) throws Exception {
    return newsroom.web.send(
        "POST", "/newsroom/pictures?lang=" + language, file, "Content-Type", type);
  }

  private static JsonNode json(HttpResponse<byte[]> answer, int status) {
    assertThat(answer.statusCode())
        .as(() -> new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(status);
    return JsonMapper.shared().readTree(answer.body());
  }

  private static byte[] png() throws IOException {
    return png(500, 300);
  }

  private static byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }
}
