package dojo.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dojo.experiment.Experiment;
import dojo.experiment.Measure;
import dojo.experiment.Results;
import dojo.experiment.Sample;
import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

class PlotDataTest {
  private static final LineChart CHART = LineChart.of("Loss, \"with\" & without", "x", "x");
  private static final double[] X = {1, 2, 3};

  private static PlotData data(Pictured chart) {
    return chart.content().data(Locale.ENGLISH);
  }

  private static Table read(PlotData data) {
    return Table.read().usingOptions(CsvReadOptions.builderFromString(data.csv()));
  }

  @Test
  void a_table_holds_all_lines_dots_and_bands_of_a_chart() {
    PlotData data =
        data(
            CHART
                .band("p = 0.5, test", X, List.of(new double[] {1, 2, 3}, new double[] {3, 2, 7}))
                .dots("a \"dot\"", new double[] {0.1}, new double[] {-0.0}));
    double sd = StrictMath.sqrt(2);
    assertEquals(
        """
        curve,x,x (2),low end of the band,high end of the band
        "p = 0.5, test",1,2,%s,%s
        "p = 0.5, test",2,2,2,2
        "p = 0.5, test",3,5,%s,%s
        "a ""dot""\",0.1,-0.0,,
        """
            .formatted(2 - sd, 2 + sd, 5 - 2 * sd, 5 + 2 * sd),
        data.csv());
  }

  @Test
  void tablesaw_reads_back_the_same_bits() {
    RandomKey key = RandomKey.of(5);
    double[] x = new double[3000];
    Arrays.setAll(x, i -> i);
    double[] y = new double[x.length];
    Arrays.setAll(y, i -> any(key, i));
    Table table = read(data(CHART.line("a", x, y)));
    assertArrayEquals(x, table.intColumn(1).asDoubleArray());
    double[] read = table.doubleColumn(2).asDoubleArray();
    for (int i = 0; i < y.length; i++) {
      assertEquals(Double.doubleToLongBits(y[i]), Double.doubleToLongBits(read[i]));
    }
  }

  /** Every pattern of bits, numbers as they are common, and the odd ones. */
  private static double any(RandomKey key, int i) {
    double[] odd = {
      0, -0.0, Double.NaN, 1 / 0.0, -1 / 0.0, Double.MIN_VALUE, Double.MAX_VALUE, 1e15, 1e-5, 2e23
    };
    return switch (i % 4) {
      case 0 -> Double.longBitsToDouble(key.bits(i));
      case 1 -> key.normal(i);
      case 2 -> (float) key.uniform(i);
      default -> i / 4 < odd.length ? odd[i / 4] : Math.rint(1000 * key.normal(i)) / 100;
    };
  }

  @Test
  void a_fingerprint_changes_with_the_last_bit_and_with_no_word() {
    String first = data(CHART.line("a", X, X)).fingerprint();
    assertEquals(first, data(LineChart.of("t", "u", "v").line("b", X, X)).fingerprint());
    assertNotEquals(
        first, data(CHART.line("a", X, new double[] {1, 2, Math.nextUp(3.0)})).fingerprint());
    assertNotEquals(
        data(CHART
                .line("a", new double[] {1, 2}, new double[] {1, 2})
                .line("b", new double[] {3}, new double[] {3}))
            .fingerprint(),
        first,
        "where a curve ends belongs to the data");
  }

  @Test
  void a_file_is_called_like_the_picture() {
    assertEquals("loss-with-without.csv", data(CHART.line("a", X, X)).fileName());
    assertEquals(
        "损失.csv", new PlotData("损失", List.of(), List.of(), OptionalInt.empty()).fileName());
    assertEquals(
        "figure.csv", new PlotData("?!", List.of(), List.of(), OptionalInt.empty()).fileName());
  }

  @Test
  void keys_are_known_of_what_an_experiment_measured_and_of_nothing_else() {
    Results<Double, Double> results =
        Experiment.over(0.0, 0.5).withSeeds(3).run((p, key) -> p + key.uniform(0));
    Measure<Double> measure = Measure.of("m", v -> v);
    Sample known =
        results.sample(0.5, measure).times(2).plus(1).minus(results.sample(0.0, measure));
    Sample unknown = new Sample(1, 2, 3);
    assertEquals(OptionalInt.of(3), data(BarChart.of("t", "p", results, measure)).seeds());
    assertEquals(OptionalInt.of(3), data(CHART.dots("a", known).level("0", 0)).seeds());
    assertEquals(OptionalInt.empty(), data(CHART.dots("a", known).line("b", X, X)).seeds());
    assertEquals(OptionalInt.empty(), data(CHART.dots("a", known.minus(unknown))).seeds());
  }

  @Test
  void bars_bins_and_squares_are_data_too() {
    assertEquals(
        """
        p,m,low end of the 95 % interval,high end of the 95 % interval
        a,1,NaN,NaN
        """,
        data(BarChart.of("t", "p", "m").bars("m", List.of("a"), List.of(new Sample(1)))).csv());
    assertEquals(
        """
        curve,"x, from","x, to",share of the values (%)
        a,0,0.5,25
        a,0.5,1,75
        """,
        data(ValueHistogram.of("t", "x").withBins(2).withRange(0, 1).values("a", 0, 0.5, 0.7, 1))
            .csv());
    Tensor tile = Tensor.of(new float[] {1, 0.1f, Float.NaN, 0}, 2, 2);
    assertEquals(
        """
        picture,row,column 1,column 2
        c,1,1,0.10000000149011612
        c,2,NaN,0
        """,
        new TilesText("t", List.of(new Pictures.Tile(tile, "c"))).data(Locale.ENGLISH).csv());
  }
}
