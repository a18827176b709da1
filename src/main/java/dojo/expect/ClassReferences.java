package dojo.expect;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The classes that a compiled class refers to, read from its constants (The Java Virtual Machine
 * Specification, section 4.4).
 *
 * @param all each class with the member that is used, or alone; in the order of the constants
 */
record ClassReferences(List<Reference> all) {
  private static final int CLASS = 7;
  private static final int STRING = 8;
  private static final int NAME_AND_TYPE = 12;

  /** No class has a longer name, and on a very long text a pattern runs out of stack. */
  private static final int LONGEST_NAME = 500;

  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\w$]*([./][\\p{L}_][\\w$]*)+");

  /**
   * A use of a class.
   *
   * @param type its full name
   * @param member its method or field; empty if the class alone is named, in code or in a text
   */
  record Reference(String type, String member) {}

  /** A constant with up to two numbers of other constants, or a text. */
  private record Constant(int tag, int first, int second, String text) {
    static final Constant NONE = new Constant(0, 0, 0, "");
  }

  /** Reads a class file. */
  static ClassReferences of(InputStream classFile) throws IOException {
    DataInputStream in = new DataInputStream(classFile);
    in.readLong(); // magic and version
    Constant[] constants = new Constant[in.readUnsignedShort()];
    constants[0] = Constant.NONE;
    for (int i = 1; i < constants.length; i++) {
      constants[i] = constant(in);
      if (isWide(constants[i].tag())) {
        constants[++i] = Constant.NONE;
      }
    }
    return new ClassReferences(references(constants));
  }

  private static Constant constant(DataInputStream in) throws IOException {
    int tag = in.readUnsignedByte();
    return switch (tag) {
      case 1 -> new Constant(tag, 0, 0, in.readUTF());
      case CLASS, STRING, 16, 19, 20 -> new Constant(tag, in.readUnsignedShort(), 0, "");
      case 9, 10, 11, NAME_AND_TYPE ->
          new Constant(tag, in.readUnsignedShort(), in.readUnsignedShort(), "");
      default -> {
        in.skipNBytes(tag == 15 ? 3 : isWide(tag) ? 8 : 4);
        yield new Constant(tag, 0, 0, "");
      }
    };
  }

  /** A long and a double take two places. */
  private static boolean isWide(int tag) {
    return tag == 5 || tag == 6;
  }

  private static List<Reference> references(Constant... constants) {
    List<Reference> references = new ArrayList<>();
    Set<String> withMembers = new HashSet<>();
    for (Constant constant : constants) {
      if (constant.tag() >= 9 && constant.tag() <= 11) {
        String type = type(constants[constants[constant.first()].first()].text());
        String member = constants[constants[constant.second()].first()].text();
        references.add(new Reference(type, member));
        withMembers.add(type);
      }
    }
    for (Constant constant : constants) {
      if (constant.tag() == CLASS || constant.tag() == STRING) {
        String text = constants[constant.first()].text();
        String type = constant.tag() == CLASS ? type(text) : text.replace('/', '.');
        if (type.length() <= LONGEST_NAME
            && NAME.matcher(type).matches()
            && !withMembers.contains(type)) {
          references.add(new Reference(type, ""));
        }
      }
    }
    return references;
  }

  /** An array is as good as its elements: {@code [[Lkata03/Helper;}. */
  private static String type(String name) {
    return name.replaceAll("^\\[+L|;$", "").replace('/', '.');
  }
}
