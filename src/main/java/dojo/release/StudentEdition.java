package dojo.release;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.Stubs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The project as students get it: what the list in {@code student-edition.txt} names, with stubs
 * that are derived anew and kept, so that nothing in it depends on a solution.
 *
 * @param exercises the katas
 * @param project all files of the project, by their paths
 */
record StudentEdition(Exercises exercises, Map<String, Commit.Content> project) {
  static final String NAME = "dropout-dojo-students";

  private static final String LIST = "student-edition.txt";

  /** Returns whether a student's own answer lies there, so that the file may differ. */
  static boolean isAnswer(Exercises exercises, String path) {
    return exercises.all().stream().anyMatch(kata -> kata.display(kata.source()).equals(path));
  }

  /** Returns its files, by their paths. */
  Map<String, Commit.Content> files() {
    Contents list = Contents.of(LIST);
    Map<String, Commit.Content> files = new TreeMap<>(project);
    files.keySet().removeIf(path -> !list.hold(path));
    files.computeIfPresent("README.md", (path, page) -> text(TeacherParts.without(text(page))));
    files.put("AGENTS.md", text(Texts.read("AGENTS.md")));
    Stubs stubs = new Stubs(exercises);
    for (Kata kata : exercises.all()) {
      Commit.Content stub = text(stubs.of(kata));
      files.put(kata.display(kata.source()), stub);
      files.put("stubs/" + exercises.stub(kata).getFileName(), stub);
    }
    return files;
  }

  /** Returns what must not be found in it. */
  SolutionLines hidden() {
    List<byte[]> library = new ArrayList<>();
    List<byte[]> told = new ArrayList<>();
    project.forEach(
        (path, content) -> {
          if (path.startsWith("src/main/")) {
            library.add(content.bytes());
          } else if (path.equals("README.md")
              || path.matches("exercises/kata\\d\\d/(README[.]md|\\w+Test[.]java)")) {
            told.add(content.bytes());
          }
        });
    return SolutionLines.of(exercises, library, told);
  }

  private static Commit.Content text(String text) {
    return new Commit.Content(text.getBytes(StandardCharsets.UTF_8), false);
  }

  private static String text(Commit.Content content) {
    return new String(content.bytes(), StandardCharsets.UTF_8);
  }
}
