package io.broadsheet.rates;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the elements of XML from strangers.
 *
 * <p>No document type is taken, so that neither files of ours can be asked for (XXE) nor entities
 * multiply (billion laughs).
 */
final class RateXml {
  private static final XMLInputFactory FACTORY = factory();

  private final XMLStreamReader xml;

  private RateXml(XMLStreamReader xml) {
    this.xml = xml;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("It asks for another file.");
        });
    return factory;
  }

  /** Begins before the first element; the reader stays the caller's to close. */
  static RateXml open(Reader text) throws SourceFailure {
    try {
      synchronized (FACTORY) {
        return new RateXml(FACTORY.createXMLStreamReader(text));
      }
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
  }

  /** Goes on to the next element that begins, and returns its name; null after the last. */
  @Nullable String next() throws SourceFailure {
    while (step() != XMLStreamConstants.END_DOCUMENT) {
      if (xml.isStartElement()) {
        return xml.getLocalName();
      }
    }
    return null;
  }

  /**
   * Goes to the first element.
   *
   * @throws SourceFailure if it is another than this
   */
  void root(String name, String what) throws SourceFailure {
    if (!name.equals(next())) {
      throw new SourceFailure("It is XML, but not that of " + what + ".");
    }
  }

  /** Returns an attribute of the element that began last; empty if it has none. */
  String attribute(String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value.strip();
  }

  /** Returns the text of the element that began last, which has no others in it. */
  String text() throws SourceFailure {
    try {
      return xml.getElementText().strip();
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
  }

  /** Returns the texts of the elements within the one that began last, by their names. */
  Map<String, String> fields() throws SourceFailure {
    Map<String, String> fields = new HashMap<>();
    while (step() != XMLStreamConstants.END_ELEMENT) {
      if (xml.isStartElement()) {
        fields.put(xml.getLocalName(), text());
      }
    }
    return fields;
  }

  private int step() throws SourceFailure {
    try {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new SourceFailure(
            "It defines a document type (DOCTYPE) or entities, which rates never need.");
      }
      return event;
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
  }

  private static SourceFailure damaged(XMLStreamException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CharacterCodingException) {
        return new SourceFailure("It has bytes that are no text of the encoding it names.", e);
      }
      if (cause instanceof IOException) {
        return new SourceFailure("It cannot be read to its end: " + cause.getMessage() + ".", e);
      }
    }
    return new SourceFailure(
        "It breaks off or is no XML at line " + e.getLocation().getLineNumber() + ".", e);
  }
}
