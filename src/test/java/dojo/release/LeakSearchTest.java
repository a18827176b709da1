package dojo.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeakSearchTest {
  private static final String LINE = "float y = keep ? x / q : say(\"0\");";

  private final LeakSearch search =
      new LeakSearch(
          new SolutionLines(
              Map.of(SolutionLines.compared(LINE.getBytes(StandardCharsets.UTF_8)), "S: " + LINE)));

  private record File(String name, byte[] bytes, Leak leak) {
    @Override
    public String toString() {
      return leak.file();
    }
  }

  static List<File> files() throws IOException {
    byte[] code = ("class A {\n  // " + LINE + "\n}\n").getBytes(StandardCharsets.UTF_8);
    byte[] notebook =
        "{\"source\": [\"\\n\",\n \"float Y = keep ? x/q : say(\\\"0\\\");\\n\"]}"
            .getBytes(StandardCharsets.UTF_8);
    byte[] page =
        "<pre>\n<b>float</b> y = keep ? x / <i>q</i> : say(&quot;0&quot;);</pre>"
            .getBytes(StandardCharsets.UTF_8);
    byte[] zip = zip(Map.of("deep/A.java", code));
    return List.of(
        file("A.java", code, "A.java", 2),
        file("a.ipynb", notebook, "a.ipynb", 2),
        file("a.html", page, "a.html", 2),
        file("output.ipynb", page, "output.ipynb", 2),
        file("a.svg", page, "a.svg", 2),
        file("two.txt", "x\n FLOAT y = keep\n ? x/q : say('0');".replace('\'', '"'), "two.txt", 3),
        file("wide.txt", LINE.getBytes(StandardCharsets.UTF_16LE), "wide.txt", 1),
        file("a.jar", zip, "a.jar!/deep/A.java", 2),
        file("data.bin", zip(Map.of("in.zip", zip)), "data.bin!/in.zip!/deep/A.java", 2),
        file("a.tgz", gzip(tar(code)), "a.tgz!/!/A.java", 2));
  }

  private static File file(String name, String text, String found, int line) {
    return file(name, text.getBytes(StandardCharsets.UTF_8), found, line);
  }

  private static File file(String name, byte[] bytes, String found, int line) {
    return new File(name, bytes, new Leak(found, line, "S: " + LINE));
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_line_of_a_solution_is_found_wherever_it_hides(File file) {
    assertEquals(Optional.of(file.leak()), search.in(file.name(), file.bytes()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "float y = keep ? x / q",
        "loat y = keep ? x / q : say(\"0\");",
        "float y = keep ? x / p : say(\"0\");",
        "PK\3\4 no zip at all"
      })
  void another_line_is_none(String text) {
    assertEquals(Optional.empty(), search.in("A.java", text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void an_archive_that_was_cut_off_is_looked_through_as_a_file() throws IOException {
    byte[] zip = zip(Map.of("a", new byte[] {1}));
    byte[] cut = Arrays.copyOf(zip, zip.length - 4);
    assertEquals(Optional.empty(), search.in("a.zip", cut));
    byte[] line = LINE.getBytes(StandardCharsets.UTF_8);
    byte[] both = Arrays.copyOf(cut, cut.length + line.length);
    System.arraycopy(line, 0, both, cut.length, line.length);
    assertEquals("a.zip", search.in("a.zip", both).orElseThrow().file());
  }

  static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] tar(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      TarArchiveEntry entry = new TarArchiveEntry("A.java");
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }
}
