package dojo.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.lab.Notebook;
import dojo.lab.Notebooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every exercise of every notebook has a sample answer, and what the answers say is checked. */
class SampleAnswersTest {
  private static final Path FIGURES = Path.of("notebooks/figures");
  private static final SampleAnswers COMMITTED =
      new SampleAnswers(Path.of("solutions/notebooks"), FIGURES);

  @TempDir private Path folder;
  private Notebook notebook =
      MadeUpNotebook.at(Path.of("03-made-up.ipynb"))
          .says("## Exercises\n\n1. How large?\n2. Why?\n\n## Papers\n\n1. No exercise.")
          .runs("double loss = 0.5;")
          .notebook();

  static List<Named<Notebook>> notebooks() {
    return Notebooks.in(Path.of("notebooks")).all().stream()
        .map(notebook -> Named.of(notebook.name(), notebook))
        .toList();
  }

  @BeforeEach
  void hold_a_figure() throws IOException {
    Files.writeString(folder.resolve("03-made-up.full.txt"), "# by\n0a1b\nloss: 0.238\n");
  }

  @Tag("dev")
  @ParameterizedTest
  @MethodSource("notebooks")
  void every_exercise_has_an_answer_and_every_answer_an_exercise(Notebook notebook) {
    Checks.assertNone(COMMITTED.problems(notebook));
  }

  @Tag("dev")
  @Test
  void no_page_lies_beside_them() {
    Set<Path> known =
        notebooks().stream()
            .map(each -> COMMITTED.page(each.getPayload()))
            .collect(Collectors.toSet());
    Checks.assertNone(
        Workbench.list(COMMITTED.folder()).stream()
            .filter(page -> !known.contains(page))
            .map(page -> page + " belongs to no notebook: remove it")
            .toList());
  }

  @Test
  void answers_that_quote_a_figure_and_a_name_pass() throws IOException {
    assertEquals(
        List.of(),
        problems(
            "1. It is 0.238, by `loss`. *Typical slip:* half of it.\n\n"
                + "2. By the mask. *Typical slip:* by the key."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1. A. *Typical slip:* b.                         | answers [1], but the exercises are",
        "1. A. *Typical slip:* b.\\n2. A.                 | answer 2: tell what goes wrong",
        "1. 0.3. *Typical slip:* b.\\n2. A. *Typical slip:* b. | 0.3 is no setting",
        "1. `nolo`. *Typical slip:* b.\\n2. A. *Typical slip:* b. | names nolo, which is neither",
        "1. [a](no.md). *Typical slip:* b.\\n2. A. *Typical slip:* b. | no.md leads nowhere",
        "1. Just so. *Typical slip:* b.\\n2. A. *Typical slip:* b. | says \"just\""
      })
  void what_is_missing_or_wrong_is_told(String page, String told) throws IOException {
    List<String> problems = problems(page.replace("\\n", "\n"));
    assertEquals(
        1, problems.stream().filter(line -> line.contains(told)).count(), problems::toString);
    assertEquals(1, problems.size(), problems::toString);
  }

  private List<String> problems(String page) throws IOException {
    SampleAnswers answers = new SampleAnswers(folder, folder);
    Files.writeString(answers.page(notebook), page);
    return answers.problems(notebook);
  }
}
