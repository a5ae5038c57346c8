package io.broadsheet.web;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Serves the files that pages need besides themselves from memory, under names that change with
 * their contents, so that browsers keep them for good.
 */
public final class Assets extends Handler.Wrapper {
  private static final String FOLDER = "/assets/";
  private static final int ZSTD_LEVEL = 19;
  private static final HttpField IMMUTABLE =
      new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "public, max-age=31536000, immutable");
  private static final HttpField SHARED =
      new PreEncodedHttpField("Cross-Origin-Resource-Policy", "cross-origin");
  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "webp", "image/webp");

  private final Map<String, String> paths = new HashMap<>();
  private final Map<String, Asset> assets = new HashMap<>();

  /** A file; it is packed when somebody first asks for it so, since packing well takes time. */
  private static final class Asset {
    private final HttpField type;
    private final String hash;
    private final byte[] contents;
    private final Map<ContentEncoding, ReadyBody> packed = new ConcurrentHashMap<>();

    Asset(HttpField type, String hash, byte[] contents) {
      this.type = type;
      this.hash = hash;
      this.contents = contents;
    }

    ReadyBody body(ContentEncoding encoding) {
      return packed.computeIfAbsent(encoding, e -> new ReadyBody(e, hash, encode(e, contents)));
    }
  }

  /**
   * Takes a file in; all are taken in before the first request.
   *
   * @param name its file name, which ends in js, css, svg, png or webp
   * @param file is read to its end
   * @return the path under which it is served
   */
  public String add(String name, InputStream file) throws IOException {
    int dot = name.lastIndexOf('.');
    String type = dot < 1 ? null : TYPES.get(name.substring(dot + 1));
    if (type == null) {
      throw new IllegalArgumentException("not a kind of file that pages need: " + name);
    }
    byte[] contents = file.readAllBytes();
    String hash = Sha256.hex(contents).substring(0, 16);
    String path = FOLDER + name.substring(0, dot) + "-" + hash + name.substring(dot);
    HttpField typeField = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, type);
    assets.put(path, new Asset(typeField, hash, contents));
    paths.put(name, path);
    return path;
  }

  /** Returns the path under which the file of this name is served. */
  public String path(String name) {
    return Objects.requireNonNull(paths.get(name), name);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = request.getHttpURI().getPath();
    Asset asset = path.startsWith(FOLDER) ? assets.get(path) : null;
    boolean read =
        HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
    if (asset == null || !read) {
      return super.handle(request, response, callback);
    }
    Optional<ContentEncoding> encoding = AcceptEncoding.choose(request.getHeaders());
    ReadyBody body = asset.body(encoding.orElse(ContentEncoding.IDENTITY));
    response.getHeaders().put(SHARED).add(IMMUTABLE);
    body.send(request, response, callback, HttpStatus.OK_200, asset.type);
    return true;
  }

  private static byte[] encode(ContentEncoding encoding, byte[] contents) {
    return switch (encoding) {
      case IDENTITY -> contents;
      case ZSTD -> Zstd.compress(contents, ZSTD_LEVEL);
      case GZIP -> gzip(contents);
    };
  }

  private static byte[] gzip(byte[] contents) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(contents);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail like this", e);
    }
    return packed.toByteArray();
  }
}
