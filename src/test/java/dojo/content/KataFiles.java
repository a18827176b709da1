package dojo.content;

import dojo.kata.Counterpart;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.Mistake;
import dojo.kata.Plan;
import dojo.kata.Solution;
import dojo.kata.Start;
import dojo.kata.Stubs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is committed of a kata: complete, in step, and spoken as to a colleague. Each method returns
 * what is to be mended, a line each, often nothing.
 *
 * @param exercises where the katas are
 * @param kata the kata
 */
record KataFiles(Exercises exercises, Kata kata) {
  private static final Pattern TRANSLATION =
      Pattern.compile("(?:README|messages)(_[a-z]{2}(?:_[A-Z]{2})?)\\.(?:md|properties)");

  /** What is left to write in a kata that was made from the template. */
  private static final String TODO = "TODO:";

  /** Two lines of a terminal. */
  private static final int PRINCIPLE = 180;

  /** So long that a list of katas keeps its columns. */
  private static final int TITLE = 44;

  /** So long that a TODO fits in a line of the student's file. */
  private static final int IDEA = 55;

  /** All but the words that an author has to find. */
  List<String> problems() {
    return Stream.of(
            stub(),
            files(),
            plan(),
            diagnoses(),
            symptoms(),
            lesson(),
            checks(),
            readmes(),
            words(),
            neighbours())
        .flatMap(List::stream)
        .toList();
  }

  List<String> stub() {
    return Files.exists(kata.source())
            && new Stubs(exercises).of(kata).equals(Workbench.read(kata.source()))
        ? List.of()
        : List.of(
            kata.display(kata.source())
                + " differs from what its solution derives: run `./dojo reset "
                + kata.label()
                + "` (or edit the solution)");
  }

  List<String> files() {
    String type = kata.plan().className();
    List<String> problems = new ArrayList<>();
    files(
        problems,
        kata.folder(),
        Set.of("README.md", Plan.FILE, "messages.properties", type + ".java", type + "Test.java"));
    files(problems, solution(), Set.of("mistakes.diff", WorkedExample.FILE, type + ".java"));
    return problems;
  }

  private static void files(List<String> problems, Path folder, Set<String> expected) {
    Set<String> found = names(folder);
    for (String name : new TreeSet<>(expected)) {
      if (!found.contains(name)) {
        problems.add(folder.getFileName() + " lacks " + name + ": add it");
      }
    }
    for (String name : found) {
      if (!expected.contains(name)
          && !name.equals("tried.diff")
          && !isKept(name)
          && !TRANSLATION.matcher(name).matches()) {
        problems.add(folder.resolve(name) + " belongs to no kata: remove it");
      }
    }
  }

  /** What reset keeps of an older file; git ignores it. */
  private static boolean isKept(String name) {
    return name.contains(".bak-");
  }

  List<String> plan() {
    List<String> problems = new ArrayList<>();
    Plan plan = kata.plan();
    String title = kata.words(Locale.ENGLISH).title();
    if (title.length() > TITLE) {
      problems.add(tell("messages.properties", tooLong("title", TITLE, title)));
    }
    Solution solution = exercises.solution(kata);
    for (String idea : solution.ideas()) {
      if (idea.length() > IDEA) {
        problems.add(solution.name() + ": " + tooLong("idea after BEGIN SOLUTION", IDEA, idea));
      }
    }
    if (plan.minutes() < 1 || plan.minutes() > 90) {
      problems.add(tell(Plan.FILE, "minutes must be 1 to 90, but was " + plan.minutes()));
    }
    for (int before : plan.buildsOn()) {
      if (before >= kata.number() || exercises.kata(before).isEmpty()) {
        problems.add(tell(Plan.FILE, "builds-on names no kata before this one: " + before));
      }
    }
    return problems;
  }

  List<String> diagnoses() {
    List<String> problems = new ArrayList<>();
    for (String id : kata.plan().hints().keySet()) {
      if (kata.words(Locale.ENGLISH).diagnosis(id).isEmpty()) {
        problems.add(tell("messages.properties", "add diagnosis." + id));
      }
    }
    named("diagnosis.")
        .filter(id -> !kata.plan().hints().containsKey(id))
        .map(id -> tell(Plan.FILE, "add hint." + id + ", the level of its hint"))
        .forEach(problems::add);
    return problems;
  }

  /** The bug that a student starts from is told by its symptom; nothing else has one. */
  List<String> symptoms() {
    Set<String> found = named("symptom.").collect(Collectors.toCollection(TreeSet::new));
    Set<String> expected = new TreeSet<>();
    if (kata.plan().start() == Start.BUG) {
      exercises.mistakes(kata).stream().limit(1).map(Mistake::id).forEach(expected::add);
    }
    List<String> problems = new ArrayList<>();
    for (String id : expected) {
      if (!found.contains(id)) {
        problems.add(
            tell("messages.properties", "add symptom." + id + ", what a student meets first"));
      }
    }
    found.removeAll(expected);
    for (String id : found) {
      problems.add(
          tell("messages.properties", "no student starts from " + id + ": remove symptom." + id));
    }
    return problems;
  }

