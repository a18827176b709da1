package dojo.content;

import dojo.lab.Notebook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sample answers to the exercises of the notebooks, a page each: an answer for every exercise,
 * none without one, and what in them can be checked as in the notebook itself.
 *
 * @param folder where the pages lie
 * @param figures the held figures of the notebooks
 */
record SampleAnswers(Path folder, Path figures) {
  /** Introduces what a wrong answer shows; each answer says it. */
  static final String SLIP = "*Typical slip:* ";

  private static final Pattern ANSWER = Pattern.compile("(?m)^(\\d+)\\. ");

  /** Returns the page of a notebook. */
  Path page(Notebook notebook) {
    return folder.resolve(notebook.name() + ".md");
  }

  /** Returns what is to be mended of a notebook's answers, a line each. */
  List<String> problems(Notebook notebook) {
    Path page = page(notebook);
    List<Integer> exercises = new NotebookParts(notebook).exercises();
    if (!Files.exists(page)) {
      return exercises.isEmpty()
          ? List.of()
          : List.of(page + " is missing: answer the exercises " + exercises + " there");
    }
    String text = Workbench.read(page);
    List<String> problems = new ArrayList<>();
    List<Integer> answers = numbers(text);
    if (!answers.equals(exercises)) {
      problems.add(
          page
              + " answers "
              + answers
              + ", but the exercises are "
              + exercises
              + ", in this order");
    }
    for (String answer : text.split("(?m)^(?=\\d+\\. )", -1)) {
      Matcher number = ANSWER.matcher(answer);
      if (number.lookingAt() && !answer.contains(SLIP)) {
        problems.add(
            page + ", answer " + number.group(1) + ": tell what goes wrong, after " + SLIP);
      }
    }
    Notebook read = new Page(page).beside(notebook);
    problems.addAll(new QuotedFigures(figures).problems(read));
    problems.addAll(NamedCode.OF_THE_COURSE.except(Page.OWN_NAME).problems(read));
    problems.addAll(new NotebookLinks(Path.of("exercises")).problems(read));
    Belittling.of("").in(text).forEach(word -> problems.add(page + " says \"" + word + "\""));
    return problems;
  }

  private static List<Integer> numbers(String text) {
    return ANSWER.matcher(text).results().map(answer -> Integer.valueOf(answer.group(1))).toList();
  }
}
