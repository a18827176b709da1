package dojo.grade;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.KataFileException;
import dojo.kata.Stubs;
import dojo.machine.MissingException;
import dojo.machine.WholeFile;
import dojo.practice.BriefFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Which submissions of a class are alike: a hint to look at, never a part of a grade. A kata has
 * about ten lines to write, so that honest answers may be alike, too.
 *
 * <p>What is compared is what was graded, kata by kata; what all were given does not count. An
 * untouched start is not compared, and neither is a source that is many times as long as any
 * answer, or no Java.
 */
public final class Similarity {
  /** The folder of the reports, in that of the grades. */
  public static final String FOLDER = "similarity";

  private static final String TABLE = "similarity.csv";

  /** So many pairs of each kata are told, those that are most alike. */
  private static final int MOST = 100;

  /** An answer has some thousands of letters. */
  private static final int LONGEST = 64 << 10;

  private final Exercises exercises;
  private final List<Kata> katas;
  private final Tool tool;
  private final Map<String, String> names = new TreeMap<>();

  /** What compares. */
  interface Tool {

    /**
     * Compares, and puts a report of each kata into the folder: {@code kata03.zip}.
     *
     * @param folder in {@code kata03/handed} a folder for each submission, in {@code kata03/start}
     *     what all were given
     * @param most how many pairs of each kata are told
     * @param line hears of {@code pair}, kata, two folders and a number from 0 to 1; of {@code
     *     left-out}, kata and a folder; parted by tabs
     */
    void compare(Path folder, int most, Consumer<String> line);
  }

  /** Two submissions, and how much of the one is in the other, from 0 to 1. */
  private record Pair(String kata, String one, String other, String similarity) {}

  /**
   * What was found.
   *
   * @param pairs how many pairs were told
   * @param leftOut each answer that could not be compared, as {@code kata03 alice}
   */
  public record Result(int pairs, List<String> leftOut) {}

  /**
   * Makes ready.
   *
   * @param exercises where the katas are
   * @param katas the katas to be compared
   */
  public Similarity(Exercises exercises, List<Kata> katas) {
    this(exercises, katas, new JPlag());
  }

  Similarity(Exercises exercises, List<Kata> katas, Tool tool) {
    this.exercises = exercises;
    this.katas = List.copyOf(katas);
    this.tool = tool;
  }

  /**
   * Compares the submissions with each other.
   *
   * @param submissions the submissions
   * @param intake takes them in as for grading
   * @param grades the folder of grades, which gets the reports
   * @return what was found
   * @throws MissingException if there is nothing to compare with
   * @throws UncheckedIOException if the reports cannot be written
   */
  public Result compare(List<Submission> submissions, Intake intake, Path grades) {
    try (BriefFolder work = new BriefFolder()) {
      Path folder = work.folder();
      List<String> leftOut = new ArrayList<>();
      for (Submission submission : submissions) {
        lay(submission, intake, folder, leftOut);
      }
      List<Pair> pairs = new ArrayList<>();
      tool.compare(folder, MOST, line -> hear(line.split("\t", -1), pairs, leftOut));
      write(folder, pairs, Files.createDirectories(grades.resolve(FOLDER)));
      return new Result(pairs.size(), leftOut.stream().sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void lay(Submission submission, Intake intake, Path folder, List<String> leftOut)
      throws IOException {
    Handed handed;
    try {
      handed = intake.read(submission);
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      leftOut.add(submission.name());
      return;
    }
    String name = Grades.fileName(submission.name());
    names.put(name, submission.name());
    for (Kata kata : katas) {
      List<SourceFile> files = handed.files(kata.label());
      String start = start(kata);
      boolean own = files.stream().anyMatch(file -> !text(file).equals(start));
      if (own && files.stream().mapToInt(file -> file.bytes().length).sum() > LONGEST) {
        leftOut.add(kata.name() + " " + submission.name());
      } else if (own) {
        Path home = folder.resolve(kata.name());
        for (SourceFile file : files) {
          put(home.resolve("handed").resolve(name).resolve(file.name()), file.bytes());
        }
        put(
            home.resolve("start").resolve(kata.plan().className() + ".java"),
            start.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private String start(Kata kata) {
    try {
      return new Stubs(exercises).of(kata).replace("\r\n", "\n").strip();
    } catch (KataFileException e) {
      return "";
    }
  }

  private static String text(SourceFile file) {
    return new String(file.bytes(), StandardCharsets.UTF_8).replace("\r\n", "\n").strip();
  }

  private static void put(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    WholeFile.write(file, bytes);
  }

  private void hear(String[] told, List<Pair> pairs, List<String> leftOut) {
    if (told[0].equals("pair") && told.length == 5) {
      List<String> both = new ArrayList<>(List.of(name(told[2]), name(told[3])));
      both.sort(Comparator.naturalOrder());
      pairs.add(new Pair(told[1], both.get(0), both.get(1), told[4]));
    } else if (told[0].equals("left-out") && told.length == 3) {
      leftOut.add(told[1] + " " + name(told[2]));
    } else if (told[0].equals("failed") && told.length > 1) {
      leftOut.add(told[1]);
    }
  }

  private String name(String folder) {
    return names.getOrDefault(folder, folder);
  }

  private static void write(Path folder, List<Pair> pairs, Path into) throws IOException {
    StringBuilder table = new StringBuilder();
    table.append(Csv.line(List.of("kata", "a", "b", "similarity")));
    pairs.stream()
        .sorted(
            Comparator.comparing(Pair::kata)
                .thenComparing(Pair::similarity, Comparator.reverseOrder())
                .thenComparing(Pair::one)
                .thenComparing(Pair::other))
        .forEach(
            pair ->
                table.append(
                    Csv.line(List.of(pair.kata(), pair.one(), pair.other(), pair.similarity()))));
    WholeFile.write(into.resolve(TABLE), table.toString());
    try (var zips = Files.newDirectoryStream(folder, "*.zip")) {
      for (Path zip : zips) {
        String name = String.valueOf(zip.getFileName()).replace("-report", "");
        WholeFile.write(into.resolve(name), Files.readAllBytes(zip));
      }
    }
  }
}
