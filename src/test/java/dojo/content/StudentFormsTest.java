package dojo.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.expect.KataSettings;
import dojo.kata.Composer;
import dojo.kata.Kata;
import dojo.kata.Seen;
import dojo.kata.State;
import dojo.kata.TestOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In whatever form an answer is written, it is judged, or it is said what the form lacks. */
class StudentFormsTest {
  private static final String NEEDS = "kata01 needs `mask(double[][], double)`";

  private static Workbench workbench;
  private static Kata kata;

  @BeforeAll
  static void open(@TempDir Path scratch) {
    workbench = new Workbench(Workbench.EXERCISES, scratch);
    kata = Workbench.katas().get(0);
  }

  @AfterAll
  static void close() throws IOException {
    workbench.close();
  }

  @BeforeEach
  void untouched() {
    Given.assumeUntouched();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class KeepRule { static MASK }",
        "class KeepRule { protected MASK }",
        "public class KeepRule { private KeepRule() {} public MASK }",
        "public abstract class KeepRule { public static MASK }",
        "public interface KeepRule { static MASK }",
        "public enum KeepRule { ONE; public static MASK }",
        "public record KeepRule() { public MASK }",
        "public class KeepRule extends Rule {} class Rule { public static MASK }",
        "public class KeepRule implements Rule {} interface Rule { default MASK }",
        "public class KeepRule { static float[] mask(double[] u, double p) { return null; }"
            + " static float[][] mask(float[][] u, double p) { return null; } public static MASK }"
      })
  void a_right_answer_is_green_in_many_forms(String form) {
    assertEquals(State.GREEN, first("package kata01; " + form).state(), told(form));
  }

  @Test
  void a_generic_method_and_a_checked_exception_are_fine() {
    String text = "package kata01; class KeepRule { static <T> MASK }";
    String generic = text.replace("MASK", solved().replace("p) {", "p) throws Exception {"));
    assertEquals(
        State.GREEN, workbench.outcomes(kata, generic, KataSettings.usual()).get(0).state());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "private static MASK | N, which is private: make it public",
        "static float[][] mask(double[][] u, Double p) { return null; }"
            + "| N; found `mask(double[][], Double)`",
        "static <T extends Number> float[][] mask(double[][] u, T p) { return null; }"
            + "| N; found `mask(double[][], Number)`",
        "static float[][] mask(double p, double[]... u) { return null; }"
            + "| N; found `mask(double, double[]...)`",
        "static float[][] mask(double[][] u, double... p) { return null; }"
            + "| N; found `mask(double[][], double...)`",
        "static float[] mask(double[] u, double p) { return null; }"
            + "| N; found `mask(double[], double)`",
        "static class Inner { static MASK } | N; found `Inner.mask`",
        "static float[][] Mask(double[][] u, double p) { return null; } | N; found `Mask`",
        "static void main(String[] a) {} | N; found `main(String[])`",
        "static double[][] mask(double[][] u, double p) { return u; }"
            + "| kata01 needs `float[][] mask(double[][], double)`; found it returning `double[][]`",
        "static void mask(double[][] u, double p) {}"
            + "| kata01 needs `float[][] mask(double[][], double)`; found it returning `void`",
        "KeepRule(int n) {} MASK"
            + "| kata01 needs `static mask(double[][], double)` or a constructor without"
            + " parameters; found neither",
        "KeepRule() { throw new IllegalStateException(\"no\"); } MASK"
            + "| your class threw IllegalStateException: no",
        "KeepRule() throws java.io.IOException { throw new java.io.IOException(\"no\"); } MASK"
            + "| your class threw IOException: no",
        "static int n = Integer.parseInt(\"x\"); static MASK"
            + "| your class threw NumberFormatException: For input string: \"x\"",
        "static { if (true) throw new Error(\"boom\"); } static MASK | your class threw Error: boom",
        "static float[][] mask(double[][] u, double p) throws Exception"
            + " { throw new java.io.IOException(\"disk\"); } | your class threw IOException: disk",
        "static class BadP extends Exception {}"
            + " static float[][] mask(double[][] u, double p) throws BadP { throw new BadP(); }"
            + "| your class threw BadP",
        "static float[][] mask(double[][] u, double p) { return null; } | mask returned null",
        "static float[][] mask(double[][] u, double p) { return new float[2][]; }"
            + "| mask returned an array that holds null at [0]"
      })
  void what_a_method_lacks_is_said(String method, String said) {
    assertSays(said, "package kata01; class KeepRule { " + method + " }");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "public class KeepRule { static MASK } | found `KeepRule`: begin the file with THIS",
        "package kata02; class KeepRule { static MASK }"
            + "| found `kata02.KeepRule`: begin the file with THIS",
        "package org.me; class KeepRule { static MASK }"
            + "| found `org.me.KeepRule`: begin the file with THIS",
        "package kata01; class keepRule { static MASK } | found `kata01.keepRule`",
        "package kata01; class Helper {} class KepRule { static MASK } | found `kata01.KepRule`",
        "package kata01; | found none"
      })
  void a_class_elsewhere_is_found(String text, String said) {
    assertSays(
        "kata01 needs the class `kata01.KeepRule`; " + said.replace("THIS", "`package kata01;`"),
        text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "interface KeepRule { default",
        "enum KeepRule { ONE;",
        "abstract class KeepRule {"
      })
  void what_has_no_objects_is_named(String begin) {
    assertSays(
        "kata01 needs `static mask(double[][], double)`, or a class that can be made without"
            + " arguments; found `"
            + begin.substring(0, begin.indexOf(" {"))
            + "`",
        "package kata01; " + begin + " MASK }");
  }

  private static String solved() {
    String text = Workbench.solution(kata);
    int begin = text.indexOf("public static") + "public static ".length();
    return text.substring(begin, text.lastIndexOf('}'));
  }

  private static TestOutcome first(String text) {
    return workbench.outcomes(kata, text.replace("MASK", solved()), KataSettings.usual()).stream()
        .filter(outcome -> outcome.state() != State.GREEN)
        .findFirst()
        .orElse(TestOutcome.of("", new Seen.Passed()));
  }

  private static String told(String text) {
    String full = text.startsWith("package") ? text : "package kata01; " + text;
    return Composer.of(kata, Locale.ENGLISH).report(first(full)).toString();
  }

  private static void assertSays(String said, String text) {
    String told = Composer.of(kata, Locale.ENGLISH).report(first(text)).toString();
    assertEquals("  " + said.strip().replaceFirst("^N", NEEDS), told.lines().toList().get(2), told);
  }
}
