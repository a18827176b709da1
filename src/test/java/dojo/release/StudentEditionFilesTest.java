package dojo.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.content.Workbench;
import dojo.expect.KataSettings;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.Solution;
import dojo.kata.State;
import dojo.practice.Checker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The student edition of this very project, as it lies here. */
class StudentEditionFilesTest {
  private static final Map<String, Commit.Content> PROJECT = ThisProject.files();
  private static final StudentEdition EDITION = new StudentEdition(Workbench.EXERCISES, PROJECT);

  /** Once: the texts that students have are long. */
  private static final class Search {
    static final LeakSearch OF_THE_EDITION = new LeakSearch(EDITION.hidden());
  }

  @Test
  void no_line_of_a_solution_is_in_it() {
    for (Kata kata : Workbench.katas()) {
      List<String> decisive = Workbench.EXERCISES.solution(kata).decisive();
      assertFalse(decisive.isEmpty(), kata::name);
    }
    assertEquals(
        List.of(),
        EDITION.files().entrySet().stream()
            .flatMap(
                file -> Search.OF_THE_EDITION.in(file.getKey(), file.getValue().bytes()).stream())
            .toList(),
        "say it in other words there");
  }

  @Test
  void the_search_would_find_a_line_of_nearly_every_kata() {
    List<String> unfound =
        Workbench.katas().stream()
            .map(Workbench.EXERCISES::solution)
            .filter(
                solution ->
                    Search.OF_THE_EDITION
                        .in("A.java", solution.model().getBytes(StandardCharsets.UTF_8))
                        .isEmpty())
            .map(solution -> solution.name().substring("solutions/".length(), 16))
            .toList();
    assertEquals(List.of("kata29"), unfound, "its line stands in the stubs of other katas");
  }

  @Test
  void every_pattern_of_the_list_names_a_file() {
    List<Path> paths = PROJECT.keySet().stream().map(Path::of).toList();
    for (String line : Texts.read("student-edition.txt").lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        var pattern = FileSystems.getDefault().getPathMatcher("glob:" + line);
        assertTrue(paths.stream().anyMatch(pattern::matches), line);
      }
    }
  }

  @Test
  void every_class_that_a_test_imports_is_in_it() {
    Map<String, Commit.Content> files = EDITION.files();
    Pattern imported = Pattern.compile("(?m)^import (?:static )?(dojo(?:[.][a-z]+)+[.][A-Z]\\w*)");
    Set<String> missing = new TreeSet<>();
    for (Map.Entry<String, Commit.Content> file : files.entrySet()) {
      if (file.getKey().matches("src/test/.*[.]java")) {
        Matcher names =
            imported.matcher(new String(file.getValue().bytes(), StandardCharsets.UTF_8));
        while (names.find()) {
          String path = "/java/" + names.group(1).replace('.', '/') + ".java";
          if (!files.containsKey("src/main" + path) && !files.containsKey("src/test" + path)) {
            missing.add(file.getKey() + " imports " + names.group(1));
          }
        }
      }
    }
    assertEquals(Set.of(), missing, "so it does not build: do without, or add it to the list");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dojo solution", "mistakes", "dojo grade", "teachers", "CONTRIBUTING"})
  void the_front_page_leads_nowhere_else(String word) {
    String page = new String(EDITION.files().get("README.md").bytes(), StandardCharsets.UTF_8);
    assertFalse(page.contains(word), word);
  }

  @Test
  void a_kata_is_to_do_and_green_when_it_is_solved(@TempDir Path folder) throws IOException {
    Map<String, Commit.Content> files = EDITION.files();
    files.keySet().removeIf(path -> path.startsWith("src/") || path.startsWith("notebooks/"));
    new Tree(folder).write(files);
    Exercises exercises = new Exercises(folder.resolve("exercises"));
    assertTrue(exercises.isStudentEdition());
    assertEquals(Workbench.katas().size(), exercises.all().size());
    Checker checker = new Checker(exercises, KataSettings.usual(), Checker.USUAL_LIMIT);
    Kata kata = exercises.kata(3).orElseThrow();
    assertEquals(State.TODO, checker.check(kata).state());
    Files.writeString(kata.source(), Workbench.EXERCISES.solution(kata).model());
    assertEquals(State.GREEN, checker.check(kata).state());
  }

  @Test
  void a_page_may_not_tell_the_line_that_decides() {
    String path = "exercises/kata16/README.md";
    Solution solution = Workbench.EXERCISES.solution(Workbench.EXERCISES.kata(16).orElseThrow());
    String line = "\n    " + solution.decisive().get(1) + "\n";
    Map<String, Commit.Content> changed = new TreeMap<>(PROJECT);
    String text = new String(changed.get(path).bytes(), StandardCharsets.UTF_8);
    changed.put(path, new Commit.Content((text + line).getBytes(StandardCharsets.UTF_8), false));
    StudentEdition edition = new StudentEdition(Workbench.EXERCISES, changed);
    LeakSearch search = new LeakSearch(edition.hidden());
    assertTrue(search.in(path, edition.files().get(path).bytes()).isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"exercises/kata03/messages.properties", "notebooks/02-the-dropout-layer.ipynb"})
  void a_line_that_somebody_slips_in_is_found(String path) {
    Map<String, Commit.Content> changed = new TreeMap<>(PROJECT);
    String text = new String(changed.get(path).bytes(), StandardCharsets.UTF_8);
    String line = "\n    double b  = -A * P * low;\n";
    changed.put(path, new Commit.Content((text + line).getBytes(StandardCharsets.UTF_8), false));
    StudentEdition edition = new StudentEdition(Workbench.EXERCISES, changed);
    assertEquals(
        Optional.of("solutions/kata16/AlphaDropout.java: double b = -a * p * low;"),
        Search.OF_THE_EDITION.in(path, edition.files().get(path).bytes()).map(Leak::solution));
  }
}
