package dojo.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedFiguresTest {
  @TempDir private Path folder;

  @BeforeEach
  void hold_the_figures_of_two_notebooks() throws IOException {
    Files.writeString(
        folder.resolve("03-made-up.full.txt"), "# by\n0a1b\nloss: 0.238 -0.129 5.7\n");
    Files.writeString(folder.resolve("05-other.full.txt"), "# by\n0a1b\nloss: 0.367\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The loss is 0.238, and lower by 0.129.",
        "It errs in 5.7 % of the cases.",
        "We drop 40 % of 256 units, with p = 0.4.",
        "A step of 0.001, on 1,000 examples.",
        "About $1/0.6 \\approx 1.67$; so 1.67 times.",
        "In notebook 05 it was 0.367.",
        "Srivastava et al. (2014), table 3, report 0.79 % there.",
        "[Guo et al. 2017](https://arxiv.org/abs/1706.04599) found 4.3 percent.",
        "> an error of 1.35 %, down from 1.60 %",
        "The paper says (table 4):\n\n| net | error |\n|---|---|\n| with | 1.35 |\n| without | 1.60 |",
        "Huang et al. report 4.91 % there.",
        "We tried a step of `0.003`, too.",
        "See section 4.2 and table 3.1; the code is `0.77`.",
        "## Exercises\n\n1. Set p to 0.9, and drop 80 %.\n\n## Papers"
      })
  void figures_settings_and_citations_pass(String prose) {
    assertEquals(List.of(), problems(prose));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The loss is 0.24 now. | 0.24",
        "The loss is 0.367 now. | 0.367",
        "It errs in 12 % of the cases. | 12",
        "It errs in 12 percentage points more. | 12",
        "Hinton et al. (2012) say so. We get 1.35 here. | 1.35",
        "It was 0.2381 in [01](01-overfitting.ipynb). | 0.2381",
        "1.68 times as much, not $1.67$. | 1.68"
      })
  void a_number_that_no_run_prints_is_told(String prose, String number) {
    List<String> problems = problems(prose);
    assertEquals(1, problems.size(), () -> "for " + prose + ": " + problems);
    String told = problems.get(0);
    assertTrue(told.startsWith("03-made-up, cell c1: " + number + " is no setting, and"), told);
  }

  private List<String> problems(String prose) {
    return new QuotedFigures(folder)
        .problems(
            MadeUpNotebook.at(Path.of("03-made-up.ipynb"))
                .says(prose)
                .runs("net(1e-3, 1_000, 0.4)")
                .notebook());
  }
}
