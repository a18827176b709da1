package dojo.grade;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.machine.MissingException;
import dojo.machine.WholeFile;
import dojo.words.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts the grades together that several machines have made: the folder that results is the same as
 * one machine would have made it.
 *
 * @param shards the folders of the shards
 */
public record Merge(List<Grades> shards) {
  private static final String FOLDER = "shard-";

  /** Says which shard a folder holds. */
  private static final String SHARD = "shard.json";

  /**
   * Keeps a copy.
   *
   * @param shards the folders of the shards
   */
  public Merge {
    shards = List.copyOf(shards);
  }

  /**
   * Returns the folder of a shard's grades.
   *
   * @param out the folder for all grades
   * @param shard the shard
   * @return the folder itself for the one that takes all
   */
  public static Path folder(Path out, Shard shard) {
    return shard.of() == 1 ? out : out.resolve(FOLDER + shard.number() + "-of-" + shard.of());
  }

  /**
   * Notes which shard a folder holds.
   *
   * @param folder the folder of its grades
   * @param shard the shard
   * @throws UncheckedIOException if it cannot be written
   */
  public static void note(Path folder, Shard shard) {
    try {
      WholeFile.write(
          folder.resolve(SHARD),
          GradeJson.text(GradeJson.object().put("shard", shard.number()).put("of", shard.of())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Finds the shards in what an instructor names.
   *
   * @param named folders of shards, or the folder that holds them
   * @return what is to be merged
   * @throws MissingException if there are no grades in one of them
   */
  public static Merge of(List<Path> named) {
    List<Grades> shards = new ArrayList<>();
    for (Path folder : named) {
      List<Grades> inside = list(folder).filter(each -> isShard(each)).map(Grades::new).toList();
      shards.addAll(isShard(folder) ? List.of(new Grades(folder)) : inside);
      if (!isShard(folder) && inside.isEmpty()) {
        throw new MissingException(
            Sentence.of(Merge.class, "no-shards", folder), Sentence.of(Merge.class, "name-shards"));
      }
    }
    return new Merge(shards);
  }

  private static boolean isShard(Path folder) {
    return Files.exists(folder.resolve(SHARD)) && Files.exists(folder.resolve(Grades.SETTINGS));
  }

  private static Stream<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Puts all grades into one folder.
   *
   * @param out the folder, which may be the one that holds the shards
   * @return what is lacking: a sentence for each shard that has not graded all of its submissions;
   *     if there is one, nothing is written
   * @throws MissingException if the shards do not belong together
   */
  public List<Sentence> into(Path out) {
    for (String file : List.of(Grades.SETTINGS, Grades.SEED, Grades.CLASS, Grades.DISCLOSURE)) {
      requireSame(Path.of(file));
    }
    Map<String, Grades> holders = new TreeMap<>();
    Map<String, List<String>> lacking = new TreeMap<>();
    List<Submission> all = shards.get(0).submissions();
    for (int i = 0; i < all.size(); i++) {
      String name = all.get(i).name();
      Optional<Grades> holder = holder(name);
      holder.ifPresent(grades -> holders.put(name, grades));
      if (holder.isEmpty()) {
        lacking.computeIfAbsent(shard(i), shard -> new ArrayList<>()).add(name);
      }
    }
    if (lacking.isEmpty()) {
      write(out, holders);
    }
    return lacking.entrySet().stream()
        .map(
            each ->
                Sentence.of(
                    Merge.class,
                    "shard-lacks",
                    each.getKey(),
                    each.getValue().size(),
                    each.getValue().stream().limit(5).collect(Collectors.joining(", "))))
        .toList();
  }

  private void requireSame(Path file) {
    Grades first = shards.get(0);
    for (Grades other : shards) {
      if (!first.text(file).equals(other.text(file))) {
        throw differ(file, first, other);
      }
    }
  }

  private static MissingException differ(Path file, Grades one, Grades other) {
    return new MissingException(
        Sentence.of(Merge.class, "shards-differ", one.folder(), other.folder(), file),
        Sentence.of(Merge.class, "grade-shards-alike"));
  }

  /** The shard that has graded a submission; if several have, they must agree. */
  private Optional<Grades> holder(String name) {
    Path file = Grades.file(Grades.GRADES, name);
    List<Grades> holders = shards.stream().filter(each -> each.text(file).isPresent()).toList();
    for (Grades other : holders) {
      if (!other.text(file).equals(holders.get(0).text(file))) {
        throw differ(file, holders.get(0), other);
      }
    }
    return holders.stream().findFirst();
  }

  /** The shard that should have graded the submission at a place. */
  private String shard(int position) {
    JsonNode any = shards.get(0).json(SHARD);
    int of = any.path("of").asInt(1);
    return new Shard(position % of + 1, of).toString();
  }

  private void write(Path out, Map<String, Grades> holders) {
    Grades first = shards.get(0);
    try (GradeStore store = GradeStore.copying(out, first)) {
      for (Map.Entry<String, Grades> each : holders.entrySet()) {
        for (String kind : List.of(Grades.TIMES, Grades.DETAILS, Grades.GRADES)) {
          store.copy(Grades.file(kind, each.getKey()), each.getValue());
        }
      }
      store.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
