package dojo.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedCodeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dropout.of(0.5)",
        "GaussianDropout",
        "Mode.train(key)",
        "net.withRate(0.2)",
        "new Tensor",
        "Math.max(0, x)",
        "recipe",
        "loss-claims",
        "split(\"anything\")",
        "torch.rand(2, 3)",
        "[batch, units]",
        "notebooks/figures",
        "./dojo check 01",
        "0.001",
        "DOJO_QUICK=1"
      })
  void what_is_there_is_found(String code) {
    assertEquals(List.of(), problems(code));
  }

  @ParameterizedTest
  @CsvSource({
    "Dropuot.of(0.5), Dropuot",
    "Dropout.off(0.5), off",
    "Mode.train(sead).twice(), sead",
    "Math.maximum(0), maximum",
    "net.withoutDropout(), withoutDropout",
    "printedOnly, printedOnly",
    "torches.rand, torches",
    "lsot-claims, lsot",
    "./dojo chekc 01, the command chekc"
  })
  void what_is_nowhere_is_told(String code, String name) {
    assertEquals(
        List.of(
            "03-made-up, cell c1: `"
                + code
                + "` names "
                + name
                + ", which is neither in this notebook's code nor in the kit nor in Java:"
                + " correct it, or add it to foreign-names.txt"),
        problems(code));
  }

  private static List<String> problems(String code) {
    return NamedCode.OF_THE_COURSE.problems(
        MadeUpNotebook.at(Path.of("03-made-up.ipynb"))
            .says("Look at `" + code + "` now.")
            .runs("var recipe = of(key, net, x); // not sead\nSystem.out.println(\"printedOnly\");")
            .notebook());
  }
}
