package dojo.grade;

import dojo.machine.MissingException;
import dojo.machine.WholeFile;
import dojo.words.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
   * Refuses a shard that others in the same folder are no parts of: some submissions would be
   * graded twice, others never.
   *
   * @param out the folder for all grades
   * @param shard the shard
   * @throws MissingException if shards of another number of machines are there
   */
  public static void requireFits(Path out, Shard shard) {
    String ours = "-of-" + shard.of();
    list(out)
        .map(folder -> String.valueOf(folder.getFileName()))
        .filter(name -> name.matches(FOLDER + "\\d+-of-\\d+") && !name.endsWith(ours))
        .findFirst()
        .ifPresent(
            other -> {
              throw new MissingException(
                  Sentence.of(Merge.class, "shard-does-not-fit", out, other, shard),
                  Sentence.of(Merge.class, "name-one-of-these", other.replaceFirst(".*-", "")));
            });
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
    int of = requireOneCount();
    Map<Path, List<Grades>> graded = graded();
    Map<String, Grades> holders = new TreeMap<>();
    Map<Shard, List<String>> lacking = new TreeMap<>(Comparator.comparing(Shard::number));
    List<Submission> all = shards.get(0).submissions();
    for (int i = 0; i < all.size(); i++) {
      String name = all.get(i).name();
      Path file = Grades.file(Grades.GRADES, name);
      Optional<Grades> holder = holder(name, graded.getOrDefault(file, List.of()));
      holder.ifPresent(grades -> holders.put(name, grades));
      if (holder.isEmpty()) {
        lacking.computeIfAbsent(new Shard(i % of + 1, of), shard -> new ArrayList<>()).add(name);
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
                    each.getKey().toString(),
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

  /** Returns by how many machines the class is shared. */
  private int requireOneCount() {
    Grades first = shards.get(0);
    for (Grades other : shards) {
      if (of(other) != of(first)) {
        throw new MissingException(
            Sentence.of(
                Merge.class,
                "shards-of-counts",
                first.folder(),
                of(first),
                other.folder(),
                of(other)),
            Sentence.of(Merge.class, "merge-one-count"));
      }
    }
    return of(first);
  }

  private static int of(Grades shard) {
    return Math.max(1, shard.json(SHARD).path("of").asInt(1));
  }

  /** Which shards hold the file of a grade: a folder on a network is listed once only. */
  private Map<Path, List<Grades>> graded() {
    Map<Path, List<Grades>> graded = new HashMap<>();
    for (Grades shard : shards) {
      list(shard.folder().resolve(Grades.GRADES))
          .map(file -> shard.folder().relativize(file))
          .forEach(file -> graded.computeIfAbsent(file, any -> new ArrayList<>()).add(shard));
    }
    return graded;
  }

  /** The shard that has graded a submission; if several have, they must agree. */
  private static Optional<Grades> holder(String name, List<Grades> graded) {
    Path file = Grades.file(Grades.GRADES, name);
    List<Grades> holders = graded.stream().filter(each -> isWhole(each, name)).toList();
    for (Grades other : holders) {
      if (!other.text(file).equals(holders.get(0).text(file))) {
        throw differ(file, holders.get(0), other);
      }
    }
    return holders.stream().findFirst();
  }

  /** What is damaged is as good as not there: it is graded again. */
  private static boolean isWhole(Grades shard, String name) {
    try {
      return shard.find(name).isPresent();
    } catch (MissingException e) {
      return false;
    }
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
