package dojo.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.expect.KataSettings;
import dojo.kata.Composer;
import dojo.kata.Kata;
import dojo.kata.State;
import dojo.kata.Verdict;
import dojo.practice.Checker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No kata is passed by calling what it has the student write, and nobody else is accused of it. */
class BorrowingTest {
  private static final String OWN =
      "float[][] y = new float[x.length][x[0].length];"
          + " for (int i = 0; i < x.length; i++) for (int j = 0; j < x[i].length; j++)"
          + " y[i][j] = 2 * x[i][j]; return y;";

  @TempDir private Path folder;

  private MadeUpProject project;
  private Kata kata;
  private Workbench workbench;

  @BeforeEach
  void make() throws IOException {
    project = MadeUpProject.in(folder.resolve("project"));
    kata = project.kata();
    workbench = new Workbench(project.exercises(), Files.createDirectory(folder.resolve("run")));
  }

  @AfterEach
  void close() throws IOException {
    workbench.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dojo.dropout.Dropout.of(0.5); OWN | dojo.dropout.Dropout.of",
        "new dojo.dropout.Dropout(new dojo.dropout.DropRate(0.5)); OWN | new dojo.dropout.Dropout",
        "var rate = new dojo.dropout.DropRate(0.5); OWN | new dojo.dropout.DropRate",
        "java.util.function.DoubleFunction<?> f = dojo.dropout.Dropout::of; OWN"
            + "| dojo.dropout.Dropout.of",
        "Runnable later = () -> dojo.dropout.Dropout.of(0.5); OWN | dojo.dropout.Dropout.of",
        "Object o = x; if (o instanceof dojo.dropout.Dropout) return x; OWN"
            + "| dojo.dropout.Dropout",
        "Object many = new dojo.dropout.Dropout[1][1]; OWN | dojo.dropout.Dropout",
        "try { Class.forName(\"dojo.dropout.Dropout\"); } catch (Exception e) {} OWN"
            + "| dojo.dropout.Dropout",
        "try { Class.forName(\"dojo.\" + \"nn.Relu\"); } catch (Exception e) {} OWN | dojo.nn.Relu"
      })
  void what_the_kata_has_one_write_is_named(String body, String call) {
    assertTold(
        body,
        "your code uses `"
            + call
            + "`, a part of the kit that does what you are to write here: use Java's own classes"
            + " and `dojo.random.RandomKey`");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dojo.tensor.Tensor.of(new float[] {1}, 1); OWN | dojo.tensor.Tensor.of",
        "return dojo.expect.Grids.times(x, 2); | dojo.expect.Grids.times",
        "org.junit.jupiter.api.Assertions.assertTrue(true); OWN"
            + "| org.junit.jupiter.api.Assertions.assertTrue"
      })
  void what_else_is_not_at_hand_is_named_too(String body, String call) {
    assertTold(
        body,
        "your code uses `"
            + call
            + "`, which is not available in this kata: use Java's own classes and"
            + " `dojo.random.RandomKey`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System.out.println(javax.xml.XMLConstants.XML_NS_URI); OWN",
        "java.util.List.of(dojo.random.RandomKey.of(1).uniform(0)); OWN",
        "record Pair(int a, int b) {} new Pair(1, 2); OWN",
        "String text = \"dojo.dropout.Dropping, or dojo.dropout.Dropout\"; OWN"
      })
  void ones_own_classes_and_those_of_java_are_free(String body) {
    assertEquals(State.GREEN, verdict(twice(body)).state(), () -> told(twice(body)));
  }

  @Test
  void a_class_of_ones_own_hides_nothing() throws IOException {
    Files.writeString(
        kata.folder().resolve("Helper.java"),
        "package kata07;\n\nimport dojo.dropout.Dropout;\n\n/** Dropout for me. */\nclass Helper {\n"
            + "  static void help() {\n    Dropout.of(0.5);\n  }\n}\n");
    Files.writeString(kata.source(), twice("Helper.help(); OWN"));
    Verdict verdict =
        new Checker(project.exercises(), KataSettings.usual(), Checker.USUAL_LIMIT).check(kata);

    String told = Composer.of(kata, Locale.ENGLISH).report(verdict).toString();
    assertTrue(told.contains("  your code uses `dojo.dropout.Dropout.of`, a part of"), told);
    assertTrue(told.endsWith("  exercises/kata07/Helper.java:8"), told);
    assertEquals("", verdict.diagnosis());
  }

  @Test
  void the_plan_allows_more_or_less() {
    project.with("exercises/kata07/kata.properties", "minutes =", "uses = dojo.nn.Relu\nminutes =");
    assertEquals(State.GREEN, verdict(twice("new dojo.nn.Relu(); OWN")).state());
    assertTold(
        "dojo.random.RandomKey.of(1); OWN",
        "your code uses `dojo.random.RandomKey.of`, which is not available in this kata: use"
            + " Java's own classes and `dojo.nn.Relu`");

    project.with("exercises/kata07/kata.properties", "uses = dojo.nn.Relu", "uses =");
    assertTold(
        "new dojo.nn.Relu(); OWN",
        "your code uses `new dojo.nn.Relu`, a part of the kit that does what you are to write"
            + " here: use Java's own classes");
  }

  private static String twice(String body) {
    return "package kata07;\n\nclass Twice {\n  static float[][] twice(float[][] x) {\n    "
        + body.replace("OWN", OWN)
        + "\n  }\n}\n";
  }

  private void assertTold(String body, String sentence) {
    String told = told(twice(body));
    assertTrue(told.contains("\n  " + sentence + "\n"), told);
  }

  private String told(String student) {
    return Composer.of(kata, Locale.ENGLISH).report(verdict(student)).toString();
  }

  private Verdict verdict(String student) {
    return new Verdict(kata.label(), workbench.outcomes(kata, student, KataSettings.usual()), "");
  }
}
