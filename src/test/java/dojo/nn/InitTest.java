package dojo.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dojo.random.RandomKey;
import dojo.support.Statistics;
import dojo.tensor.Tensor;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitTest {
  private static final RandomKey KEY = RandomKey.of(12);

  @Test
  void the_weights_of_he_have_variance_2_over_in() {
    NormalDistribution law = NormalDistribution.of(0, Math.sqrt(2.0 / 50));
    assertLaw("He", Init.he(50, KEY, 50, 400), law::cumulativeProbability);
  }

  @Test
  void the_weights_of_lecun_have_variance_1_over_in() {
    NormalDistribution law = NormalDistribution.of(0, Math.sqrt(1.0 / 50));
    assertLaw("LeCun", Init.lecun(50, KEY, 50, 400), law::cumulativeProbability);
  }

  @Test
  void the_weights_of_glorot_are_uniform_with_variance_2_over_in_plus_out() {
    double a = Math.sqrt(6.0 / 450); // a uniform number in (−a, a) has variance a²/3
    UniformContinuousDistribution law = UniformContinuousDistribution.of(-a, a);
    assertLaw("Glorot", Init.glorot(50, 400, KEY, 50, 400), law::cumulativeProbability);
  }

  private static void assertLaw(String what, Tensor weights, DoubleUnaryOperator law) {
    float[] values = weights.toArray();
    double[] numbers = IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    Statistics.assertLaw(what, numbers, law, KEY);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 64})
  void the_rows_of_an_orthogonal_matrix_have_length_1_and_stand_at_right_angles(int size) {
    Tensor w = Init.orthogonal(size, KEY);
    Tensor product = w.matmul(w.transpose());
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        assertEquals(i == j ? 1 : 0, product.get(i, j), 1e-6); // numbers rounded to float32
      }
    }
  }

  @Test
  void weights_are_a_function_of_their_key() {
    assertEquals(Init.orthogonal(4, KEY), Init.orthogonal(4, KEY));
    assertNotEquals(Init.orthogonal(4, KEY), Init.orthogonal(4, KEY.split(0)));
    assertEquals(Linear.glorot(3, 4, KEY), Linear.glorot(3, 4, KEY));
    assertEquals(Init.glorot(3, 4, KEY, 3, 4), Linear.glorot(3, 4, KEY).weight());
    assertEquals(Init.lecun(3, KEY, 3, 4), Linear.lecun(3, 4, KEY).weight());
    assertEquals(Tensor.zeros(4), Linear.lecun(3, 4, KEY).bias());
    assertEquals(Tensor.zeros(4), Linear.glorot(3, 4, KEY).bias());
  }

  @Test
  void a_unit_without_connections_is_rejected() {
    var e = assertThrows(IllegalArgumentException.class, () -> Init.he(0, KEY, 0, 3));
    assertEquals(
        "a unit needs at least 1 connection to have initial weights, but had 0", e.getMessage());
  }
}
