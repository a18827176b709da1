package dojo.kata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
  private static final String WHOLE =
      """
      class = InvertedDropout
      start = TODO
      minutes = 20
      builds-on = 01, 02
      notebook = 02-the-dropout-layer
      src = dojo.dropout.Dropout#forward
      hint.NO_SCALE = 1
      hint.SCALE_P = 2
      """;

  @TempDir private Path folder;

  @Test
  void a_plan_is_read_entry_by_entry() throws IOException {
    assertEquals(
        new Plan(
            "InvertedDropout",
            Start.TODO,
            20,
            List.of(1, 2),
            "02-the-dropout-layer",
            List.of("dojo.random.RandomKey"),
            Optional.of(new Counterpart("dojo.dropout.Dropout", "forward")),
            Map.of("NO_SCALE", 1, "SCALE_P", 2)),
        read(WHOLE));
  }

  @Test
  void the_first_kata_builds_on_nothing() throws IOException {
    assertEquals(List.of(), read(WHOLE.replace("01, 02", "")).buildsOn());
  }

  @Test
  void a_plan_may_allow_other_classes_or_none() throws IOException {
    assertEquals(
        List.of("dojo.nn.Relu", "dojo.nn.Mode"),
        read(WHOLE + "uses = dojo.nn.Relu, dojo.nn.Mode\n").uses());
    assertEquals(List.of(), read(WHOLE + "uses =\n").uses());
  }

  @Test
  void an_unknown_mistake_is_sent_to_the_first_hint() throws IOException {
    assertEquals(2, read(WHOLE).hint("SCALE_P"));
    assertEquals(1, read(WHOLE).hint(""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "class = InvertedDropout | has no entry \"class\": add it",
        "start = TODO            | has no entry \"start\": add it",
        "minutes = 20            | has no entry \"minutes\": add it",
        "notebook = 02-the-dropout-layer | has no entry \"notebook\": add it"
      })
  void a_missing_entry_is_named_with_the_remedy(String entry, String told) {
    refused(WHOLE.replace(entry, ""), told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "minutes = 20 | minutes = long | \"minutes\" in | must be a whole number, but was \"long\"",
        "01, 02 | 01; 02 | \"builds-on\" in | must be a whole number, but was \"01; 02\"",
        "NO_SCALE = 1 | NO_SCALE = 1.5 | \"hint.NO_SCALE\" in | must be a whole number, but was \"1.5\"",
        "#forward | .forward | \"src\" in | must name a class of the library, and a method of it",
        "TODO | todo | \"start\" in | must be TODO, BUG or TEST, but was \"todo\""
      })
  void a_wrong_entry_is_named_with_rule_and_value(
      String right, String wrong, String where, String told) {
    refused(WHOLE.replace(right, wrong), where);
    refused(WHOLE.replace(right, wrong), told);
  }

  private void refused(String text, String told) {
    KataFileException broken = assertThrows(KataFileException.class, () -> read(text));
    assertTrue(String.valueOf(broken.getMessage()).contains(told), broken::getMessage);
    assertTrue(String.valueOf(broken.getMessage()).contains("git checkout "), broken::getMessage);
  }

  private Plan read(String text) throws IOException {
    Files.writeString(folder.resolve("kata.properties"), text);
    return new Kata(7, folder).plan();
  }
}
