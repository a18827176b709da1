package dojo.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dojo.machine.ChildProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What Gradescope runs, in folders like its own, with a script in the place of the kit. */
@DisabledOnOs(OS.WINDOWS) // Gradescope is Linux
class AutograderTest {
  private static final String RESULT =
      "out=$(echo \"$*\" | sed 's/.*--out \\([^ ]*\\).*/\\1/')/report/gradescope/$name\n"
          + "mkdir -p \"$out\" && echo '{\"score\": 7}' >\"$out/results.json\"\n";

  @TempDir private Path root;

  @BeforeEach
  void make_the_folders_of_gradescope() throws IOException {
    new Tree(root)
        .write(
            Map.of(
                "source/run_autograder", content(Texts.read("run_autograder")),
                "source/katas.txt", content("1-3\n"),
                "submission/kata01/KeepRule.java", content("class A {}"),
                "submission/kata02/BernoulliMask.java", content("class B {}"),
                "results/results.json", content("{\"score\": 10}")));
  }

  private static Commit.Content content(String text) {
    return new Commit.Content(text.getBytes(StandardCharsets.UTF_8), true);
  }

  /** Runs the autograder with a kit that does something; returns what it leaves for Gradescope. */
  private JsonNode graded(String kit) throws IOException {
    new Tree(root).write(Map.of("source/kit/dojo", content("#!/bin/sh\n" + kit)));
    ProcessBuilder run = new ProcessBuilder(root.resolve("source/run_autograder").toString());
    run.environment().put("AUTOGRADER", root.toString());
    ChildProcess.Output said = ChildProcess.run(run.redirectErrorStream(true));
    assertEquals(0, said.exit(), said.text());
    return new ObjectMapper().readTree(root.resolve("results/results.json").toFile());
  }

  @Test
  void the_result_of_the_one_submission_is_left_there() throws IOException {
    assertEquals(7, graded("name=submission\n" + RESULT).path("score").asInt());
  }

  @Test
  void all_that_was_handed_in_is_one_submission_and_the_katas_are_those_of_the_zip()
      throws IOException {
    graded("echo \"$*\" >'" + root + "/words'\ntar -tf \"$2\" >'" + root + "/files'\n");
    List<String> words = List.of(Files.readString(root.resolve("words")).strip().split(" ", -1));
    assertEquals("grade", words.get(0));
    assertEquals("1-3", words.get(words.indexOf("--katas") + 1));
    assertFalse(words.contains("--points"), words::toString);
    assertTrue(Files.readString(root.resolve("files")).contains("kata02/BernoulliMask.java"));
  }

  @Test
  void a_grader_that_fails_leaves_neither_a_score_nor_a_test() throws IOException {
    for (String kit :
        List.of("exit 3\n", "name=a\n" + RESULT + "name=b\n" + RESULT, "kill -9 $$\n")) {
      JsonNode result = graded(kit);
      assertTrue(result.path("output").asText().contains("The grader itself failed"), kit);
      assertFalse(result.has("score") || result.has("tests"), kit);
    }
  }
}
