package dojo.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyTrailTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void a_cell_rests_on_the_keys_of_the_cells_whose_variables_it_uses() {
    Map<String, KeyTrail> trails =
        trails(
            "RandomKey key = RandomKey.of(7); RandomKey other = RandomKey.of(8);",
            "Tensor x = Tensor.uniform(key.split(\"RandomKey.of(9)\"), 4);\nx",
            "// other\ndouble half = 1 / 2.0;",
            "Claim.that(\"x\").below(half, x.sum());",
            "Claim.that(\"1\").below(half, 1);");
    assertEquals(keys("RandomKey.of(7)"), trails.get("1"));
    assertEquals(keys("RandomKey.of(7)"), trails.get("3"));
    assertEquals(new KeyTrail(List.of(), false, false), trails.get("4"));
  }

  @Test
  void methods_lead_on_and_names_within_them_are_their_own() {
    Map<String, KeyTrail> trails =
        trails(
            "RandomKey key = RandomKey.of(1);\nint s = RandomKey.of(2).below(0, 9);",
            "double drawn(RandomKey key) {\n  int s = 3; return key.uniform(s);\n}",
            "double two = drawn(RandomKey.of(4)) + DoubleStream.of(1).map(s -> 2 * s).sum();",
            "two",
            "double all() { return IntStream.range(0, 3).mapToDouble(t -> drawn(RandomKey.of(t))).sum(); }",
            "all()");
    assertEquals(keys("RandomKey.of(4)"), trails.get("3"));
    assertEquals(keys("RandomKey.of(t)"), trails.get("5"));
  }

  @Test
  void what_is_put_into_a_variable_later_counts_too() {
    Map<String, KeyTrail> trails =
        trails(
            "double sum = 0; double[] each = {1, 2, 3}; Map<String, Double> map = new TreeMap<>(); int[] untouched = {1};",
            "for (int i = 0; i < 3; i++) { sum += RandomKey.of(1).uniform(i); }",
            "for (int i = 0; i < 3; i++) {\n  each[i] = RandomKey.of(2).uniform(i);\n}",
            "map.put(\"a\", RandomKey.of(3).uniform(untouched[0]));",
            "sum",
            "each[0]",
            "map",
            "untouched");
    assertEquals(keys("RandomKey.of(1)"), trails.get("4"));
    assertEquals(keys("RandomKey.of(2)"), trails.get("5"));
    assertEquals(keys("RandomKey.of(3)"), trails.get("6"));
    assertFalse(trails.get("7").random());
  }

  @Test
  void an_experiment_has_the_keys_of_its_seeds() {
    KeyTrail trail =
        trails(
                "var runs = Experiment.over(0.0).withSeeds(3).run((p, key) -> key.uniform(0));",
                "show(runs.table(\"p\"));")
            .get("1");
    assertEquals(new KeyTrail(List.of(), true, true), trail);
  }

  @Test
  void another_source_of_randomness_is_named_too() {
    for (String made : List.of("new Random(1)", "new SplittableRandom(1)", "new RandomKey(1)")) {
      assertEquals(keys(made), trails("var drawn = " + made + ";", "drawn").get("1"));
    }
    assertEquals(
        new KeyTrail(List.of(), false, true),
        trails("var drawn = Math.random();", "drawn").get("1"));
  }

  @Test
  void of_code_that_is_no_java_nothing_is_said() {
    assertEquals(Map.of(), trails("int x = ;", "x"));
  }

  @Test
  void the_code_of_every_notebook_can_be_read() {
    for (Notebook notebook : Notebooks.in(Path.of("notebooks")).all()) {
      Map<String, KeyTrail> trails = KeyTrail.of(notebook);
      assertTrue(trails.size() >= notebook.codeCells().size() - 2, notebook.name()); // imports
      assertTrue(trails.values().stream().anyMatch(KeyTrail::random), notebook.name());
    }
  }

  private static KeyTrail keys(String... keys) {
    return new KeyTrail(List.of(keys), false, true);
  }

  /** The cells are named by their numbers, from 0. */
  private static Map<String, KeyTrail> trails(String... cells) {
    ObjectNode content = JSON.createObjectNode();
    ArrayNode all = content.putArray("cells");
    for (String cell : cells) {
      all.addObject().put("cell_type", "code").put("id", "" + all.size()).put("source", cell);
    }
    Map<String, KeyTrail> named = new LinkedHashMap<>();
    KeyTrail.of(new Notebook(Path.of("01-keys.ipynb"), content))
        .forEach((id, trail) -> named.put("" + (Integer.parseInt(id) - 1), trail));
    return named;
  }
}
