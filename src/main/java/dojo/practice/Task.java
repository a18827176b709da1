package dojo.practice;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the JVM of a student's class is asked to do.
 *
 * @param isRehearsal whether it only warms up: then what the tests see counts for nothing
 * @param classes the folder of the classes
 * @param testClass the full name of the test class
 * @param parameters the configuration parameters of JUnit
 */
record Task(boolean isRehearsal, Path classes, String testClass, Map<String, String> parameters) {

  /**
   * Keeps a copy of the parameters.
   *
   * @param isRehearsal whether it only warms up
   * @param classes the folder of the classes
   * @param testClass the full name of the test class
   * @param parameters the configuration parameters of JUnit
   */
  Task {
    parameters = Map.copyOf(parameters);
  }

  /** Returns the task as bytes, from which {@link #read} makes it again. */
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream output = new DataOutputStream(bytes);
    try {
      output.writeBoolean(isRehearsal);
      output.writeUTF(classes.toString());
      output.writeUTF(testClass);
      output.writeInt(parameters.size());
      for (Map.Entry<String, String> parameter : parameters.entrySet()) {
        output.writeUTF(parameter.getKey());
        output.writeUTF(parameter.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Waits for a task.
   *
   * @throws EOFException if none will come
   */
  static Task read(DataInputStream input) throws IOException {
    boolean isRehearsal = input.readBoolean();
    Path classes = Path.of(input.readUTF());
    String testClass = input.readUTF();
    Map<String, String> parameters = new TreeMap<>();
    for (int n = input.readInt(); n > 0; n--) {
      parameters.put(input.readUTF(), input.readUTF());
    }
    return new Task(isRehearsal, classes, testClass, parameters);
  }
}
