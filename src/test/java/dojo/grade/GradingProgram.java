package dojo.grade;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ./dojo grade} as a program of its own, which can be killed. */
final class GradingProgram implements AutoCloseable {
  /** So little that it could not hold what is known of a class of hundreds. */
  private static final String HEAP = "-Xmx160m";

  private static final Pattern TOLD = Pattern.compile("\\[\\d+/\\d+] \\S+ (\\S+): .*");

  private final Process process;
  private final BufferedReader output;
  private final List<String> lines = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final Usage usage;

  /** What the program has used whenever it told of a submission, as far as the system tells. */
  private static final class Usage {
    private final Path folder;
    private final List<Integer> memory = new ArrayList<>();
    private double seconds;

    Usage(long pid) {
      folder = Path.of("/proc", String.valueOf(pid));
    }

    void look() {
      try {
        String status = Files.readString(folder.resolve("status"));
        Matcher resident = Pattern.compile("VmRSS:\\s+(\\d+) kB").matcher(status);
        if (resident.find()) {
          memory.add(Integer.parseInt(resident.group(1)) / 1024);
        }
        String[] stat =
            Files.readString(folder.resolve("stat")).replaceFirst(".*\\) ", "").split(" ");
        long ticks = 0;
        for (int field = 11; field < 15; field++) { // its own, and those of processes that ended
          ticks += Long.parseLong(stat[field]);
        }
        seconds = ticks / 100.0;
      } catch (IOException e) {
        seconds = Double.NaN; // not Linux, or it has ended
      }
    }
  }

  private GradingProgram(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.usage = new Usage(process.pid());
  }

  /** Starts it as the script does. */
  static GradingProgram start(List<String> words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                HEAP,
                "-Dstdout.encoding=UTF-8",
                "-Ddojo.home=" + Path.of("").toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                "dojo.cli.Main",
                "grade"));
    command.addAll(words);
    return new GradingProgram(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** Waits until it has told of so many submissions, or has ended. */
  void await(int submissions) {
    try {
      while (told.size() < submissions) {
        String line = output.readLine();
        if (line == null) {
          return;
        }
        lines.add(line);
        Matcher one = TOLD.matcher(line);
        if (one.matches()) {
          told.add(one.group(1));
          usage.look();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kills it and all that it has started: on Unix kill -9. */
  void kill() {
    List<ProcessHandle> started = process.descendants().toList();
    killAlone();
    started.forEach(ProcessHandle::destroyForcibly);
    await(Integer.MAX_VALUE);
    process.onExit().join();
  }

  /** Kills it, but nothing that it has started. */
  void killAlone() {
    process.toHandle().destroyForcibly(); // unlike the process, its handle leaves the output open
  }

  /** Waits for its end. */
  int exit() {
    await(Integer.MAX_VALUE);
    return process.onExit().join().exitValue();
  }

  /** All that it has printed. */
  String text() {
    return String.join("\n", lines);
  }

  /** The submissions that it has graded, in the order in which it told of them. */
  List<String> told() {
    return told;
  }

  /** Its resident memory along the class, in MB, and for how long processors worked. */
  String report() {
    StringBuilder report = new StringBuilder();
    int last = usage.memory.size() - 1;
    for (int part = 0; part <= 10 && last >= 0; part++) {
      int at = last * part / 10;
      report.append("after ").append(at + 1).append(": ");
      report.append(usage.memory.get(at)).append(" MB resident\n");
    }
    return report + "processors worked for " + usage.seconds + " s\n";
  }

  @Override
  public void close() {
    kill();
  }
}
