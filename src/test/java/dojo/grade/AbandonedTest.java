package dojo.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.content.Workbench;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left behind when the program that grades is killed. */
class AbandonedTest {
  private static final int PATIENCE = 120_000; // milliseconds, for a machine that has much to do

  @TempDir Path folder;

  /** It holds a line to this test, which the system cuts when the process ends. */
  @Test
  void a_class_that_works_without_end_ends_with_the_judge() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(PATIENCE);
      Path file = Files.createDirectories(folder.resolve("in/ada/kata01")).resolve("KeepRule.java");
      Files.writeString(file, endless(server.getLocalPort()));
      String out = folder.resolve("out").toString();
      String in = folder.resolve("in").toString();
      List<String> words = List.of(in, "--katas", "1", "--tier", "A", "--out", out);
      try (GradingProgram program = GradingProgram.start(words);
          Socket line = server.accept()) {
        line.setSoTimeout(PATIENCE);
        assertEquals('x', line.getInputStream().read());
        program.killAlone();
        assertEquals(-1, line.getInputStream().read());
      }
    }
  }

  private static String endless(int port) {
    String line =
        """
        static {
          try {
            var line = new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), %d);
            line.getOutputStream().write('x');
            while (line.isConnected()) {}
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        }

        private KeepRule\
        """;
    return Workbench.solution(MadeUpClass.KATAS.get(0))
        .replaceFirst("private KeepRule", line.formatted(port));
  }
}
