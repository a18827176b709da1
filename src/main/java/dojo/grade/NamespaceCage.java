package dojo.grade;

import dojo.machine.Jdk;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Tier B, for root on Linux: a user without any right, limits for processes, files and time, and
 * namespaces of its own, in which there is no network, no other process, and no folder but those of
 * the system, of Java and its own.
 *
 * @param stage an empty folder, on which folders are prepared
 * @param users how many users were given away: each process has one of its own, since a limit for
 *     processes counts all of a user
 */
record NamespaceCage(Path stage, AtomicInteger users) implements Cage {
  /** What a program needs of the system; all else at the top of the file system is hidden. */
  private static final Set<String> SYSTEM =
      Set.of("bin", "dev", "etc", "lib", "lib32", "lib64", "libx32", "proc", "sbin", "sys", "usr");

  private static final int FIRST_USER = 300_000;
  private static final int MOST_USERS = 64;

  @Override
  public Tier tier() {
    return Tier.B;
  }

  @Override
  public List<String> around(List<String> program, Path own, List<Path> read) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("unshare", "--net", "--ipc", "--uts", "--mount", "--pid", "--fork"));
    command.addAll(List.of("--kill-child=KILL", "--mount-proc", "--", "/bin/sh", "-c", script()));
    command.addAll(List.of("cage", stage.toString(), nextUser(), own.toString()));
    List<Path> kept = new ArrayList<>(read);
    kept.addAll(List.of(own, Jdk.running().home()));
    for (Path hidden : hidden()) {
      command.addAll(List.of("hide", hidden.toString()));
      kept.stream()
          .filter(path -> path.startsWith(hidden))
          .forEach(path -> command.addAll(List.of("keep", hidden.relativize(path).toString())));
    }
    command.add("run");
    command.addAll(program);
    return command;
  }

  /** Far from the users of people, and another one in each program that grades at the time. */
  private String nextUser() {
    long block = ProcessHandle.current().pid() % 4096 * MOST_USERS;
    return Long.toString(FIRST_USER + block + users.getAndIncrement() % MOST_USERS);
  }

  /** The folders that are hidden; that with the stage last, for it hides the stage. */
  private List<Path> hidden() {
    Path root = stage.getRoot();
    try (Stream<Path> top = Files.list(root)) {
      return Stream.concat(top, Stream.of(root.resolve("dev/shm")))
          .filter(folder -> !SYSTEM.contains(String.valueOf(folder.getFileName())))
          .filter(folder -> Files.isDirectory(folder) && !Files.isSymbolicLink(folder))
          .sorted(Comparator.comparing(stage::startsWith))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String script() {
    try (InputStream in = NamespaceCage.class.getResourceAsStream("cage.sh")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
