package dojo.grade;

import dojo.machine.MissingException;
import dojo.words.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an instructor names: the work of one student, or a folder of what a class has sent.
 *
 * @param folder a folder, or any file, which is of one student
 */
record ClassFolder(Path folder) {
  /** What somebody adds to a name that is there already: kata03 (1).zip, kata03-old. */
  private static final Pattern COPY =
      Pattern.compile(
          "\\(\\d+\\)|(?i)(?<![a-z])(?:copy|kopie|old|alt|new|neu|backup|final|v\\d+)(?![a-z])");

  private static final Set<String> HOMES = Set.of("exercises", "pom.xml", ".git");

  boolean isClass() {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    List<Path> inside = inside().stream().filter(file -> !isGrades(file)).toList();
    if (inside.stream().anyMatch(file -> Inbox.CANVAS.matcher(name(file)).matches())
        || hasTwoOfOneKata(inside)) {
      return true;
    }
    if (isHome(inside)) {
      return !isProject(inside) && hasTwoRepositories(inside);
    }
    if (isLoose(inside)) {
      return isOfSeveral(inside);
    }
    boolean wrapper =
        inside.size() == 1 && Files.isDirectory(inside.get(0)) && isWork(inside.get(0));
    return !inside.isEmpty() && !wrapper;
  }

  /** Beside submissions lie a platform's own lists, and the grades of an earlier run. */
  List<Path> sent() {
    return inside().stream()
        .filter(
            file ->
                Files.isDirectory(file)
                    ? !isGrades(file)
                    : Archive.isNamed(name(file))
                        || Finds.isJava(name(file))
                        || name(file).endsWith(".jar"))
        .toList();
  }

  private List<Path> inside() {
    try {
      return list(folder);
    } catch (IOException e) {
      throw new MissingException(
          Sentence.of(ClassFolder.class, "inbox-unreadable", folder, e.getClass().getSimpleName()),
          Sentence.of(ClassFolder.class, "make-it-readable"),
          e);
    }
  }

  /** What cannot be looked into is told when it is taken in. */
  private static List<Path> insideOrNothing(Path folder) {
    try {
      return Files.isDirectory(folder) ? list(folder) : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> name(file).equals(".git") || !Junk.isFolder(name(file)))
          .sorted()
          .toList();
    }
  }

  /** One student hands in a kata once: kata03_ada.zip and kata03_bob.zip are of two. */
  private static boolean hasTwoOfOneKata(List<Path> files) {
    List<String> katas =
        files.stream()
            .map(ClassFolder::name)
            .filter(Archive::isNamed)
            .filter(name -> !COPY.matcher(name).find())
            .flatMap(name -> KataFolder.kata(name).stream())
            .toList();
    return Set.copyOf(katas).size() < katas.size();
  }

  /** A folder of grades holds no work; what a student names so is a submission all the same. */
  private static boolean isGrades(Path file) {
    return Files.isDirectory(file) && Grades.isAt(file) && !isWork(file);
  }

  private static boolean isWork(Path folder) {
    List<Path> inside = insideOrNothing(folder);
    return isHome(inside) || isLoose(inside);
  }

  /** Whether this is where one student works. */
  private static boolean isHome(List<Path> files) {
    return files.stream()
        .anyMatch(
            file ->
                HOMES.contains(name(file))
                    || (Files.isDirectory(file) && KataFolder.kata(name(file)).isPresent()));
  }

  private static boolean isProject(List<Path> files) {
    return files.stream().map(ClassFolder::name).anyMatch(HOMES::contains);
  }

  /**
   * A repository of an assignment is often named after the kata and its student: kata03-ada. Two
   * are of two students if each is a whole project, or if both have a source of one name for one
   * kata.
   */
  private static boolean hasTwoRepositories(List<Path> files) {
    int projects = 0;
    boolean twice = false;
    Set<String> sources = new HashSet<>();
    for (Path file : files) {
      String name = name(file);
      if (KataFolder.isPlain(name) || COPY.matcher(name).find()) {
        continue;
      }
      List<Path> inside = insideOrNothing(file);
      projects += isProject(inside) ? 1 : 0;
      String kata = KataFolder.kata(name).orElse(name);
      for (Path each : inside) {
        twice |= Finds.isJava(name(each)) && !sources.add(kata + "/" + name(each));
      }
    }
    return projects > 1 || twice;
  }

  /** Whether there are files that one student may have sent, one for each kata. */
  private static boolean isLoose(List<Path> files) {
    return files.stream().map(ClassFolder::name).anyMatch(ClassFolder::isLoose);
  }

  private static boolean isLoose(String name) {
    return Finds.isJava(name) || (Archive.isNamed(name) && KataFolder.kata(name).isPresent());
  }

  /**
   * Whether at least two of these are of different students: archives that are named after no kata,
   * folders in which somebody works, or folders with sources of the same name. One student's own
   * classes in folders are not.
   */
  private static boolean isOfSeveral(List<Path> files) {
    Set<String> sources = new HashSet<>();
    boolean twice = false;
    int several = 0;
    for (Path file : files) {
      if (Files.isDirectory(file)) {
        List<Path> inside = insideOrNothing(file);
        boolean work = isHome(inside) || inside.stream().anyMatch(each -> isHome(each));
        several += work ? 1 : 0;
        for (Path each : inside) {
          twice |= Finds.isJava(name(each)) && !sources.add(name(each));
        }
      } else if (Archive.isNamed(name(file)) && !isLoose(name(file))) {
        several++;
      }
    }
    return several > 1 || twice;
  }

  private static boolean isHome(Path folder) {
    return isHome(insideOrNothing(folder));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
