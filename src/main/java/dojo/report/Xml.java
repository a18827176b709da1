package dojo.report;

import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML into memory, one element a line; what XML cannot hold is replaced. */
final class Xml {
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;
  private final Deque<String> open = new ArrayDeque<>();

  Xml() {
    text.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    try {
      xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes an element with other elements in it. */
  void element(String name, Map<String, String> attributes, Runnable content) {
    try {
      begin(name, attributes);
      open.push(name);
      content.run();
      open.pop();
      line();
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes an element with text in it, or with nothing. */
  void element(String name, Map<String, String> attributes, String content) {
    try {
      begin(name, attributes);
      xml.writeCharacters(legal(content));
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void begin(String name, Map<String, String> attributes) throws XMLStreamException {
    line();
    xml.writeStartElement(name);
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      xml.writeAttribute(attribute.getKey(), legal(attribute.getValue()).replaceAll("\\s", " "));
    }
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(open.size()));
  }

  /**
   * XML 1.0 knows no other control characters, no half of a pair, and neither U+FFFE nor U+FFFF.
   */
  static String legal(String text) {
    return text.codePoints()
        .map(
            point ->
                point == '\t'
                        || point == '\n'
                        || (point >= ' ' && point < Character.MIN_SURROGATE)
                        || (point > Character.MAX_SURROGATE && point < 0xFFFE)
                        || point > 0xFFFF
                    ? point
                    : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Override
  public String toString() {
    return text + "\n";
  }
}