  /** What a student takes along: a sentence, and the place in the library. */
  List<String> lesson() {
    List<String> problems = new ArrayList<>();
    Optional<String> principle = kata.words(Locale.ENGLISH).principle();
    if (principle.isEmpty()) {
      problems.add(
          tell("messages.properties", "add principle, what is to be remembered, in one sentence"));
    } else if (principle.get().length() > PRINCIPLE) {
      problems.add(tell("messages.properties", "principle is longer than " + PRINCIPLE));
    }
    Optional<Counterpart> src = kata.plan().counterpart();
    if (src.isEmpty()) {
      problems.add(
          tell(
              Plan.FILE, "add src, where the library does the same: dojo.dropout.Dropout#forward"));
    } else if (src.get().in(exercises.root().resolveSibling("")).isEmpty()) {
      problems.add(tell(Plan.FILE, "src is not in the library, correct it: " + src.get()));
    }
    return problems;
  }

  List<String> checks() {
    String test = Workbench.read(kata.test());
    return named("check.")
        .filter(key -> !test.contains('"' + key + '"'))
        .map(key -> tell("messages.properties", "no check is named " + key + ": remove the entry"))
        .toList();
  }

  /** What the kata's own sentences of a kind are about. */
  private Stream<String> named(String kind) {
    Path messages = kata.folder().resolve("messages.properties");
    return Bundle.of(kata.folder(), messages).sentences().keySet().stream()
        .filter(key -> key.startsWith(kind))
        .map(key -> key.substring(kind.length()));
  }

  List<String> readmes() {
    return texts()
        .filter(file -> file.toString().endsWith(".md"))
        .flatMap(file -> new KataReadme(kata, file).problems().stream())
        .toList();
  }

  List<String> words() {
    return texts()
        .flatMap(
            file ->
                Belittling.of(suffix(file)).in(Workbench.read(file)).stream()
                    .map(word -> kata.display(file) + " speaks as to a colleague: reword " + word))
        .toList();
  }

  /** What a student reads, in every language. */
  private Stream<Path> texts() {
    return names(kata.folder()).stream()
        .filter(name -> name.matches("(README|messages).*\\.(md|properties)|.*Test\\.java"))
        .map(name -> kata.folder().resolve(name));
  }

  private static String suffix(Path file) {
    var translation = TRANSLATION.matcher(file.getFileName().toString());
    return translation.matches() ? translation.group(1) : "";
  }

  /** The front page and the notebook that lead to the kata. */
  List<String> neighbours() {
    List<String> problems = new ArrayList<>();
    String page = kata.display(kata.readme());
    String notebook = kata.plan().notebook();
    Optional<String> row = rowOf(notebook);
    if (row.isEmpty()) {
      problems.add(
          "README.md: the table of the course has no row whose first words are those of "
              + notebook
              + ": correct the notebook of "
              + kata.display(kata.folder().resolve(Plan.FILE))
              + ", or add the row");
    } else if (!row.get().contains("(" + page + ")")) {
      problems.add(
          String.format(
              "README.md: add [%s](%s) to the row of %s in the table of the course",
              kata.label(), page, notebook));
    }
    String title = kata.words(Locale.ENGLISH).title();
    kata.notebook()
        .filter(file -> !Workbench.read(file).contains(title))
        .ifPresent(
            file ->
                problems.add(
                    kata.display(file)
                        + ": name kata "
                        + kata.label()
                        + " by its title, "
                        + title));
    String cell = "Katas.check(" + kata.number() + ")";
    kata.notebook()
        .filter(file -> !Workbench.read(file).contains(cell))
        .ifPresent(file -> problems.add(kata.display(file) + ": add a cell with " + cell));
    return problems;
  }

  /** The row of a notebook in the table of the course, which names all of them, written or not. */
  private Optional<String> rowOf(String notebook) {
    Path front = exercises.root().resolveSibling("README.md");
    return !Files.exists(front)
        ? Optional.empty()
        : Workbench.read(front)
            .lines()
            .filter(
                line ->
                    line.startsWith("|")
                        && slug(line.split("\\|", 3)[1]).equalsIgnoreCase(notebook))
            .findFirst();
  }

  /** The name of a notebook, from the words of its link: 05 Dropout against overfitting. */
  private static String slug(String cell) {
    return cell.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1").strip().replace(' ', '-');
  }

  /** What the template left to the author: one line that asks for all, and the places. */
  List<String> todos() {
    Stream<Path> own = names(kata.folder()).stream().map(kata.folder()::resolve);
    Stream<Path> solved = names(solution()).stream().map(solution()::resolve);
    List<String> places =
        Stream.concat(own, solved)
            .filter(file -> !file.equals(kata.source()) && !isKept(file.getFileName().toString()))
            .flatMap(
                file ->
                    Workbench.read(file)
                        .lines()
                        .filter(line -> line.contains(TODO))
                        .map(line -> "  " + kata.display(file) + ": " + line.strip()))
            .toList();
    return places.isEmpty()
        ? List.of()
        : Stream.concat(
                Stream.of(kata.name() + " is not written yet: write what each of these asks for"),
                places.stream())
            .toList();
  }

  private Path solution() {
    return exercises.solutions().resolve(kata.name());
  }

  private static String tooLong(String what, int most, String text) {
    return String.format(
        "the %s has at most %d letters, but \"%s\" has %d", what, most, text, text.length());
  }

  private String tell(String file, String problem) {
    return kata.display(kata.folder().resolve(file)) + ": " + problem;
  }

  private static Set<String> names(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Set.of();
    }
    return Workbench.list(folder).stream()
        .map(file -> String.valueOf(file.getFileName()))
        .filter(name -> !name.startsWith("."))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
