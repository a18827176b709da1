package dojo.content;

import dojo.grade.JudgedKata;
import dojo.grade.PointsPlan;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.lab.Notebook;
import dojo.lab.Notebooks;
import dojo.machine.MissingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page for teachers: its tables are computed, and what it names is there.
 *
 * @param file the page
 * @param exercises the katas
 * @param notebooks the folder of the notebooks
 */
record TeachersPage(Path file, Exercises exercises, Path notebooks) {
  private static final Pattern PLAN = Pattern.compile("(?s)```properties\n(.*?)```");

  /** A row about a mistake: its id, and somewhere in the row the link to its kata. */
  private static final Pattern MISTAKE =
      Pattern.compile("(?m)^\\| `([A-Z0-9_]+)` \\|.*?exercises/kata(\\d\\d)/.*$");

  private static final Pattern GOAL = Pattern.compile("(?m)^- \\*\\*(\\d\\d)\\*\\* ");
  private static final Pattern SLOT = Pattern.compile("(?m)^\\| (\\d+)–(\\d+) \\|");

  /** Returns how each of its tables is computed. */
  Map<String, UnaryOperator<String>> computed() {
    CourseTable course = CourseTable.of(notebooks, exercises);
    AttackTable attacks = new AttackTable(Path.of("src/test/resources/dojo/grade"));
    return Map.of(
        "course", old -> course.whole(),
        "unit", course::withMinutes,
        "attacks", old -> attacks.whole());
  }

  /** Returns the page with its tables as they should be. */
  String current() {
    return new Tables(text()).computed(computed());
  }

  String text() {
    return Workbench.read(file);
  }

  /** Returns what is to be mended, a line each. */
  List<String> problems() {
    List<String> problems = new ArrayList<>(new Tables(text()).problems(computed().keySet()));
    mistakes(problems);
    goals(problems);
    slots(problems);
    plans(problems);
    Notebook read = new Page(file).alone();
    problems.addAll(new NotebookLinks(exercises.root()).problems(read));
    problems.addAll(NamedCode.OF_THE_COURSE.except(Page.OWN_NAME).problems(read));
    Belittling.of("").in(text()).forEach(word -> problems.add(file + " says \"" + word + "\""));
    return problems;
  }

  private void mistakes(List<String> problems) {
    for (MatchResult row : MISTAKE.matcher(text()).results().toList()) {
      boolean known =
          exercises
              .kata(Integer.parseInt(row.group(2)))
              .map(kata -> kata.plan().hints().containsKey(row.group(1)))
              .orElse(false);
      if (!known) {
        problems.add("kata " + row.group(2) + " has no diagnosis " + row.group(1));
      }
    }
  }

  private void goals(List<String> problems) {
    List<String> told = GOAL.matcher(text()).results().map(goal -> goal.group(1)).toList();
    List<String> wanted =
        Notebooks.in(notebooks).all().stream()
            .map(notebook -> notebook.name().substring(0, 2))
            .toList();
    if (!told.equals(wanted)) {
      problems.add("there are goals of " + told + ", but the notebooks are " + wanted);
    }
  }

  /** The workshop has no gap, and ends when it says. */
  private void slots(List<String> problems) {
    int at = 0;
    for (MatchResult slot : SLOT.matcher(text()).results().toList()) {
      if (Integer.parseInt(slot.group(1)) != at) {
        problems.add("the workshop's slot " + slot.group().strip() + " should begin at " + at);
      }
      at = Integer.parseInt(slot.group(2));
    }
    if (at != 90) {
      problems.add("the workshop ends at " + at + ", not at 90");
    }
  }

  private void plans(List<String> problems) {
    List<String> plans = PLAN.matcher(text()).results().map(plan -> plan.group(1)).toList();
    if (plans.isEmpty()) {
      problems.add("show a plan of points, as ```properties");
    }
    Set<String> labels = exercises.all().stream().map(Kata::label).collect(Collectors.toSet());
    for (String plan : plans) {
      try {
        Path copy = Files.createTempFile("points", ".properties");
        try {
          Files.writeString(copy, plan);
          PointsPlan.read(copy).requireKnown(labels, Set.of(JudgedKata.VISIBLE, "edge-cases"));
        } finally {
          Files.delete(copy);
        }
      } catch (MissingException e) {
        problems.add("the grader does not understand a plan of points: " + e.getMessage());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
