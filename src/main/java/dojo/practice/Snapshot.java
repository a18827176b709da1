package dojo.practice;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.Whereabouts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How the sources of all katas lay on the disk at one moment.
 *
 * <p>Whatever way an editor saves, writing over, or writing beside and renaming, two moments tell
 * what was saved between them.
 *
 * @param katas by the number of the kata, the stamp of each of its sources
 */
record Snapshot(Map<Integer, Map<Path, Snapshot.Stamp>> katas) {

  /**
   * What differs when a file was written again.
   *
   * @param time when it was written last
   * @param size how many bytes it has
   * @param identity which file it is, where the system tells: after a renaming, another
   */
  record Stamp(FileTime time, long size, Optional<Object> identity) {
    /** Reads the stamp; of a file that has just gone, that of an empty one. */
    static Stamp of(Path file) {
      try {
        BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(is.lastModifiedTime(), is.size(), Optional.ofNullable(is.fileKey()));
      } catch (IOException e) {
        return new Stamp(FileTime.fromMillis(0), 0, Optional.empty());
      }
    }
  }

  /** Looks at all katas; a folder that cannot be read has no sources. */
  static Snapshot of(Exercises exercises) {
    Map<Integer, Map<Path, Stamp>> katas = new TreeMap<>();
    try {
      for (Kata kata : exercises.all()) {
        katas.put(kata.number(), stamps(kata));
      }
    } catch (UncheckedIOException e) {
      return new Snapshot(katas); // the folder of all katas is being replaced
    }
    return new Snapshot(katas);
  }

  private static Map<Path, Stamp> stamps(Kata kata) {
    Map<Path, Stamp> stamps = new TreeMap<>();
    try {
      for (Path file : new Whereabouts(kata).files()) {
        stamps.put(file, Stamp.of(file));
      }
    } catch (UncheckedIOException e) {
      stamps.clear();
    }
    return stamps;
  }

  /** Returns the numbers of the katas whose sources differ. */
  Set<Integer> changedSince(Snapshot before) {
    Set<Integer> changed = new TreeSet<>();
    katas.forEach(
        (number, stamps) -> {
          if (!stamps.equals(before.katas.get(number))) {
            changed.add(number);
          }
        });
    return changed;
  }
}
