package io.broadsheet.reader;

import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Corrected;
import io.broadsheet.settings.Language;
import io.broadsheet.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What was put right, for feed readers: Atom (RFC 4287). */
@RestController
@ConditionalOnWebApplication
final class CorrectionsFeedController {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final int MOST = 50;
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final House house;
  private final Articles articles;

  CorrectionsFeedController(House house, Articles articles) {
    this.house = house;
    this.articles = articles;
  }

  /** Returns where the feed of a language is. */
  static String path(Language language) {
    return "/feeds/" + language.code() + "/corrections.xml";
  }

  @GetMapping("/feeds/{code:[a-z]{2}}/corrections.xml")
  ResponseEntity<byte[]> feed(@PathVariable String code, HttpServletRequest request)
      throws XMLStreamException {
    Language language =
        Language.of(code)
            .filter(house.languages()::contains)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No such feed."));
    // Entries and links in a feed are absolute; where the site's address is not set, it is the one
    // that was asked.
    String origin =
        house.site().url() == null
            ? ServletUriComponentsBuilder.fromContextPath(request).toUriString()
            : house.site().url().toString();
    return ResponseEntity.ok()
        .contentType(new MediaType("application", "atom+xml", StandardCharsets.UTF_8))
        .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
        .body(atom(language, origin, articles.corrections(language, 0, MOST)));
  }

  private byte[] atom(Language language, String origin, List<Corrected> corrections)
      throws XMLStreamException {
    Words words = house.in(language).words();
    String page = origin + Routes.path(new Address.Corrections(language, 1));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    XMLStreamWriter xml =
        XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(ATOM);
    xml.writeAttribute("xml:lang", language.code());
    text(xml, "id", page);
    text(xml, "title", words.text("corrections.title") + "\u00a0– " + house.site().name());
    link(xml, "alternate", page);
    link(xml, "self", origin + path(language));
    text(
        xml,
        "updated",
        corrections.stream()
            .map(one -> one.correction().at())
            .findFirst()
            .orElse(Instant.EPOCH)
            .toString());
    xml.writeStartElement("author");
    text(xml, "name", house.site().name());
    xml.writeEndElement();
    for (Corrected one : corrections) {
      xml.writeStartElement("entry");
      text(xml, "id", page + "#c" + one.story().id() + "-" + one.n());
      text(xml, "title", one.story().headline());
      link(xml, "alternate", origin + one.story().path());
      text(xml, "updated", one.correction().at().toString());
      text(xml, "summary", one.correction().note());
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
    return bytes.toByteArray();
  }

  private static void link(XMLStreamWriter xml, String relation, String address)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", address);
  }

  private static void text(XMLStreamWriter xml, String element, String text)
      throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
