package dojo.expect;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The line of the source at which each method of a class begins, read from its class file.
 *
 * <p>Reflection gives methods in no order at all; the line numbers that a compiler leaves for
 * debuggers do (The Java Virtual Machine Specification, sections 4.1, 4.4 and 4.7.12).
 */
final class SourceLines {
  private SourceLines() {}

  /** Returns the first line of each method by its name; empty if the class file is out of reach. */
  static Map<String, Integer> of(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return of(type.getName(), loader == null ? ClassLoader.getSystemClassLoader() : loader);
  }

  /** The same by the name of a class, which need not be loaded for it. */
  static Map<String, Integer> of(String className, ClassLoader loader) {
    try (InputStream in = loader.getResourceAsStream(className.replace('.', '/') + ".class")) {
      return in == null ? Map.of() : read(new DataInputStream(in));
    } catch (IOException | IndexOutOfBoundsException | NullPointerException e) {
      return Map.of(); // it is no class file, or of a later kind
    }
  }

  private static Map<String, Integer> read(DataInputStream in) throws IOException {
    in.readLong(); // magic and version
    String[] texts = constants(in);
    in.skipNBytes(6); // access, this class, super class
    in.skipNBytes(2L * in.readUnsignedShort()); // interfaces
    Map<String, Integer> lines = new LinkedHashMap<>();
    members(in, texts, new LinkedHashMap<>()); // fields
    members(in, texts, lines); // methods
    return lines;
  }

  private static String[] constants(DataInputStream in) throws IOException {
    String[] texts = new String[in.readUnsignedShort()];
    for (int i = 1; i < texts.length; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts[i] = in.readUTF();
        case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++; // long and double take two places
        }
        default -> in.skipNBytes(4);
      }
    }
    return texts;
  }

  private static void members(DataInputStream in, String[] texts, Map<String, Integer> lines)
      throws IOException {
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      in.skipNBytes(2); // access
      String name = texts[in.readUnsignedShort()];
      in.skipNBytes(2); // descriptor
      attributes(in, texts, name, lines);
    }
  }

  private static void attributes(
      DataInputStream in, String[] texts, String member, Map<String, Integer> lines)
      throws IOException {
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      String attribute = texts[in.readUnsignedShort()];
      int length = in.readInt();
      if ("Code".equals(attribute)) {
        in.skipNBytes(4); // stack and locals
        in.skipNBytes(in.readInt()); // the code itself
        in.skipNBytes(8L * in.readUnsignedShort()); // exception table
        attributes(in, texts, member, lines);
      } else if ("LineNumberTable".equals(attribute)) {
        for (int entry = in.readUnsignedShort(); entry > 0; entry--) {
          in.skipNBytes(2); // position in the code
          lines.merge(member, in.readUnsignedShort(), Math::min);
        }
      } else {
        in.skipNBytes(length);
      }
    }
  }
}
