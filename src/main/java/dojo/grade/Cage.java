package dojo.grade;

import java.nio.file.Path;
import java.util.List;

/** A way to start a program that is not trusted. */
interface Cage {

  /** Which tier it is. */
  Tier tier();

  /**
   * Puts into a command what shuts its program in.
   *
   * @param program the program and its arguments
   * @param own an empty folder, the only one that the program may write to
   * @param read what it may read beside the system's programs and Java
   * @return the whole command
   */
  List<String> around(List<String> program, Path own, List<Path> read);

  /** Tier A: nothing is shut but the environment. */
  static Cage none() {
    return new Cage() {
      @Override
      public Tier tier() {
        return Tier.A;
      }

      @Override
      public List<String> around(List<String> program, Path own, List<Path> read) {
        return program;
      }
    };
  }

  /** The process, not yet started: with an empty environment, in its own folder. */
  default ProcessBuilder command(List<String> program, Path own, List<Path> read) {
    ProcessBuilder builder = new ProcessBuilder(around(program, own, read));
    builder.environment().clear();
    return builder.directory(own.toFile());
  }
}
