package dojo.content;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.lab.Notebook;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a notebook has the parts that a reader of the course looks for. */
record NotebookParts(Notebook notebook) {
  /** The start is two minutes long and a dictionary: it asks and explains, and proves no theory. */
  private static final List<String> OF_ALL = List.of("**Time:** ", "**You need:** ", "## Summary");

  private static final List<String> OF_THE_COURSE =
      List.of(
          "**Predict",
          "## What this does and does not show",
          "## What would prove us wrong",
          "## Exercises",
          "## Papers");

  private static final Pattern EXERCISE = Pattern.compile("(?m)^(\\d+)\\. ");
  private static final Pattern EXERCISES = Pattern.compile("(?ms)^## Exercises$.*?(?=^## |\\z)");

  /** Returns what is missing, a line each. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    String prose = prose();
    List<String> wanted = new ArrayList<>(OF_ALL);
    if (notebook.number() > 0) {
      wanted.addAll(OF_THE_COURSE);
    }
    for (String part : wanted) {
      if (!prose.contains(part)) {
        problems.add(notebook.name() + ": write the part that begins with " + part.strip());
      }
    }
    if (prose.contains("## Exercises")) {
      exercises(problems);
    }
    return problems;
  }

  /** Returns the numbers of its exercises, in their order. */
  List<Integer> exercises() {
    List<Integer> numbers = new ArrayList<>();
    Matcher section = EXERCISES.matcher(prose());
    while (section.find()) {
      EXERCISE
          .matcher(section.group())
          .results()
          .forEach(number -> numbers.add(Integer.valueOf(number.group(1))));
    }
    return numbers;
  }

  private void exercises(List<String> problems) {
    int cells = 0;
    boolean here = false;
    for (JsonNode cell : notebook.content().path("cells")) {
      String source = Notebook.source(cell);
      if (!cell.path("cell_type").asText().equals("markdown")) {
        cells += here && !source.contains("Katas.check(") ? 1 : 0;
        continue;
      }
      for (String section : source.split("(?m)^(?=## )", -1)) {
        here = section.startsWith("## ") ? section.startsWith("## Exercises") : here;
      }
    }
    int exercises = exercises().size();
    if (exercises < 3) {
      problems.add(notebook.name() + " has " + exercises + " exercises: write three at least");
    }
    if (cells == 0) {
      problems.add(
          notebook.name()
              + ": let a cell of code below ## Exercises check the answer to one of them");
    }
  }

  private String prose() {
    StringBuilder prose = new StringBuilder();
    for (JsonNode cell : notebook.content().path("cells")) {
      if (cell.path("cell_type").asText().equals("markdown")) {
        prose.append(Notebook.source(cell)).append("\n\n");
      }
    }
    return prose.toString();
  }
}
