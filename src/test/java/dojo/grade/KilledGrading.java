package dojo.grade;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Grades a class in a program of its own, and stops at one student until it is killed. */
final class KilledGrading {
  private KilledGrading() {}

  public static void main(String[] args) {
    MadeUpClass all = new MadeUpClass(Path.of(args[0]), new ConcurrentLinkedQueue<>());
    all.grade(
        Path.of(args[1]),
        1,
        Shard.WHOLE,
        name -> {
          if (name.equals(args[2])) {
            stop();
          }
        });
  }

  private static void stop() {
    System.out.println("stopped");
    try {
      System.in.read(); // for ever: nobody writes
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
