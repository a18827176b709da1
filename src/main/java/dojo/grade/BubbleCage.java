package dojo.grade;

import dojo.machine.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tier C, for root on Linux with bubblewrap: beside what tier B does, a file system that is empty
 * but for the system's programs, Java and the worker.
 *
 * @param inner gives up the rights, and limits processes, files and time
 */
record BubbleCage(NamespaceCage inner) implements Cage {
  /** The system's programs and libraries; where they lie, differs. */
  private static final List<String> SYSTEM =
      List.of("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32");

  /** Where Debian keeps the settings of a JDK, to which links in it lead. */
  private static final String SETTINGS = "/etc/java-";

  @Override
  public Tier tier() {
    return Tier.C;
  }

  @Override
  public List<String> around(List<String> program, Path own, List<Path> read) {
    List<String> bubble = new ArrayList<>();
    bubble.addAll(List.of("bwrap", "--unshare-all", "--die-with-parent", "--new-session"));
    bubble.addAll(List.of("--cap-drop", "ALL", "--clearenv"));
    Stream.concat(SYSTEM.stream(), settings())
        .forEach(folder -> bubble.addAll(List.of("--ro-bind-try", folder, folder)));
    bubble.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"));
    Stream.concat(read.stream(), Stream.of(Jdk.running().home()))
        .forEach(path -> bubble.addAll(List.of("--ro-bind", path.toString(), path.toString())));
    bubble.addAll(List.of("--bind", own.toString(), own.toString(), "--chdir", own.toString()));
    for (String folder : List.of("/tmp", "/dev", "/")) {
      bubble.addAll(List.of("--remount-ro", folder)); // they are memory, which must not fill
    }
    bubble.addAll(List.of("--", "/usr/bin/env", "-i")); // bubblewrap sets a variable of its own
    bubble.addAll(program);
    return inner.around(bubble, own, read);
  }

  private static Stream<String> settings() {
    return Stream.iterate(17, version -> version + 1)
        .limit(20)
        .map(version -> SETTINGS + version + "-openjdk")
        .filter(folder -> Files.isDirectory(Path.of(folder)));
  }
}
