package dojo.expect;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * What the process of a student's classes is told when a test begins.
 *
 * @param className the full name of the class that the test asks for
 * @param loader where it is loaded from; the same for all tests of a kata
 */
record Opening(String className, StudentLoader loader) {
  static final Opening NONE = new Opening("", new StudentLoader(Map.of()));

  /** Says that the classes are those of the test before. */
  static byte[] again(String className) throws IOException {
    return bytes(className, false, Map.of());
  }

  /** Says which classes there are from now on. */
  static byte[] anew(String className, Map<String, byte[]> classes) throws IOException {
    return bytes(className, true, classes);
  }

  private static byte[] bytes(String className, boolean isAnew, Map<String, byte[]> classes)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(className);
    out.writeBoolean(isAnew);
    out.writeInt(classes.size());
    for (Map.Entry<String, byte[]> each : classes.entrySet()) {
      out.writeUTF(each.getKey());
      out.writeInt(each.getValue().length);
      out.write(each.getValue());
    }
    return bytes.toByteArray();
  }

  static Opening of(byte[] bytes, Opening before) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    String className = in.readUTF();
    if (!in.readBoolean()) {
      return new Opening(className, before.loader());
    }
    Map<String, byte[]> classes = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      classes.put(in.readUTF(), in.readNBytes(in.readInt()));
    }
    return new Opening(className, new StudentLoader(classes));
  }
}
