package dojo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.content.Workbench;
import dojo.report.FormatSettings;
import dojo.report.Formats;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples for classes use words that the command knows, and name every format. */
class ClassroomFilesTest {
  private static final Path FOLDER = Path.of("src/classroom");

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "github/feedback.yml", "classroom50/autograder.py"})
  void every_option_is_one_of_the_command(String file) {
    String help = help("grade") + help("grade", "report") + help("check");
    List<String> options =
        Pattern.compile("(?<![\\w-])--(?!depth)[a-z]+")
            .matcher(Workbench.read(FOLDER.resolve(file)))
            .results()
            .map(MatchResult::group)
            .distinct()
            .toList();
    assertFalse(options.isEmpty());
    assertEquals(List.of(), options.stream().filter(option -> !help.contains(option)).toList());
  }

  private static String help(String... command) {
    return Typed.in(
            Path.of(""),
            Stream.concat(Stream.of(command), Stream.of("--help")).toArray(String[]::new))
        .out();
  }

  @Test
  void every_format_is_told_of_in_the_page_and_in_the_help() {
    String page = Workbench.read(FOLDER.resolve("README.md"));
    for (String name : Formats.of(FormatSettings.none()).names()) {
      assertTrue(page.contains("| `" + name + "` |"), name);
      assertTrue(help("grade", "report").contains(name), name);
      assertTrue(help("grade").contains(name), name);
    }
  }

  @Test
  void every_link_of_the_page_leads_somewhere() {
    List<String> links =
        Pattern.compile("\\]\\(([^)]+)\\)")
            .matcher(Workbench.read(FOLDER.resolve("README.md")))
            .results()
            .map(link -> link.group(1))
            .toList();
    assertEquals(2, links.size());
    assertTrue(links.stream().allMatch(link -> Files.exists(FOLDER.resolve(link))));
  }
}
