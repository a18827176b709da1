package dojo.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.data.Dataset;
import dojo.data.Examples;
import dojo.data.Regression;
import dojo.dropout.Dropout;
import dojo.nn.BatchNorm;
import dojo.nn.Conv2d;
import dojo.nn.Flatten;
import dojo.nn.Forward;
import dojo.nn.GaussianNll;
import dojo.nn.LastStep;
import dojo.nn.Layer;
import dojo.nn.Linear;
import dojo.nn.Loss;
import dojo.nn.Lstm;
import dojo.nn.MaxPool2d;
import dojo.nn.MeanSquare;
import dojo.nn.Mode;
import dojo.nn.Relu;
import dojo.nn.Sequential;
import dojo.nn.SoftmaxCrossEntropy;
import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScoreTest {
  private static final RandomKey KEY = RandomKey.of(31);

  /** Answers class 0 with the odds 3 : 1 where x = 0, class 1 with the odds 3 : 1 where x = 1. */
  private static final Linear MODEL =
      new Linear(
          Tensor.ofRows(new float[] {0, 2 * (float) Math.log(3)}),
          Tensor.of(new float[] {0, -(float) Math.log(3)}, 2));

  private static final Dataset DATA =
      Dataset.of(Tensor.of(new float[] {0, 0, 1, 1}, 4, 1), new int[] {0, 1, 1, 1}, 2);

  /** A set of more numbers than go through a model at a time, and a net and a loss for it. */
  record Large(Layer model, Examples<?> data, Loss loss) {
    @Override
    public String toString() {
      return loss + " of " + data;
    }
  }

  static Stream<Large> large_sets() {
    Tensor maps = Tensor.normal(KEY.split("maps"), 700, 1, 14, 14);
    Tensor rows = Tensor.normal(KEY.split("rows"), 4097, 64);
    Tensor sequences = Tensor.normal(KEY.split("sequences"), 300, 10, 65);
    Layer convolutions =
        Sequential.of(
                Conv2d.he(1, 3, 3, KEY.split(0)),
                BatchNorm.of(3),
                new Relu(),
                MaxPool2d.of(2),
                new Flatten(),
                Dropout.of(.5),
                Linear.he(108, 10, KEY.split(1)))
            .calibrated(maps.rows(0, 1, 2, 3), Mode.eval());
    int[] labels = IntStream.range(0, 700).map(i -> i * 7 % 10).toArray();
    return Stream.of(
        new Large(convolutions, Dataset.of(maps, labels, 10), new SoftmaxCrossEntropy()),
        new Large(
            Sequential.of(Linear.he(64, 20, KEY.split(2)), new Relu(), Linear.he(20, 3, KEY)),
            new Regression(rows, Tensor.normal(KEY.split("y"), 4097, 3)),
            new MeanSquare()),
        new Large(
            Sequential.of(Lstm.of(65, 4, KEY), new LastStep(), Linear.he(4, 2, KEY)),
            new Regression(sequences, Tensor.normal(KEY.split("y"), 300, 1)),
            new GaussianNll()));
  }

  @ParameterizedTest
  @MethodSource("large_sets")
  void a_set_scored_in_parts_scores_what_it_does_in_one_pass_to_the_bit(Large large) {
    Tensor whole = large.model.apply(large.data.x(), Mode.eval());
    assertEquals(
        new Score(
            large.loss.at(whole, large.data.y()).mean(),
            large.data.error(large.loss.answer(whole))),
        Score.of(large.model, large.data, large.loss));
  }

  @Test
  void no_part_is_larger_than_it_must_be_and_all_are_scored_in_order() {
    assertEquals(List.of(1000), rowsOfParts(1000, 131)); // 131,000 numbers are not too many
    assertEquals(List.of(1000, 1000, 1), rowsOfParts(2001, 131));
    assertEquals(List.of(1, 1, 1), rowsOfParts(3, 1 << 18));
    assertEquals(List.of(2), rowsOfParts(2, 0));
  }

  private static List<Integer> rowsOfParts(int n, int width) {
    Tensor x = Tensor.generate(i -> i, n, width);
    List<Integer> rows = new ArrayList<>();
    Layer spy =
        (part, mode) -> {
          int before = rows.stream().mapToInt(Integer::intValue).sum();
          assertEquals(x.rows(IntStream.range(before, before + part.length(0)).toArray()), part);
          assertEquals(Mode.eval(), mode);
          rows.add(part.length(0));
          return Forward.of(Tensor.zeros(part.length(0), 1), g -> part);
        };
    Score score = Score.of(spy, new Regression(x, Tensor.ones(n, 1)), new MeanSquare());
    assertEquals(new Score(1, 1), score);
    assertEquals(n, rows.stream().mapToInt(Integer::intValue).sum());
    return rows;
  }

  @Test
  void the_score_is_the_one_computed_by_hand() {
    Score score = Score.of(MODEL, DATA, new SoftmaxCrossEntropy());
    assertEquals(0.25, score.error());
    // three right answers of probability 3/4, and a wrong one that left 1/4
    assertEquals((3 * Math.log(4.0 / 3) + Math.log(4)) / 4, score.loss(), 1e-7); // float32 odds
  }

  @Test
  void a_score_is_taken_without_dropout() {
    Sequential noisy = Sequential.of(Dropout.of(0.9), MODEL);
    SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy();
    assertEquals(Score.of(MODEL, DATA, loss), Score.of(noisy, DATA, loss));
  }

  @Test
  void nothing_has_no_score() {
    Score score = Score.of(MODEL, DATA.rows(), new SoftmaxCrossEntropy());
    assertTrue(Double.isNaN(score.loss()) && Double.isNaN(score.error()));
  }
}
