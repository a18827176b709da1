package dojo.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each check about the files of a kata finds what it is for, and says how to mend it. */
class KataFilesTest {
  private static final String HOME = "exercises/kata07/";

  @TempDir private Path root;
  private MadeUpProject project;

  @BeforeEach
  void make() throws IOException {
    project = MadeUpProject.in(root);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "README.md | # Kata 07 | # Kata | README.md: the title begins with # and has the number 07",
        "README.md | [Twice.java](Twice.java) | Twice"
            + "| README.md: the story links to the file to write: [Twice.java](Twice.java)",
        "README.md | ## Formula | Formula"
            + "| README.md: needs the sections formula, worked example, how to try it: see the"
            + " template",
        "README.md | $$y = 2 x$$ | y = 2 x"
            + "| README.md: the first section tells the formula: write it as LaTeX between $$",
        "README.md | 'Shapes: ' | '    shapes: '"
            + "| README.md: the first section has an indented line: write it as LaTeX between $$",
        "README.md | '    ' | ''"
            + "| README.md: the second section works an example: indent its numbers by four spaces",
        "README.md | ./dojo check 07 | check"
            + "| README.md: the last section tells how to try it: add `./dojo check 07`",
        "README.md | mvn test -Dkata=07 | mvn test"
            + "| README.md: the last section tells how to try it: add `mvn test -Dkata=07`",
        "README.md | ./dojo hint 07 | hint"
            + "| README.md: the last section tells how to try it: add `./dojo hint 07`",
        "README.md | https:// | "
            + "| README.md: the last section names the paper: add a link to it",
        "README.md | About 15 minutes. | About 25 minutes."
            + "| README.md: the last section says how long it takes: add 15 minutes",
        "kata.properties | builds-on = | builds-on = 03"
            + "| README.md: builds on kata 3: add a link to ../kata03/README.md",
        "README.md | Paper: | '[02](../../notebooks/02.ipynb)'"
            + "| README.md: links to ../../notebooks/02.ipynb, which does not exist: correct or"
            + " remove the link",
        "README.md | as to a colleague | simply"
            + "| README.md speaks as to a colleague: reword simply",
        "messages.properties | one sentence | an obviously good sentence"
            + "| messages.properties speaks as to a colleague: reword obviously",
        "messages.properties | diagnosis.SQUARES | diagnosis.CUBES"
            + "| messages.properties: add diagnosis.SQUARES",
        "messages.properties | diagnosis.SQUARES | diagnosis.CUBES"
            + "| kata.properties: add hint.CUBES, the level of its hint",
        "messages.properties | hint.4 | check.shape"
            + "| messages.properties: no check is named shape: remove the entry",
        "messages.properties | principle | principal"
            + "| messages.properties: add principle, what is to be remembered, in one sentence",
        "messages.properties | keeps the sign. | keeps, and keeps, and keeps, and keeps, and keeps, and keeps, and keeps, and"
            + " keeps, and keeps, and keeps the sign:"
            + "| messages.properties: principle is longer than 180",
        "kata.properties | src | source"
            + "| kata.properties: add src, where the library does the same:"
            + " dojo.dropout.Dropout#forward",
        "kata.properties | Dropout#forward | Dropout#backward"
            + "| kata.properties: src is not in the library, correct it: Counterpart[className="
            + "dojo.dropout.Dropout, method=backward]",
        "messages.properties | the title, as in the README"
            + "| a title of some more letters than will ever fit"
            + "| messages.properties: the title has at most 44 letters, but \"TODO: a title of some"
            + " more letters than will ever fit\" has 53",
        "kata.properties | minutes = 15 | minutes = 0"
            + "| kata.properties: minutes must be 1 to 90, but was 0",
        "kata.properties | builds-on = | builds-on = 07"
            + "| kata.properties: builds-on names no kata before this one: 7",
        "kata.properties | builds-on = | builds-on = 02"
            + "| kata.properties: builds-on names no kata before this one: 2"
      })
  void what_is_wrong_in_a_file_is_told(String file, String before, String after, String told) {
    project.with(HOME + file, before, after == null ? "" : after);
    told(HOME + told);
  }

  @Test
  void a_stub_that_was_edited_is_told() throws IOException {
    Files.writeString(project.kata().source(), "class Twice {}");
    told(
        HOME
            + "Twice.java differs from what its solution derives: run `./dojo reset 07` (or edit"
            + " the solution)");
  }

  @Test
  void a_missing_and_a_stray_file_are_told() throws IOException {
    Files.delete(root.resolve("solutions/kata07/mistakes.diff"));
    Files.writeString(root.resolve(HOME + "notes.txt"), "");
    Files.writeString(root.resolve(HOME + "messages_zh.properties"), "title = 二");
    Files.writeString(root.resolve(HOME + "Twice.java.bak-1"), "");
    assertEquals(
        List.of(
            root.resolve(HOME + "notes.txt") + " belongs to no kata: remove it",
            "kata07 lacks mistakes.diff: add it"),
        new KataFiles(project.exercises(), project.kata()).files());
  }

  @Test
  void a_kata_on_one_side_alone_and_a_file_beside_all_are_told() throws IOException {
    Checks.assertNone(new KataFolders(project.exercises()).problems());
    Files.writeString(root.resolve("exercises/messages_zh.properties"), "");
    Files.writeString(root.resolve("exercises/.progress.properties"), "");
    Files.writeString(root.resolve("exercises/notes.txt"), "");
    Files.createDirectories(root.resolve("solutions/kata7"));
    Files.createDirectories(root.resolve("solutions/kata08"));
    Files.move(root.resolve("solutions/kata07"), root.resolve("solutions/kata09"));

    assertEquals(
        List.of(
            "solutions lacks kata07: solve it there, or remove its exercise",
            "exercises lacks kata08: add it, or remove its solution",
            "exercises lacks kata09: add it, or remove its solution",
            "exercises/notes.txt belongs to no kata: remove it",
            "solutions/kata7 belongs to no kata: remove it"),
        new KataFolders(project.exercises()).problems());
  }

  @Test
  void a_kata_that_the_front_page_does_not_name_is_told() {
    project.with("README.md", "07", "08");
    told(
        "README.md: add [07](exercises/kata07/README.md) to the row of NN-topic in the table of the"
            + " course");
  }

  @Test
  void a_notebook_that_the_front_page_does_not_name_is_told() {
    project.with(HOME + "kata.properties", "NN-topic", "02-other");
    told(
        "README.md: the table of the course has no row whose first words are those of 02-other:"
            + " correct the notebook of exercises/kata07/kata.properties, or add the row");
  }

  @Test
  void an_idea_that_does_not_fit_in_a_line_is_told() {
    String idea = "an idea of more letters than fit in a line of what students begin with";
    project.with("solutions/kata07/Twice.java", "the idea, in a few words", idea);
    told(
        "solutions/kata07/Twice.java: the idea after BEGIN SOLUTION has at most 55 letters, but \""
            + idea
            + "\" has 70");
  }

  @Test
  void a_kata_whose_notebook_exists_is_linked_with_it_both_ways() throws IOException {
    Path notebook = root.resolve("notebooks/NN-topic.ipynb");
    Files.createDirectories(notebook.resolveSibling(""));
    Files.writeString(notebook, "{}");
    told(HOME + "README.md: the notebook exists: add a link to ../../notebooks/NN-topic.ipynb");
    told("notebooks/NN-topic.ipynb: add a cell with Katas.check(7)");
    told("notebooks/NN-topic.ipynb: name kata 07 by its title, TODO: the title, as in the README");

    Files.writeString(notebook, "**Kata 07** TODO: the title, as in the README, Katas.check(7)");
    project.with(HOME + "README.md", "Paper:", "[NN](../../notebooks/NN-topic.ipynb)");
    Checks.assertNone(new KataFiles(project.exercises(), project.kata()).problems());
  }

  private void told(String expected) {
    List<String> problems = new KataFiles(project.exercises(), project.kata()).problems();
    assertTrue(problems.contains(expected), () -> String.join("\n", problems));
  }
}
