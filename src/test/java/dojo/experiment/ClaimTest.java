package dojo.experiment;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.dropout.DropRate;
import dojo.dropout.Mask;
import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import dojo.train.History;
import dojo.train.Score;
import dojo.train.Units;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ClaimTest {
  private static final Sample LOW = new Sample(0.0530, 0.0585, 0.0561, 0.0472, 0.0493);
  private static final Sample HIGH = new Sample(0.1058, 0.0991, 0.1203, 0.0872, 0.1110);

  /** What stands in brackets at the end of a claim. */
  private static final Pattern ORIGIN =
      Pattern.compile("(?m) \\[((?:seeds [^\\[]*)?fingerprint [^\\[\\]]*)\\]");

  private static final Sample LOW_OF_FOUR = new Sample(0.01, 0.02, 0.01, 0.02);

  @Test
  void a_condition() {
    assertHolds("3 of 4", c -> c.holds(true, "3 of 4"));
    assertRefuted("3 of 4", c -> c.holds(false, "3 of 4"));
  }

  @Test
  void equality_to_the_bit() {
    assertHolds("equal to the bit", c -> c.equal(Tensor.ones(2), Tensor.full(1, 2)));
    assertHolds("3823", c -> c.equal(3823, 3823)); // what is short is shown
    assertHolds("Relu", c -> c.equal("Relu", "Relu"));
    assertRefuted("expected 3823, was 3824", c -> c.equal(3823, 3824));
    assertRefuted(
        "expected Tensor[1] [0.], was Tensor[1] [-0.]",
        c -> c.equal(Tensor.zeros(1), Tensor.full(-0.0, 1)));
  }

  @Test
  void nearness() {
    assertHolds("0.410, expected 0.400 ± 0.02", c -> c.near(0.4, 0.41, 0.02));
    assertHolds("2, expected 3 ± 1", c -> c.near(3, 2, 1)); // the edge belongs to it
    assertRefuted("0.430, expected 0.400 ± 0.02", c -> c.near(0.4, 0.43, 0.02));
    assertRefuted("0.370, expected 0.400 ± 0.02", c -> c.near(0.4, 0.37, 0.02));
    assertRefuted("NaN, expected 0.400 ± 0.02", c -> c.near(0.4, Double.NaN, 0.02));
    assertRefuted("0.4, expected NaN ± 0.02", c -> c.near(Double.NaN, 0.4, 0.02));
    assertRefuted("Infinity, expected 0 ± 1", c -> c.near(0, Double.POSITIVE_INFINITY, 1));
    assertHolds(
        "Infinity, expected Infinity ± 1",
        c -> c.near(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 1));
  }

  @Test
  void order() {
    assertHolds("0.23 is below 0.357", c -> c.below(0.23, 0.357));
    assertRefuted("0.357 is not below 0.23", c -> c.below(0.357, 0.23));
    assertRefuted("1 is not below 1", c -> c.below(1, 1));
    assertRefuted("NaN is not below 1", c -> c.below(Double.NaN, 1));
  }

  @Test
  void coins() {
    // scipy.stats.binom.ppf(5e-10, 1000, 0.4) = 307, scipy.stats.binom.isf(5e-10, 1000, 0.4) = 496
    String law = " of 1000; luck stays between 307 and 496 except once in a billion";
    for (int count : new int[] {307, 409, 496}) {
      assertHolds(count + law, c -> c.coins(count, 1000, 0.4));
    }
    for (int count : new int[] {0, 306, 497, 1000}) {
      assertRefuted(count + law, c -> c.coins(count, 1000, 0.4));
    }
  }

  @Test
  void coins_that_always_fall_on_one_side() {
    String never = " of 9; luck stays between 0 and 0 except once in a billion";
    assertHolds("0" + never, c -> c.coins(0, 9, 0));
    assertRefuted("1" + never, c -> c.coins(1, 9, 0));
    String always = " of 9; luck stays between 9 and 9 except once in a billion";
    assertHolds("9" + always, c -> c.coins(9, 9, 1));
    assertRefuted("8" + always, c -> c.coins(8, 9, 1));
  }

  @Test
  void a_setting_lower_than_another() {
    String test =
        "0.0528 against 0.1047, difference -0.0519, 95 % interval [-0.0660, -0.0377], t(4) = -10.2,"
            + " p = 0.0005, lower under 5 of 5 seeds";
    assertHolds(test, c -> c.lower(LOW, HIGH, 0.001));
    String needed = "; needed: p < α = 0.0001, in the direction that is claimed";
    assertRefuted(
        test + needed, c -> c.lower(LOW, HIGH, 0.0001)); // lower, but that could be chance
    assertRefuted(
        "0.1047 against 0.0528, difference 0.0519, 95 % interval [0.0377, 0.0660], t(4) = 10.2, p ="
            + " 0.0005, lower under 0 of 5 seeds; needed: p < α = 0.001, in the direction that is claimed",
        c -> c.lower(HIGH, LOW, 0.001)); // no chance, but higher
  }

  @Test
  void the_words_around_a_sentence_are_those_of_its_language() {
    Claim claim = Claim.that("la perdo falas", Locale.forLanguageTag("eo"));
    assertEquals(
        "✔ pruvita, la perdo falas: 1 is below 2" + System.lineSeparator(),
        ORIGIN.matcher(printed(() -> claim.below(1, 2))).replaceAll(""));
    var e = assertThrows(Claim.Refuted.class, () -> claim.lower(HIGH, LOW, 0.001));
    assertEquals(
        "refutita: la perdo falas (0.1047 against 0.0528, diferenco 0.0519, t(4) = "
            + PairedTest.of(HIGH, LOW).t()
            + "; needed: p < α = 0.001, in the direction that is claimed)",
        ORIGIN.matcher(e.getMessage()).replaceAll(""));
  }

  @Test
  void a_claim_on_an_experiment_names_its_seeds_and_the_fingerprint_of_all_numbers() {
    Results<Double, Double> results =
        Experiment.over(0.0, 0.5, 1.0).withSeeds(4).run((p, key) -> p + 0.1 * key.uniform(0));
    Sample low = results.sample(0.0, value -> value);
    Sample high = results.sample(0.5, value -> value);
    String claimed = origin(claim -> claim.lower(low, high, 0.05));
    assertTrue(claimed.matches("seeds 0 to 3, fingerprint [0-9a-f]{16}"), claimed);
    assertEquals(claimed, origin(claim -> claim.lower(low, high, 0.01)));
    assertEquals(claimed, origin(claim -> claim.alike(low, high, 2, 0.05)));
    assertNotEquals(
        claimed, origin(claim -> claim.lower(low, high.plus(Math.ulp(1.0)), 0.05)), "the last bit");
    assertNotEquals(
        origin(claim -> claim.lower(low, 0.3, 0.05)),
        origin(claim -> claim.lower(0.4, high, 0.05)));
    String unknown = origin(claim -> claim.lower(low, high.minus(LOW_OF_FOUR), 0.05));
    assertTrue(unknown.matches("fingerprint [0-9a-f]{16}"), "nobody knows its seeds: " + unknown);
  }

  @Test
  void every_claim_that_compares_has_the_fingerprint_of_what_it_compared() {
    Tensor x = Tensor.uniform(RandomKey.of(1), 3, 4);
    History history =
        new History(
            List.of(new History.Epoch(1, new Score(0.5, 0.1), new Score(1, 0.2))),
            new Units("nats", Units.Errors.WRONG_ANSWERS, "%"));
    assertApart(
        List.of(
            c -> c.near(0.4, 0.41, 0.02),
            c -> c.near(0.4, Math.nextUp(0.41), 0.02),
            c -> c.near(Math.nextUp(0.4), 0.41, 0.02),
            c -> c.below(0.4, 0.41),
            c -> c.below(0.4, Math.nextUp(0.41)),
            c -> c.coins(409, 1000, 0.4),
            c -> c.coins(410, 1000, 0.4),
            c -> c.coins(409, 1000, 0.41),
            c -> c.equal(3823, 3823),
            c -> c.equal("Relu", "Relu"),
            c -> c.equal(x, x),
            c -> c.equal(x.times(Math.nextUp(1f)), x.times(Math.nextUp(1f))),
            c -> c.equal(Tensor.zeros(2, 3), Tensor.zeros(2, 3)),
            c -> c.equal(Tensor.zeros(3, 2), Tensor.zeros(3, 2)),
            c -> c.equal(Tensor.full(-0.0, 3, 2), Tensor.full(-0.0, 3, 2)),
            c -> c.equal(List.of(x, x), List.of(x, x)),
            c -> c.equal(List.of(List.of(x), x), List.of(List.of(x), x)),
            c ->
                c.equal(
                    Mask.sample(new DropRate(0.5), RandomKey.of(1), 9),
                    Mask.sample(new DropRate(0.5), RandomKey.of(1), 9)),
            c -> c.equal(history, history),
            c -> c.equal(List.of(history, history), List.of(history, history))));
  }

  @Test
  void what_nobody_can_write_to_the_bit_has_no_fingerprint() {
    Object secret = new Object();
    assertEquals("", origin(claim -> claim.equal(secret, secret)));
    assertEquals("", origin(claim -> claim.equal(List.of(1, secret), List.of(1, secret))));
    assertEquals("", origin(claim -> claim.holds(true, "only its author knows")));
  }

  private static void assertApart(List<Consumer<Claim>> checks) {
    List<String> marks = checks.stream().map(ClaimTest::origin).toList();
    marks.forEach(mark -> assertTrue(mark.matches("fingerprint [0-9a-f]{16}"), mark));
    assertEquals(marks, checks.stream().map(ClaimTest::origin).toList(), "the same again");
    assertEquals(marks.size(), new TreeSet<>(marks).size(), marks::toString);
  }

  /** What stands in brackets at the end of what a claim printed; empty for nothing. */
  private static String origin(Consumer<Claim> check) {
    String line = printed(() -> check.accept(Claim.that("dropout helps", Locale.ENGLISH))).strip();
    Matcher bracket = ORIGIN.matcher(line);
    return bracket.find() ? bracket.group(1) : "";
  }

  @Test
  void a_setting_is_not_lower_than_itself() {
    assertThrows(Claim.Refuted.class, () -> Claim.that("lower than itself").lower(LOW, LOW, 0.05));
  }

  private static void assertHolds(String statistic, Consumer<Claim> check) {
    assertEquals(
        "✔ dropout helps: " + statistic + System.lineSeparator(),
        ORIGIN.matcher(printed(() -> check.accept(Claim.that("dropout helps")))).replaceAll(""));
  }

  private static String printed(Runnable check) {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      check.run();
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static void assertRefuted(String statistic, Consumer<Claim> check) {
    Claim claim = Claim.that("dropout helps");
    var e = assertThrows(Claim.Refuted.class, () -> check.accept(claim));
    assertEquals(
        "claim refuted: dropout helps\n  found: "
            + statistic
            + "\n  If you changed the notebook or the kit, either change the sentence with it, or undo"
            + " what broke it.\n  If you changed nothing, the fault is ours: please open an issue with"
            + " these lines.",
        ORIGIN.matcher(e.getMessage()).replaceAll(""));
  }

  @Test
  void a_number_below_or_above_a_bound() {
    Sample ratio = new Sample(1.2, 1.3, 1.4);
    String above =
        "1.300, to be above 1.1, 95 % interval of the mean [1.052, 1.548], t(2) = 3.5, p = 0.07,"
            + " above it under 3 of 3 seeds";
    assertHolds(above, c -> c.lower(1.1, ratio, 0.1));
    assertRefuted(
        above + "; needed: p < α = 0.01, in the direction that is claimed",
        c -> c.lower(1.1, ratio, 0.01));
    assertHolds(
        "1.300, to be below 1.5, 95 % interval of the mean [1.052, 1.548], t(2) = -3.5, p = 0.07,"
            + " below it under 3 of 3 seeds",
        c -> c.lower(ratio, 1.5, 0.1));
    assertThrows(Claim.Refuted.class, () -> Claim.that("above").lower(ratio, 1.1, 0.5));
  }

  @Test
  void settings_that_are_much_alike() {
    Sample other = LOW.plus(0.001);
    Sample wider = new Sample(0.0530, 0.0585, 0.0561, 0.0472, 0.0593);
    assertHolds(
        "0.05282 against 0.05382, 90 % interval of the difference [-0.001, -0.001], within ± 0.002",
        c -> c.alike(LOW, other, 0.002, 0.05));
    String found =
        "0.0528 against 0.0548, 98 % interval of the difference [-0.0095, 0.0055], within ± ";
    assertHolds(found + "0.01", c -> c.alike(LOW, wider, 0.01, 0.01));
    assertThrows(Claim.Refuted.class, () -> Claim.that("alike").alike(LOW, wider, 0.005, 0.01));
    assertThrows(Claim.Refuted.class, () -> Claim.that("alike").alike(wider, LOW, 0.005, 0.01));
    assertThrows(
        Claim.Refuted.class, () -> Claim.that("alike").alike(LOW, LOW.times(Double.NaN), 1, 0.1));
  }

  @Test
  void what_every_number_would_meet_is_no_claim() {
    Claim claim = Claim.that("x", Locale.ENGLISH);
    Sample far = new Sample(100, 200);
    Sample near = new Sample(1, 2);
    for (double alpha : new double[] {-.1, 0, .5, .9, 1, 2, Double.NaN}) {
      assertRejected(
          "alpha must be in (0, 0.5), but was " + alpha, () -> claim.alike(near, far, .1, alpha));
    }
    for (double alpha : new double[] {-.1, 0, 1, 2, Double.NaN, Double.POSITIVE_INFINITY}) {
      String message = "alpha must be in (0, 1), but was " + alpha;
      assertRejected(message, () -> claim.lower(near, far, alpha));
      assertRejected(message, () -> claim.lower(near, 100, alpha));
      assertRejected(message, () -> claim.lower(0, far, alpha));
    }
    for (double margin : new double[] {-1, 0, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertRejected(
          "margin must be above 0 and finite, but was " + margin,
          () -> claim.alike(near, far, margin, .1));
    }
    for (double tolerance : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertRejected(
          "tolerance must be at least 0 and finite, but was " + tolerance,
          () -> claim.near(1, 2, tolerance));
    }
    assertRefuted("2, expected 1 ± 0", c -> c.near(1, 2, 0));
    assertThrows(Claim.Refuted.class, () -> claim.alike(near, far, .1, .499));
  }
}
