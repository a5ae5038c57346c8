package io.broadsheet.reader;

import io.broadsheet.reader.view.RatesPage;
import io.broadsheet.settings.Language;
import io.broadsheet.web.ContentEncoding;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers the converter on the page of rates; nothing keeps its answers. */
@RestController
@ConditionalOnWebApplication
final class ConverterController {
  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private final House house;
  private final Pages pages;
  private final RatePageViews views;
  private final PersonalPages personal;

  ConverterController(House house, Pages pages, RatePageViews views, PersonalPages personal) {
    this.house = house;
    this.pages = pages;
    this.views = views;
    this.personal = personal;
  }

  @GetMapping(path = "/{code:[a-z]{2}}/rates", params = "amount")
  ResponseEntity<byte[]> answer(
      @PathVariable String code, @RequestParam MultiValueMap<String, String> parameters) {
    Language language = personal.language(code);
    String city = Normalizer.normalize(first(parameters, "city").strip(), Normalizer.Form.NFC);
    Page page =
        city.isEmpty() || views.has(city)
            ? answered(new Address.Rates(language, city, Address.Rates.By.BUY), parameters)
            : pages.build(new Address.NoCity(language)).orElseThrow();
    return ResponseEntity.status(page.status())
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", house.policy())
        .header("X-Robots-Tag", "noindex")
        .body(page.join(ContentEncoding.IDENTITY).bytes());
  }

  private Page answered(Address.Rates address, MultiValueMap<String, String> parameters) {
    RatesPage view =
        views.page(
            address,
            new ConverterViews.Question(
                first(parameters, "amount").strip(),
                first(parameters, "from"),
                first(parameters, "to"),
                first(parameters, "rate")));
    boolean fault = Objects.requireNonNull(view.converter().answer()).fault();
    return pages.rates(
        fault ? HttpStatus.BAD_REQUEST.value() : HttpStatus.OK.value(), address, view);
  }

  /** A parameter that comes twice counts once. */
  private static String first(MultiValueMap<String, String> parameters, String name) {
    return Objects.requireNonNullElse(parameters.getFirst(name), "");
  }
}
