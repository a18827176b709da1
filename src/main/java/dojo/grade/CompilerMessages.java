package dojo.grade;

import dojo.kata.Seen;
import dojo.machine.Printed;
import dojo.practice.Source;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sources on their way to the compiler's process, and what came of them on the way back. */
final class CompilerMessages {
  /** So many problems help nobody. */
  private static final int MOST_PROBLEMS = 20;

  private static final int LONGEST_MESSAGE = 1_000;
  private static final String READY = "ready";
  private static final int MOST_CLASSES = 1_000;
  private static final int LARGEST = 4 << 20;

  private CompilerMessages() {}

  /** Bytes that are no answer of the compiler. */
  static final class MessageException extends IOException {
    private static final long serialVersionUID = 1;

    MessageException(String what) {
      super(what);
    }
  }

  /** Whether these are more classes than any student writes. */
  static boolean isTooMuch(Map<String, byte[]> classes) {
    long bytes = classes.values().stream().mapToLong(each -> each.length).sum();
    return classes.size() > MOST_CLASSES || bytes > LARGEST;
  }

  /** What a compiler says when it is there, before any source has come. */
  static byte[] ready() {
    return READY.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Waits for a compiler.
   *
   * @throws MessageException if what comes is something else
   */
  static void readReady(DataInputStream in) throws IOException {
    String said = new String(in.readNBytes(READY.length()), StandardCharsets.US_ASCII);
    if (!said.equals(READY)) {
      throw new MessageException("not ready");
    }
  }

  static byte[] sources(List<Source> sources) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(sources.size());
    for (Source source : sources) {
      out.writeUTF(source.name());
      byte[] text = source.getCharContent(true).toString().getBytes(StandardCharsets.UTF_8);
      out.writeInt(text.length);
      out.write(text);
    }
    return bytes.toByteArray();
  }

  static List<Source> readSources(DataInputStream in) throws IOException {
    List<Source> sources = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String name = in.readUTF();
      sources.add(new Source(name, new String(bytes(in), StandardCharsets.UTF_8)));
    }
    return sources;
  }

  static byte[] answer(List<Seen.Problem> problems, Map<String, byte[]> classes)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    List<Seen.Problem> first = problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS));
    out.writeInt(first.size());
    for (Seen.Problem problem : first) {
      out.writeUTF(Printed.beginning(problem.file(), LONGEST_MESSAGE));
      out.writeLong(problem.line());
      out.writeUTF(Printed.beginning(problem.message(), LONGEST_MESSAGE));
      out.writeUTF(Printed.beginning(problem.code(), LONGEST_MESSAGE));
    }
    out.writeInt(classes.size());
    for (Map.Entry<String, byte[]> each : classes.entrySet()) {
      out.writeUTF(each.getKey());
      out.writeInt(each.getValue().length);
      out.write(each.getValue());
    }
    return bytes.toByteArray();
  }

  /**
   * What came of the sources.
   *
   * @param problems what the compiler does not accept; empty if all is well
   * @param classes the classes by their names
   */
  record Compiled(List<Seen.Problem> problems, Map<String, byte[]> classes) {}

  /**
   * Reads an answer.
   *
   * @throws MessageException if it is none
   */
  static Compiled readAnswer(DataInputStream in) throws IOException {
    List<Seen.Problem> problems = new ArrayList<>();
    for (int left = count(in, MOST_PROBLEMS); left > 0; left--) {
      String file = in.readUTF();
      long line = in.readLong();
      problems.add(new Seen.Problem(file, line, in.readUTF(), in.readUTF()));
    }
    Map<String, byte[]> classes = new TreeMap<>();
    for (int left = count(in, MOST_CLASSES); left > 0; left--) {
      String name = in.readUTF();
      classes.put(name, bytes(in));
      if (isTooMuch(classes)) {
        throw new MessageException("too much");
      }
    }
    return new Compiled(problems, classes);
  }

  private static int count(DataInputStream in, int most) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > most) {
      throw new MessageException("count: " + count);
    }
    return count;
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    return in.readNBytes(count(in, LARGEST));
  }
}
