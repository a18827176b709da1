package dojo.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotebookLinksTest {
  @TempDir private Path folder;

  @BeforeEach
  void write_a_page_and_a_kata() throws IOException {
    Files.writeString(folder.resolve("page.md"), "# A page\n\n## What it's for\n");
    Files.createDirectory(folder.resolve("kata07"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a page](page.md)",
        "[its part](page.md#what-its-for)",
        "[here](#Where-we-are)",
        "[a paper](https://arxiv.org/abs/1207.0580)",
        "`[no](link)`",
        "**Kata 07** · twice; kata 07 and katas 07–07"
      })
  void what_is_there_is_found(String markdown) {
    assertEquals(List.of(), problems(markdown));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pages.md", "page.md#who", "#where-we-are", "../page.md"})
  void a_link_that_leads_nowhere_is_told(String target) {
    assertEquals(
        List.of("03-made-up, cell c2: " + target + " leads nowhere: mend or remove the link"),
        problems("[see](" + target + ")"));
  }

  @Test
  void a_kata_that_is_not_there_is_told() {
    assertEquals(
        List.of(
            "03-made-up, cell c2: there is no kata 08", "03-made-up, cell c2: there is no kata 09"),
        problems("Katas 07, 08 and 09 are for later."));
  }

  @Test
  void a_cell_of_another_notebook_is_found_by_its_name_and_no_other() throws IOException {
    Path next = folder.resolve("04-next.ipynb");
    Files.writeString(next, MadeUpNotebook.at(next).says("# Next").content().toString());
    assertEquals(List.of(), problems("[next](04-next.ipynb#cell-c1)"));
    assertEquals(
        List.of(
            "03-made-up, cell c2: 04-next.ipynb#cell-c9 leads nowhere: mend or remove the link"),
        problems("[next](04-next.ipynb#cell-c9)"));
  }

  private List<String> problems(String markdown) {
    return new NotebookLinks(folder)
        .problems(
            MadeUpNotebook.at(folder.resolve("03-made-up.ipynb"))
                .says("# Where we are")
                .says(markdown)
                .notebook());
  }
}
