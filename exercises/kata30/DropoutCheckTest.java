package kata30;

import static dojo.expect.Expect.expectThat;

import dojo.expect.KataTest;
import dojo.expect.Trials;
import dojo.random.RandomKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * The test that the student writes is judged by layers that are right, which it must accept under
 * every key, and by mutants, which it must refuse under every key.
 */
@KataTest("kata30.DropoutCheck")
class DropoutCheckTest {

  interface Layer {
    float[][] forward(float[][] x, double p, RandomKey key);
  }

  interface Subject {
    boolean accepts(Layer layer, RandomKey key);
  }

  /** So many elements may be given to a layer: what needs more has not chosen its n. */
  private static final int MOST = 20_000;

  /** If all right layers are accused alike, 0 for one and this for another are rarer than 2^-20. */
  private static final int FAR_FROM_0 = 20;

  /** The number u of element n in reading order, in row i and column j, uniform in [0, 1). */
  private interface Uniform {
    double of(RandomKey key, int n, int i, int j, int rows);
  }

  /** What becomes of an element that is kept. */
  private interface Scale {
    float of(float x, double p);
  }

  private static final Uniform BY_ROWS = (key, n, i, j, rows) -> key.uniform(n);
  private static final Scale BY_Q = (x, p) -> (float) (x / (1 - p));

  private static final Layer RIGHT = layer(BY_ROWS, BY_Q);
  private static final Layer ROW_COINS = layer((key, n, i, j, rows) -> key.uniform(i), BY_Q);
  private static final Layer SAME_ROWS = layer((key, n, i, j, rows) -> key.uniform(j), BY_Q);

