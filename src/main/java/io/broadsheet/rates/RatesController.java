package io.broadsheet.rates;

import io.broadsheet.web.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /api/v1/rates}: the quotes that hold now. */
@RestController
final class RatesController {
  private final Rates rates;
  private final JsonMapper json;

  RatesController(Rates rates, JsonMapper json) {
    this.rates = rates;
    this.json = json;
  }

  @GetMapping("/api/v1/rates")
  ResponseEntity<byte[]> rates(@RequestParam(required = false) @Nullable String city) {
    Board board = rates.board(city == null || city.isBlank() ? null : city);
    byte[] body = json.writeValueAsBytes(QuoteItems.of(board));
    return ResponseEntity.ok()
        .eTag(Sha256.shortHex(body))
        .cacheControl(CacheControl.noCache())
        .contentType(MediaType.APPLICATION_JSON)
        .body(body);
  }
}
