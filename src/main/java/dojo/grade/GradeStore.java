package dojo.grade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.kata.State;
import dojo.machine.MissingException;
import dojo.machine.WholeFile;
import dojo.words.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A folder of grades, to be written: by one program at a time, and by one set of settings for ever.
 *
 * <p>Each file is written whole, and a grade after its details. So whenever this program ends, and
 * be it killed, a submission is graded or it is not, and the next run goes on from there.
 */
public final class GradeStore implements AutoCloseable {
  /** The first column of the table; a roster may have it, too. */
  private static final String SUBMISSION = "submission";

  /** What must be the same, and the sentence for where it is not. */
  private static final List<String[]> PARTS =
      List.of(
          new String[] {"kit", "other-kit"},
          new String[] {"tests", "other-tests"},
          new String[] {"tier", "other-tier"},
          new String[] {"points", "other-points"});

  private final Grades grades;
  private final FileChannel lock;

  private GradeStore(Grades grades, FileChannel lock) {
    this.grades = grades;
    this.lock = lock;
  }

  /**
   * Opens a folder, which is made if it is not there.
   *
   * @param folder the folder
   * @param settings by which it is graded
   * @param submissions all submissions of the class; those that were graded here before stay
   * @return the store, to be closed
   * @throws MissingException if another program grades into it, or if it holds grades made by other
   *     settings
   * @throws UncheckedIOException if it cannot be written
   */
  public static GradeStore open(Path folder, GradeSettings settings, List<Submission> submissions) {
    try {
      GradeStore store = new GradeStore(new Grades(folder), locked(folder));
      try {
        store.begin(settings, submissions);
        return store;
      } catch (IOException | RuntimeException e) {
        store.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Opens a folder to copy grades into it.
   *
   * @throws MissingException if another program grades into it, or if it holds other grades
   */
  static GradeStore copying(Path folder, Grades from) throws IOException {
    GradeStore store = new GradeStore(new Grades(folder), locked(folder));
    try {
      store.makeFolders();
      for (String file : List.of(Grades.SEED, Grades.SETTINGS, Grades.CLASS)) {
        Path path = Path.of(file);
        boolean other = !store.grades.text(path).equals(from.text(path));
        if (other && !file.equals(Grades.CLASS) && store.grades.text(path).isPresent()) {
          throw store.ofOthers("other-settings");
        }
        store.copy(path, from);
      }
      if (from.text(Path.of(Grades.DISCLOSURE)).isPresent()) {
        store.copy(Path.of(Grades.DISCLOSURE), from);
      }
      return store;
    } catch (IOException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** The system unlocks what a program has locked, however it ends. */
  private static FileChannel locked(Path folder) throws IOException {
    Path file = Files.createDirectories(folder).resolve(".lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // by this program itself
    }
    channel.close();
    throw new MissingException(
        Sentence.of(GradeStore.class, "store-in-use", folder),
        Sentence.of(GradeStore.class, "wait-or-grade-elsewhere"));
  }

  private void begin(GradeSettings settings, List<Submission> submissions) throws IOException {
    makeFolders();
    if (grades.text(Path.of(Grades.SETTINGS)).isPresent()) {
      requireSame(
          "other-seed", grades.seed().map(String::valueOf), String.valueOf(settings.seed()));
      JsonNode ours = GradeJson.node(settings.json());
      JsonNode theirs = grades.json(Grades.SETTINGS);
      for (String[] part : PARTS) {
        Optional<String> their = Optional.of(theirs.path(part[0]).toString());
        requireSame(part[1], their, ours.path(part[0]).toString());
      }
    } else {
      write(Path.of(Grades.SEED), settings.seed() + "\n");
      write(Path.of(Grades.SETTINGS), settings.json());
    }
    Map<String, Submission> all = new TreeMap<>();
    grades.submissions().forEach(known -> all.put(known.name(), known));
    submissions.forEach(given -> all.put(given.name(), given));
    write(Path.of(Grades.CLASS), classJson(List.copyOf(all.values())));
  }

  private void makeFolders() throws IOException {
    for (String kind : List.of(Grades.GRADES, Grades.DETAILS, Grades.TIMES)) {
      removeParts(Files.createDirectories(folder().resolve(kind)));
    }
    removeParts(folder());
  }

  /** What was being written when the program was killed. */
  private static void removeParts(Path folder) throws IOException {
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, ".*.part")) {
      for (Path part : parts) {
        Files.deleteIfExists(part);
      }
    }
  }

  private void requireSame(String what, Optional<String> theirs, String ours) {
    if (!theirs.equals(Optional.of(ours))) {
      throw ofOthers(what);
    }
  }

  private MissingException ofOthers(String what) {
    Sentence other = Sentence.of(GradeStore.class, what);
    return new MissingException(
        Sentence.of(GradeStore.class, "store-of-others", folder(), other),
        Sentence.of(GradeStore.class, "grade-elsewhere"));
  }

  private static String classJson(List<Submission> submissions) {
    ObjectNode json = GradeJson.object();
    ArrayNode all = json.putArray("submissions");
    for (Submission submission : submissions) {
      ObjectNode one = all.addObject().put(SUBMISSION, submission.name());
      ObjectNode about = one.putObject("about");
      submission.about().forEach(about::put);
    }
    return GradeJson.text(json);
  }

  /**
   * Returns the folder.
   *
   * @return the folder
   */
  public Path folder() {
    return grades.folder();
  }

  /**
   * Returns what can be read of it.
   *
   * @return the grades
   */
  public Grades grades() {
    return grades;
  }

  /**
   * Returns what is known of a submission already.
   *
   * @param submission its name
   * @param content what it holds now
   * @return its grade; nothing if there is none, if the student has handed in something else since,
   *     or if it was an error of the kit
   */
  public Optional<Graded> find(String submission, String content) {
    try {
      return grades
          .find(submission)
          .filter(graded -> graded.content().equals(content))
          .filter(graded -> graded.grade().state() != State.ERROR);
    } catch (MissingException e) {
      return Optional.empty(); // what is damaged is graded again
    }
  }

  /**
   * Keeps a grade; until then, an older one is there.
   *
   * @param graded the submission
   * @throws UncheckedIOException if it cannot be written
   */
  public void write(Graded graded) {
    String name = graded.grade().submission();
    try {
      write(Grades.file(Grades.TIMES, name), GradeJson.times(graded));
      write(Grades.file(Grades.DETAILS, name), GradeJson.details(graded));
      write(Grades.file(Grades.GRADES, name), GradeJson.grade(graded));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Keeps what students are shown, in place of what was kept before: no grade depends on it.
   *
   * @param plan the plan of points
   * @throws UncheckedIOException if it cannot be written
   */
  public void disclose(PointsPlan plan) {
    ObjectNode json = GradeJson.object();
    plan.disclosing().entries().forEach(json::put);
    try {
      write(Path.of(Grades.DISCLOSURE), GradeJson.text(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps a file of another folder of grades as it is. */
  void copy(Path file, Grades from) throws IOException {
    WholeFile.write(folder().resolve(file), Files.readAllBytes(from.folder().resolve(file)));
  }

  private void write(Path file, String text) throws IOException {
    WholeFile.write(folder().resolve(file), text);
  }

  /**
   * Writes the table of all grades; behind the points stand the columns of the roster.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public void finish() {
    List<Submission> all = grades.submissions();
    try {
      SortedSet<String> known = new TreeSet<>();
      all.forEach(submission -> known.addAll(submission.about().keySet()));
      known.remove(SUBMISSION);
      StringBuilder table = new StringBuilder();
      for (Submission submission : all) {
        Optional<Grade> grade = grades.find(submission.name()).map(Graded::grade);
        table.append(table.isEmpty() ? grade.map(it -> head(it, known)).orElse("") : "");
        table.append(grade.map(it -> row(it, known, submission.about())).orElse(""));
      }
      write(Path.of(Grades.TABLE), table.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String head(Grade grade, Set<String> known) {
    List<String> cells = new ArrayList<>(List.of(SUBMISSION, "state", "points", "out of"));
    grade.katas().forEach(kata -> cells.add("kata" + kata.kata()));
    cells.addAll(known);
    return Csv.line(cells);
  }

  private static String row(Grade grade, Set<String> known, Map<String, String> about) {
    List<String> cells = new ArrayList<>();
    cells.add(grade.submission());
    cells.add(grade.state().name().toLowerCase(Locale.ROOT));
    cells.add(Points.text(grade.points()));
    cells.add(Points.text(grade.outOf()));
    grade.katas().forEach(kata -> cells.add(Points.text(kata.points())));
    known.forEach(column -> cells.add(about.getOrDefault(column, "")));
    return Csv.line(cells);
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
