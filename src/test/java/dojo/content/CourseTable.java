package dojo.content;

import dojo.book.ReadingTime;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.lab.Notebook;
import dojo.lab.Notebooks;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How much there is in the course, and how long it takes, as notebooks and katas themselves say.
 *
 * @param notebooks the notebooks
 * @param katas the katas
 */
record CourseTable(List<Notebook> notebooks, List<Kata> katas) {
  private static final Pattern NOTEBOOK = Pattern.compile("notebooks/(\\d\\d)-");
  private static final Pattern KATA = Pattern.compile("exercises/kata(\\d\\d)/");

  static CourseTable of(Path notebooks, Exercises exercises) {
    return new CourseTable(Notebooks.in(notebooks).all(), exercises.all());
  }

  /** Returns the whole course, a row for each notebook. */
  String whole() {
    StringBuilder table = new StringBuilder();
    table.append(
        Tables.row("notebook", "to read, min", "exercises", "katas", "to write, min", "mistakes"));
    table.append("|---|---|---|---|---|---|\n");
    for (Notebook notebook : notebooks) {
      List<Kata> own = of(notebook);
      table.append(
          Tables.row(
              link(notebook),
              reading(notebook),
              new NotebookParts(notebook).exercises().size(),
              own.isEmpty() ? "–" : links(own),
              own.isEmpty() ? "–" : writing(own),
              own.isEmpty() ? "–" : mistakes(own)));
    }
    int exercises =
        notebooks.stream().mapToInt(each -> new NotebookParts(each).exercises().size()).sum();
    table.append(
        Tables.row(
            "together",
            hours(notebooks.stream().mapToInt(CourseTable::reading).sum()),
            exercises,
            katas.size(),
            hours(writing(katas)),
            mistakes(katas)));
    return table.toString();
  }

  /**
   * Writes into the last cell of each row how many minutes its notebooks and katas take that stand
   * in the cell before it.
   */
  String withMinutes(String table) {
    return table
        .lines()
        .map(line -> line.contains("](../") ? withMinutesOfRow(line) : line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private String withMinutesOfRow(String row) {
    String[] cells = row.substring(1).split("\\|", -1);
    String homework = cells[cells.length - 3];
    int minutes =
        NOTEBOOK
                .matcher(homework)
                .results()
                .mapToInt(found -> reading(notebook(Integer.parseInt(found.group(1)))))
                .sum()
            + KATA.matcher(homework)
                .results()
                .mapToInt(found -> kata(Integer.parseInt(found.group(1))).plan().minutes())
                .sum();
    cells[cells.length - 2] = " " + (minutes == 0 ? "–" : minutes) + " ";
    return "|" + String.join("|", cells);
  }

  private Notebook notebook(int number) {
    return notebooks.stream().filter(each -> each.number() == number).findFirst().orElseThrow();
  }

  private Kata kata(int number) {
    return katas.stream().filter(each -> each.number() == number).findFirst().orElseThrow();
  }

  private List<Kata> of(Notebook notebook) {
    return katas.stream().filter(kata -> kata.plan().notebook().equals(notebook.name())).toList();
  }

  /**
   * Returns the minutes that a notebook itself gives for its reading, without those of its runs.
   */
  static int reading(Notebook notebook) {
    int minutes = ReadingTime.of(notebook);
    if (minutes == 0) {
      throw new AssertionError(notebook.name() + ": write **Time:** 45 minutes to read");
    }
    return minutes;
  }

  private static int writing(List<Kata> katas) {
    return katas.stream().mapToInt(kata -> kata.plan().minutes()).sum();
  }

  private static int mistakes(List<Kata> katas) {
    return katas.stream().mapToInt(kata -> kata.plan().hints().size()).sum();
  }

  private static String hours(int minutes) {
    return String.format(Locale.ROOT, "%d h %02d", minutes / 60, minutes % 60);
  }

  private static String link(Notebook notebook) {
    return String.format(
            Locale.ROOT, "[%s](../notebooks/%s.ipynb)", notebook.title(), notebook.name())
        .replaceFirst("\\[", String.format(Locale.ROOT, "[%02d ", notebook.number()));
  }

  private static String links(List<Kata> katas) {
    return katas.stream()
        .map(kata -> "[" + kata.label() + "](../exercises/" + kata.name() + "/README.md)")
        .collect(Collectors.joining(" "));
  }
}
