package dojo.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The course in the table of the README: whole, and with links to what is there alone. */
@Tag("dev")
class FrontPageTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| \\[?(\\d\\d) [^|]*\\|.*\\|$");
  private static final Pattern LINK = Pattern.compile("\\((notebooks|exercises)/([^)]*)\\)");

  @Test
  void the_table_has_a_row_for_each_of_the_seventeen_notebooks() throws IOException {
    assertEquals(
        IntStream.rangeClosed(0, 16).mapToObj("%02d"::formatted).toList(),
        rows().stream().map(row -> row.group(1)).toList());
  }

  @Test
  void what_is_there_has_a_link_and_what_is_in_preparation_has_none() throws IOException {
    for (MatchResult row : rows()) {
      List<MatchResult> links = LINK.matcher(row.group()).results().toList();
      for (MatchResult link : links) {
        Path file = Path.of(link.group(1), link.group(2));
        assertTrue(Files.exists(file), () -> file + " is not there: remove its link");
      }
      Path notebook = notebook(row.group(1));
      assertEquals(
          Files.exists(notebook),
          links.stream().anyMatch(link -> link.group(1).equals("notebooks")),
          () ->
              "README.md, row "
                  + row.group(1)
                  + ": link the notebook if, and only if, it is there");
    }
  }

  private static Path notebook(String number) throws IOException {
    try (var files = Files.newDirectoryStream(Path.of("notebooks"), number + "-*.ipynb")) {
      for (Path file : files) {
        return file;
      }
      return Path.of("none");
    }
  }

  private static List<MatchResult> rows() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String table =
        readme.substring(readme.indexOf("## The course"), readme.indexOf("## Every day"));
    return ROW.matcher(table).results().toList();
  }
}
