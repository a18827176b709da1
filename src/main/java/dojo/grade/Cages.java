package dojo.grade;

import dojo.machine.ChildProcess;
import dojo.machine.MissingException;
import dojo.machine.Os;
import dojo.machine.WholeFile;
import dojo.practice.BriefFolder;
import dojo.words.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which tiers this machine really offers: each is tried before it is used, and what does not shut a
 * program in is not offered.
 */
final class Cages {
  /** Says "shut" if it has no rights, sees no secret, no network and no other process. */
  private static final String PROBE =
      """
      [ "$(id -u)" != 0 ] && [ "$(id -u)" != "$2" ] || exit 1
      [ -e "$1" ] && exit 2
      [ "$(grep -c : /proc/net/dev)" -le 1 ] || exit 3
      [ "$(ls /proc | grep -c '^[0-9]')" -lt 10 ] || exit 4
      touch "$3/probe" 2>/dev/null && exit 5
      set -- $(grep '^Max processes' /proc/self/limits)
      [ "$3" != unlimited ] && [ "$3" -le 4096 ] || exit 6
      echo shut
      """;

  private Cages() {}

  /**
   * Returns a cage of a tier.
   *
   * @param tier the tier
   * @param stage an empty folder for its use
   * @throws MissingException if the machine does not offer the tier
   */
  static Cage of(Tier tier, Path stage) {
    return find(tier, stage)
        .orElseThrow(
            () ->
                new MissingException(
                    Sentence.of(Cages.class, "tier-not-offered", tier),
                    switch (tier) {
                      case A -> Sentence.of(Cages.class, "tier-remedy-a");
                      case B -> Sentence.of(Cages.class, "tier-remedy-b");
                      case C -> Sentence.of(Cages.class, "tier-remedy-c");
                    }));
  }

  /** Returns the same, or nothing. */
  static Optional<Cage> find(Tier tier, Path stage) {
    Os os = Os.current();
    boolean linux = os == Os.DEBIAN || os == Os.FEDORA;
    return switch (tier) {
      case A -> Optional.of(Cage.none());
      case B ->
          Optional.<Cage>of(new NamespaceCage(stage, new AtomicInteger()))
              .filter(cage -> linux && isShut(cage));
      case C ->
          Optional.<Cage>of(new BubbleCage(new NamespaceCage(stage, new AtomicInteger())))
              .filter(cage -> linux && isShut(cage));
    };
  }

  /** Tries it with a program that looks for ways out. */
  private static boolean isShut(Cage cage) {
    try (BriefFolder folder = new BriefFolder();
        BriefFolder outside = new BriefFolder()) {
      Path secret = outside.folder().resolve("secret");
      WholeFile.write(secret, "42");
      Path own = folder.folder();
      List<String> program =
          List.of(
              "/bin/sh",
              "-c",
              PROBE,
              "probe",
              secret.toString(),
              ownUser(),
              outside.folder().toString());
      return ChildProcess.run(cage.command(program, own, List.of())).text().equals("shut");
    } catch (IOException | UncheckedIOException e) {
      return false; // a program that it needs is not there
    }
  }

  private static String ownUser() {
    return ChildProcess.run(new ProcessBuilder("id", "-u")).text();
  }
}
