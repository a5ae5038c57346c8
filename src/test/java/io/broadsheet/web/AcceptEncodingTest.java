package io.broadsheet.web;

import static io.broadsheet.web.ContentEncoding.GZIP;
import static io.broadsheet.web.ContentEncoding.IDENTITY;
import static io.broadsheet.web.ContentEncoding.ZSTD;
import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptEncodingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip, deflate, br, zstd | ZSTD",
        "gzip, deflate, br       | GZIP",
        "gzip                    | GZIP",
        "x-gzip                  | GZIP",
        "GZip                    | GZIP",
        "gzip;q=0.5              | GZIP",
        "gzip;q=0.001            | GZIP",
        "zstd;q=0.5, gzip        | GZIP",
        "zstd;q=0.5, gzip;q=0.5  | ZSTD",
        "zstd;q=0, gzip          | GZIP",
        "gzip;q=0                | IDENTITY",
        "gzip ; q=0.0 , zstd\t;\tQ=1.000 | ZSTD",
        "*                       | ZSTD",
        "*;q=0.1, zstd;q=0       | GZIP",
        "*;q=0, gzip             | GZIP",
        "*;q=0, identity         | IDENTITY",
        "identity;q=1, gzip;q=0.5 | IDENTITY",
        "identity;q=0, gzip;q=0.5 | GZIP",
        "br                      | IDENTITY",
        "''                      | IDENTITY",
        ",,, ,gzip,,             | GZIP",
        "gzip;q=2                | IDENTITY",
        "gzip;q=1.1              | IDENTITY",
        "gzip;q=0.1234           | IDENTITY",
        "gzip;q=,zstd;q          | IDENTITY",
        "gzip;level=9            | IDENTITY",
        "gzip;q=-1               | IDENTITY",
        "gzip;q=1.               | GZIP",
        "gzipp, xzstd            | IDENTITY",
        "қ;;;===,\"              | IDENTITY"
      })
  void chooses(String header, ContentEncoding expected) {
    assertThat(AcceptEncoding.choose(request(header))).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity;q=0", "*;q=0", "zstd;q=0, gzip;q=0, identity;q=0", "br, *;q=0"})
  void refusingEverythingIsTakenAtItsWord(String header) {
    assertThat(AcceptEncoding.choose(request(header))).isEmpty();
  }

  @Test
  void withoutTheHeaderNothingIsEncoded() {
    assertThat(AcceptEncoding.choose(HttpFields.EMPTY)).contains(IDENTITY);
  }

  @Test
  void severalHeaderLinesAreOneList() {
    HttpFields request =
        HttpFields.build()
            .add(HttpHeader.ACCEPT_ENCODING, "gzip")
            .add(HttpHeader.ACCEPT_ENCODING, "zstd;q=0.9");
    assertThat(AcceptEncoding.choose(request)).contains(GZIP);
    HttpFields newer =
        HttpFields.build()
            .add(HttpHeader.ACCEPT_ENCODING, "br")
            .add(HttpHeader.ACCEPT_ENCODING, "zstd");
    assertThat(AcceptEncoding.choose(newer)).contains(ZSTD);
  }

  private static HttpFields request(String header) {
    return HttpFields.build().add(HttpHeader.ACCEPT_ENCODING, header);
  }
}