  private static Layer layer(Uniform uniform, Scale scale) {
    return (x, p, key) -> {
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException("p must be in [0, 1], but was " + p);
      }
      float[][] y = new float[x.length][];
      int n = 0;
      for (int i = 0; i < x.length; i++) {
        y[i] = new float[x[i].length];
        for (int j = 0; j < x[i].length; j++) {
          boolean keep = uniform.of(key, n++, i, j, x.length) < 1 - p;
          y[i][j] = keep ? scale.of(x[i][j], p) : 0;
        }
      }
      return y;
    };
  }

  @Test
  void the_key_that_is_given_decides(Subject check, RandomKey key) {
    Watch one = watch(check, key.split(0));
    Watch other = watch(check, key.split(1));

    expectThat(one.elements > 0, "asks-nothing").orFail();
    expectThat(!one.keys.equals(other.keys), "same-keys").orDiagnose("FIXED_SEED_HIDES");
  }

  @Test
  void a_layer_that_draws_row_by_row_is_accepted(Subject check, Trials trials) {
    spares(check, trials, RIGHT, "accuses-rows", "");
  }

  @Test
  void a_layer_that_draws_column_by_column_is_accepted(Subject check, Trials trials) {
    Layer columns = layer((key, n, i, j, rows) -> key.uniform(j * rows + i), BY_Q);
    spares(check, trials, columns, "accuses-columns", "DICTATES_ORDER");
  }

  @Test
  void a_layer_that_counts_down_is_accepted(Subject check, Trials trials) {
    Layer down = layer((key, n, i, j, rows) -> key.uniform(MOST - n), BY_Q);
    spares(check, trials, down, "accuses-down", "DICTATES_ORDER");
  }

  @Test
  void a_layer_with_a_key_for_each_row_is_accepted(Subject check, Trials trials) {
    Layer split = layer((key, n, i, j, rows) -> key.split(i).uniform(j), BY_Q);
    spares(check, trials, split, "accuses-row-keys", "DICTATES_ORDER");
  }

  @Test
  void a_layer_that_drops_the_small_numbers_is_accepted(Subject check, Trials trials) {
    Layer small = layer((key, n, i, j, rows) -> 1 - key.uniform(n), BY_Q);
    spares(check, trials, small, "accuses-small", "DICTATES_ORDER");
  }

  @Test
  void a_layer_that_rounds_its_scale_is_accepted(Subject check, Trials trials) {
    Layer rounded = layer(BY_ROWS, (x, p) -> x * (float) (1 / (1 - p)));
    spares(check, trials, rounded, "accuses-rounded", "EXACT_VALUES");
  }

  @Test
  void a_layer_that_drops_nothing_is_refused(Subject check, Trials trials) {
    Layer scales = layer((key, n, i, j, rows) -> 0, BY_Q);
    kills(check, trials, scales, "survives-nothing", () -> "NEVER_COUNTS");
  }

  @Test
  void a_layer_that_does_not_scale_is_refused(Subject check, Trials trials) {
    Layer sevens = layer(BY_ROWS, (x, p) -> 7);
    kills(
        check,
        trials,
        layer(BY_ROWS, (x, p) -> x),
        "survives-unscaled",
        () -> check.accepts(sevens, trials.key()) ? "ZEROS_ONLY" : "");
  }

  @Test
  void a_layer_that_divides_by_p_is_refused(Subject check, Trials trials) {
    Layer byP = layer(BY_ROWS, (x, p) -> (float) (x / p));
    kills(check, trials, byP, "survives-by-p", () -> halves(check, trials));
  }

  @Test
  void a_layer_that_takes_p_for_keeping_is_refused(Subject check, Trials trials) {
    Layer keeping = (x, p, key) -> RIGHT.forward(x, 1 - p, key);
    kills(check, trials, keeping, "survives-keeping", () -> halves(check, trials));
  }

  @Test
  void a_layer_with_one_mask_for_ever_is_refused(Subject check, Trials trials) {
    Layer one = (x, p, key) -> RIGHT.forward(x, p, RandomKey.of(1));
    kills(
        check,
        trials,
        one,
        "survives-one-mask",
        () -> watch(check, trials.key()).keys.size() == 1 ? "ONE_KEY" : sharing(check, trials));
  }

  @Test
  void a_layer_that_preserves_the_share_is_refused(Subject check, Trials trials) {
    Layer realised =
        (x, p, key) -> {
          float[][] y = RIGHT.forward(x, p, key);
          int all = 0;
          int kept = 0;
          for (float[] row : y) {
            for (float value : row) {
              all++;
              kept += value == 0 ? 0 : 1;
            }
          }
          return times(y, kept == 0 ? 1 : all * (1 - p) / kept);
        };
    kills(check, trials, realised, "survives-realised", () -> "");
  }

  @Test
  void a_layer_that_overwrites_its_input_is_refused(Subject check, Trials trials) {
    Layer inPlace =
        (x, p, key) -> {
          float[][] y = RIGHT.forward(x, p, key);
          for (int i = 0; i < x.length; i++) {
            System.arraycopy(y[i], 0, x[i], 0, x[i].length);
          }
          return x;
        };
    kills(check, trials, inPlace, "survives-in-place", () -> "");
  }

  @Test
  void a_layer_with_one_coin_for_each_row_is_refused(Subject check, Trials trials) {
    kills(check, trials, ROW_COINS, "survives-row-coins", () -> sharing(check, trials));
  }

  @Test
  void a_layer_with_one_mask_for_all_rows_is_refused(Subject check, Trials trials) {
    kills(check, trials, SAME_ROWS, "survives-same-rows", () -> sharing(check, trials));
  }

  @Test
  void a_layer_with_the_number_row_times_rows_plus_column_is_refused(Subject check, Trials trials) {
    Layer collides = layer((key, n, i, j, rows) -> key.uniform(i * rows + j), BY_Q);
    kills(
        check,
        trials,
        collides,
        "survives-index",
        () -> watch(check, trials.key()).wide ? "" : "SQUARE_INPUT");
  }

  @Test
  void a_layer_that_drops_positive_elements_alone_is_refused(Subject check, Trials trials) {
    Layer positive =
        (x, p, key) -> {
          float[][] y = RIGHT.forward(x, p, key);
          for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
              y[i][j] = x[i][j] < 0 ? BY_Q.of(x[i][j], p) : y[i][j];
            }
          }
          return y;
        };
    kills(
        check,
        trials,
        positive,
        "survives-positive",
        () -> watch(check, trials.key()).negative ? "" : "POSITIVE_INPUT");
  }

  @Test
  void a_layer_whose_numbers_end_at_nine_tenths_is_refused(Subject check, Trials trials) {
    Layer narrow = layer((key, n, i, j, rows) -> 0.9 * key.uniform(n), BY_Q);
    kills(
        check,
        trials,
        narrow,
        "survives-narrow",
        () -> watch(check, trials.key()).canTellNineTenths() ? "TOO_LOOSE" : "TOO_FEW_DRAWS");
  }

  private static String sharing(Subject check, Trials trials) {
    Predicate<Layer> survives = layer -> trials.count(key -> check.accepts(layer, key)) > 0;
    return survives.test(ROW_COINS) && survives.test(SAME_ROWS) ? "NEVER_COMPARES" : "";
  }

  private static String halves(Subject check, Trials trials) {
    return watch(check, trials.key()).drawn.keySet().equals(Set.of(0.5)) ? "AT_HALF_ONLY" : "";
  }

  /**
   * Under each key the layer must be accepted. If chance accuses it, chance accuses the layer that
   * draws row by row as often; if that one is spared, this layer has something that it must not.
   */
  private static void spares(
      Subject check, Trials trials, Layer right, String sentence, String ifOwn) {
    int accused = accused(check, trials, right);
    boolean own =
        accused == trials.n() || accused >= FAR_FROM_0 && accused(check, trials, RIGHT) == 0;

    expectThat(accused == 0, sentence, accused, trials.n()).orDiagnose(own ? ifOwn : "TOO_TIGHT");
  }

  private static int accused(Subject check, Trials trials, Layer right) {
    return trials.n() - trials.count(key -> check.accepts(new Watch(right), key));
  }

  /** Under each key the mutant must be refused. */
  private static void kills(
      Subject check, Trials trials, Layer mutant, String sentence, Supplier<String> sign) {
    int survived = trials.count(key -> check.accepts(mutant, key));

    expectThat(survived == 0, sentence, survived, trials.n())
        .orDiagnose(survived == 0 ? "" : sign.get());
  }

  private static Watch watch(Subject check, RandomKey key) {
    Watch watch = new Watch(RIGHT);
    check.accepts(watch, key);
    return watch;
  }

  private static float[][] times(float[][] y, double factor) {
    for (float[] row : y) {
      for (int j = 0; j < row.length; j++) {
        row[j] = (float) (row[j] * factor);
      }
    }
    return y;
  }

  /** A layer that notes what it is asked. */
  private static final class Watch implements Layer {
    private final Layer layer;
    private final Set<RandomKey> keys = new HashSet<>();
    private final Map<Double, Integer> drawn = new HashMap<>();
    private int elements;
    private boolean wide;
    private boolean negative;

    Watch(Layer layer) {
      this.layer = layer;
    }

    @Override
    public float[][] forward(float[][] x, double p, RandomKey key) {
      keys.add(key);
      for (float[] row : x) {
        elements += row.length;
        drawn.merge(p, row.length, Integer::sum);
        wide |= x.length > 1 && row.length > x.length;
        for (float value : row) {
          negative |= value < 0;
        }
      }
      expectThat(elements <= MOST, "too-many", MOST).orDiagnose("TOO_MANY_DRAWS");
      return layer.forward(x, p, key);
    }

    /**
     * Whether so many draws tell apart the shares q and q / 0.9: whether the bound of a right layer
     * and five standard deviations of the wrong one fit between them.
     */
    boolean canTellNineTenths() {
      return drawn.entrySet().stream()
          .anyMatch(
              draws -> {
                double q = 1 - draws.getKey();
                double wrong = Math.min(1, q / 0.9);
                double gap = Math.sqrt(draws.getValue()) * (wrong - q);
                return gap > 6.1 * Math.sqrt(q * (1 - q)) + 5 * Math.sqrt(wrong * (1 - wrong));
              });
    }
  }
}
