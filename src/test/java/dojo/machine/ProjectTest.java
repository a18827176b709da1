package dojo.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectTest {

  @TempDir Path folder;
  private Path home;

  @BeforeEach
  void make_a_project() throws IOException {
    home = folder.resolve("home");
    for (String part : new String[] {"notebooks", "exercises/kata01", "src/jmh"}) {
      Files.createDirectories(home.resolve(part));
    }
    Files.writeString(home.resolve("pom.xml"), "");
    Files.writeString(home.resolve("src/jmh/pom.xml"), "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "notebooks", "exercises/kata01", "src/jmh", "notebooks/../src"})
  void every_folder_of_a_project_leads_to_its_home(String start) {
    assertEquals(
        Optional.of(new Project(home, home.resolve("exercises"))),
        Project.find(home.resolve(start), Optional.empty()));
  }

  @Test
  void the_environment_may_name_other_exercises() {
    Path others = folder.resolve("others");
    assertEquals(
        Optional.of(new Project(home, others)), Project.find(home, Optional.of(others.toString())));
    assertEquals(
        Optional.of(home.resolve("exercises")),
        Project.find(home, Optional.of(" ")).map(Project::exercises));
  }

  @Test
  void exercises_that_are_named_are_a_project_anywhere() {
    Path others = folder.resolve("others");
    assertEquals(
        Optional.of(new Project(folder, others)),
        Project.find(folder, Optional.of(others.toString())));
  }

  @Test
  void a_folder_outside_is_named_with_what_to_do() {
    MissingException e = assertThrows(MissingException.class, () -> Project.around(folder));
    assertEquals(
        folder + " is not in the project: run ./dojo of the folder that holds notebooks/",
        e.getMessage());
    assertEquals(e.getMessage(), e.in(Locale.ENGLISH));
  }

  @Test
  void the_version_is_that_of_the_project_file_and_not_only_in_the_jar() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    assertTrue(pom.contains("<version>" + Project.version() + "</version>"), Project.version());
  }
}
