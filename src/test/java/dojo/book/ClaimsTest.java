package dojo.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.experiment.Claim;
import dojo.lab.Notebook;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ClaimsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void a_claim_that_holds_is_found_with_its_statistic() {
    String code = "Claim.that(\"one is less than two\").below(1, 2);";
    String printed = printed(() -> Claim.that("one is less than two", Locale.ENGLISH).below(1, 2));
    assertEquals(
        List.of(
            new Stated(
                "one is less than two",
                "1 is below 2",
                mark(printed),
                Stated.State.HOLDS,
                "order")),
        claims("order", code, 1, printed));
  }

  @Test
  void a_colon_in_a_sentence_or_in_a_statistic_does_not_end_the_sentence() {
    String code =
        "for (double p : ps) Claim.that(\"p = \" + p + \": the \\\"sum\\\" is kept\")"
            + ".holds(true, \"old: \" + a + \", new: \" + b);";
    Claim claim = Claim.that("p = 0.5: the \"sum\" is kept", Locale.ENGLISH);
    assertEquals(
        List.of(
            new Stated(
                "p = 0.5: the \"sum\" is kept", "old: 1, new: 2", "", Stated.State.HOLDS, "sum")),
        claims("sum", code, 1, printed(() -> claim.holds(true, "old: 1, new: 2"))));
  }

  @Test
  void what_a_cell_prints_besides_is_no_claim() {
    assertEquals(
        List.of(), claims("talk", "System.out.println(1);", 1, "300 digits: ten of each\n"));
  }

  @Test
  void a_claim_that_does_not_hold_is_refuted() {
    String error = "";
    try {
      Claim.that("two is less than one", Locale.ENGLISH).below(2, 1);
    } catch (Claim.Refuted refuted) {
      error = "\u001B[1m\u001B[31mdojo.experiment.Claim$Refuted: " + refuted.getMessage();
    }
    ObjectNode cell = cell("order", "Claim.that(\"two is less than one\").below(2, 1);");
    cell.put("execution_count", 1);
    cell.putArray("outputs")
        .addObject()
        .put("output_type", "error")
        .putArray("traceback")
        .add(error);
    assertEquals(
        List.of(
            new Stated(
                "two is less than one",
                "2 is not below 1",
                mark(error),
                Stated.State.REFUTED,
                "order")),
        Claims.of(notebook(cell), Locale.ENGLISH));
  }

  @Test
  void the_claims_of_a_cell_that_was_not_run_are_unchecked() {
    ObjectNode cell = cell("order", "Claim\n    .that(\"one is \\\"one\\\"\").equal(1, 1);");
    cell.putNull("execution_count").putArray("outputs");
    assertEquals(
        List.of(new Stated("one is \"one\"", "", "", Stated.State.UNCHECKED, "order")),
        Claims.of(notebook(cell), Locale.ENGLISH));
  }

  @Test
  void the_seeds_and_the_fingerprint_are_no_part_of_the_statistic() {
    assertEquals(
        List.of(
            new Stated(
                "p: x",
                "1, interval [0, 2]",
                "seeds 0 to 9, fingerprint 0123456789abcdef",
                Stated.State.HOLDS,
                "a")),
        claims(
            "a",
            "Claim.that(\"p: x\").lower(a, b, alpha);",
            1,
            "✔ p: x: 1, interval [0, 2] [seeds 0 to 9, fingerprint 0123456789abcdef]\n"));
  }

  /** What a claim prints in brackets. */
  private static String mark(String printed) {
    return printed.replaceFirst("(?s).* \\[(fingerprint [0-9a-f]{16})\\].*", "$1");
  }

  private static List<Stated> claims(String name, String code, int prompt, String printed) {
    ObjectNode cell = cell(name, code);
    cell.put("execution_count", prompt);
    cell.putArray("outputs").addObject().put("output_type", "stream").put("text", printed);
    return Claims.of(notebook(cell), Locale.ENGLISH);
  }

  private static ObjectNode cell(String name, String code) {
    return JSON.createObjectNode().put("cell_type", "code").put("id", name).put("source", code);
  }

  private static Notebook notebook(ObjectNode cell) {
    try {
      ObjectNode content = (ObjectNode) JSON.readTree("{\"metadata\": {}, \"cells\": []}");
      content.withArray("cells").add(cell);
      return new Notebook(Path.of("05-claims.ipynb"), content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String printed(Runnable claim) {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
      claim.run();
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
