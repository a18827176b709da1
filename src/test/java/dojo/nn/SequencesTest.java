package dojo.nn;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dojo.random.RandomKey;
import dojo.support.SmoothGradientCheck;
import dojo.tensor.MatMul;
import dojo.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Recurrent layers, embeddings, and the last step. */
class SequencesTest {
  private static final RandomKey KEY = RandomKey.of(19);
  private static final Mode TRAIN = Mode.train(KEY);

  /** Two sequences of three steps of two numbers; these and the weights are quarters. */
  private static final Tensor X = Tensor.generate(i -> (7 * i % 11 - 5) / 4.0, 2, 3, 2);

  private static final Rnn RNN = new Rnn(w(1), u(1), b(1), Sequential.of());
  private static final Lstm LSTM = new Lstm(w(4), u(4), b(4), Sequential.of());

  private static Tensor w(int gates) {
    return Tensor.generate(i -> (5 * i % 7 - 3) / 4.0, 2, 2 * gates);
  }

  private static Tensor u(int gates) {
    return Tensor.generate(i -> (3 * i % 5 - 2) / 4.0, 2, 2 * gates);
  }

  private static Tensor b(int gates) {
    return Tensor.generate(i -> (2 * i % 3 - 1) / 4.0, 2 * gates);
  }

  @Test
  void the_states_of_an_rnn_are_those_of_another_program() {
    // NumPy, in float64, from h = 0: h = numpy.tanh(x[:, t] @ W + h @ U + b)
    double[] expected = {
      0.5963735554792423, -0.5545997223493823, -0.03452312192160572, -0.6370579937865511,
      -0.25520626631612814, 0.3993204659739023, -0.7615941559557649, 0.6351489523872873,
      0.6181527003998651, -0.460404176614792, -0.25099582338917586, 0.5878249200932455
    };
    assertNear(expected, RNN.apply(X, Mode.eval()));
  }

  @Test
  void the_states_of_an_lstm_are_those_of_another_program() {
    // NumPy and SciPy, in float64, from h = c = 0:
    // i, f, g, o = numpy.split(x[:, t] @ W + h @ U + b, 4, 1)
    // c = expit(f) * c + expit(i) * numpy.tanh(g); h = expit(o) * numpy.tanh(c)
    double[] expected = {
      -0.14821656508989314, -0.13421439493211318, 0.002883105309483354, -0.24301009193260176,
      0.051610488686173836, -0.00462270777372077, 0.07626591517078952, 0.06222854854391475,
      -0.05187526439532903, -0.05332409166848996, -0.11491189855772078, 0.05169319653349991
    };
    assertNear(expected, LSTM.apply(X, Mode.eval()));
  }

  private static void assertNear(double[] expected, Tensor found) {
    assertEquals(List.of(2, 3, 2), List.of(found.length(0), found.length(1), found.length(2)));
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], found.toArray()[i], 1e-6);
    }
  }

  @Test
  void an_lstm_computes_each_gate_as_written_to_the_bit() {
    Lstm layer = Lstm.of(3, 9, KEY); // nine units: a vector and a rest
    Tensor x = Tensor.normal(KEY.split("x"), 2, 1, 3);
    Tensor z = MatMul.affine(x.reshape(2, 3), layer.input(), layer.bias());
    float[] expected = new float[18];
    for (int k = 0; k < expected.length; k++) {
      int n = k / 9;
      float in = (float) (1 / (1 + StrictMath.exp(-z.get(n, k % 9))));
      float candidate = (float) StrictMath.tanh(z.get(n, 18 + k % 9));
      float out = (float) (1 / (1 + StrictMath.exp(-z.get(n, 27 + k % 9))));
      expected[k] = (float) (out * StrictMath.tanh(in * candidate));
    }
    assertEquals(Tensor.of(expected, 2, 1, 9), layer.apply(x, TRAIN));
  }

  /** The slope of the logistic function, as it is written. */
  private static double slope(double x) {
    double e = StrictMath.exp(-Math.abs(x));
    return e / ((1 + e) * (1 + e));
  }

  @Test
  void the_slopes_of_an_lstm_are_those_written_to_the_bit() {
    Lstm layer = Lstm.of(3, 9, KEY);
    Tensor x = Tensor.normal(KEY.split("x"), 1, 1, 3);
    Tensor g = Tensor.normal(KEY.split("g"), 1, 1, 9);
    float[] z = MatMul.affine(x.reshape(1, 3), layer.input(), layer.bias()).toArray();
    float[] dz = new float[36]; // with one step of one sequence, the gradient of the bias
    for (int k = 0; k < 9; k++) {
      float in = (float) (1 / (1 + StrictMath.exp(-z[k])));
      float candidate = (float) StrictMath.tanh(z[k + 18]);
      float out = (float) (1 / (1 + StrictMath.exp(-z[k + 27])));
      float c = in * candidate;
      double dCell = g.get(0, 0, k) * out * (4 * slope(2.0 * c));
      dz[k] = (float) (dCell * candidate * slope(z[k]));
      dz[k + 18] = (float) (dCell * in * (4 * slope(2.0 * z[k + 18])));
      dz[k + 27] = (float) (g.get(0, 0, k) * StrictMath.tanh(c) * slope(z[k + 27]));
    }
    Gradients gradients = layer.forward(x, TRAIN).pullback().apply(g);
    Tensor db = gradients.parameters().get(2);
    assertEquals(Tensor.of(dz, 36), Tensor.generate(i -> db.get(i) + 0f, 36)); // no −0
  }

  @Test
  void one_step_from_the_zero_state_is_a_linear_layer_and_tanh() {
    Tensor step = Tensor.normal(KEY, 5, 2);
    Tensor linear = new Linear(RNN.input(), RNN.bias()).apply(step, Mode.eval());
    assertEquals(
        new Tanh().apply(linear, Mode.eval()),
        RNN.apply(step.reshape(5, 1, 2), Mode.eval()).reshape(5, 2));
  }

  @Test
  void a_step_knows_nothing_of_later_ones_and_a_sequence_nothing_of_others() {
    for (Layer layer : List.of(RNN, LSTM)) {
      Tensor longer = Tensor.normal(KEY, 2, 3, 2);
      Tensor y = layer.apply(longer, Mode.eval());
      Tensor shorter = Tensor.generate(i -> longer.get(i / 4, i / 2 % 2, i % 2), 2, 2, 2);
      Tensor expected = Tensor.generate(i -> y.get(i / 4, i / 2 % 2, i % 2), 2, 2, 2);
      assertEquals(expected, layer.apply(shorter, Mode.eval()));
      assertEquals(y.rows(1), layer.apply(longer.rows(1), Mode.eval()));
    }
  }

  @Test
  void what_is_on_the_state_is_given_the_same_mode_at_every_step() {
    List<Mode> modes = new ArrayList<>();
    Layer spy =
        (x, mode) -> {
          modes.add(mode);
          return Forward.of(x.times(.5), g -> g.times(.5));
        };
    for (Layer layer : List.of(RNN.withOnState(spy), LSTM.withOnState(spy))) {
      assertNotEquals(layer.apply(X, Mode.eval()), RNN.apply(X, Mode.eval()));
      modes.clear();
      layer.apply(X, TRAIN);
      assertEquals(List.of(TRAIN, TRAIN, TRAIN), modes);
      SmoothGradientCheck.check(layer, X, TRAIN);
    }
  }

  @Test
  void half_of_the_state_on_its_way_is_half_of_the_recurrent_weights() {
    Layer half = (x, mode) -> Forward.of(x.times(.5), g -> g.times(.5));
    assertEquals(
        new Rnn(RNN.input(), RNN.recurrent().times(.5), RNN.bias(), Sequential.of())
            .apply(X, Mode.eval()),
        RNN.withOnState(half).apply(X, Mode.eval())); // exact: a half rounds nothing
  }

  @Test
  void no_steps_give_no_states_and_the_weights_no_slope() {
    for (Layer layer : List.of(RNN, LSTM)) {
      Forward pass = layer.forward(Tensor.zeros(2, 0, 2), Mode.eval());
      assertEquals(Tensor.zeros(2, 0, 2), pass.output());
      List<Tensor> gradients = pass.pullback().apply(Tensor.zeros(2, 0, 2)).parameters();
      assertEquals(
          layer.parameters().stream().map(p -> Tensor.zeros(p.shape())).toList(), gradients);
    }
  }

  @Test
  void an_embedding_gives_each_word_its_row() {
    Embedding layer =
        new Embedding(Tensor.ofRows(new float[] {1, 2}, new float[] {3, 4}, new float[] {5, 6}));
    Tensor words = Tensor.ofRows(new float[] {2, 0}, new float[] {2, 1});
    Forward pass = layer.forward(words, Mode.eval());
    assertEquals(Tensor.of(new float[] {5, 6, 1, 2, 5, 6, 3, 4}, 2, 2, 2), pass.output());
    Gradients gradients =
        pass.pullback().apply(Tensor.of(new float[] {1, 2, 3, 4, 10, 20, 30, 40}, 2, 2, 2));
    assertEquals(Tensor.zeros(2, 2), gradients.input());
    assertEquals(
        List.of(Tensor.ofRows(new float[] {3, 4}, new float[] {30, 40}, new float[] {11, 22})),
        gradients.parameters());
    SmoothGradientCheck.checkParameters(layer, words, Mode.eval());
  }

  @Test
  void an_embedding_is_the_linear_layer_of_one_hot_words() {
    Embedding layer = Embedding.normal(5, 3, KEY);
    Tensor oneHot = Tensor.generate(i -> i % 5 == 4 - i / 5 ? 1 : 0, 5, 5);
    Tensor words = Tensor.generate(i -> 4 - i, 5);
    assertEquals(
        new Linear(layer.table(), Tensor.zeros(3)).apply(oneHot, Mode.eval()),
        layer.apply(words, Mode.eval()));
  }

  @Test
  void the_last_step_is_kept_and_the_others_have_no_slope() {
    Tensor x = Tensor.generate(i -> i, 2, 3, 2);
    Forward pass = new LastStep().forward(x, Mode.eval());
    assertEquals(Tensor.ofRows(new float[] {4, 5}, new float[] {10, 11}), pass.output());
    assertEquals(
        Tensor.of(new float[] {0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 3, 4}, 2, 3, 2),
        pass.pullback().apply(Tensor.of(new float[] {1, 2, 3, 4}, 2, 2)).input());
  }

  @Test
  void the_first_weights_are_orthogonal_or_those_of_glorot_and_the_lstm_keeps_its_memory() {
    Rnn rnn = Rnn.of(3, 4, KEY);
    assertEquals(Init.orthogonal(4, KEY.split("recurrent")), rnn.recurrent());
    Lstm lstm = Lstm.of(3, 2, KEY);
    assertEquals(Tensor.of(new float[] {0, 0, 1, 1, 0, 0, 0, 0}, 8), lstm.bias());
    assertEquals(Init.glorot(3, 2, KEY.split("input"), 3, 8), lstm.input());
    assertEquals(Init.glorot(2, 2, KEY.split("recurrent"), 2, 8), lstm.recurrent());
  }

  @Test
  void printing_tells_the_lengths() {
    assertEquals("Rnn(2 → 2)", RNN.toString());
    assertEquals(
        "Lstm(3 → 5, state through Tanh)", Lstm.of(3, 5, KEY).withOnState(new Tanh()) + "");
    assertEquals("Embedding(65 words → 8)", Embedding.normal(65, 8, KEY).toString());
    assertEquals("LastStep", new LastStep().toString());
  }

  @Test
  void what_does_not_fit_is_rejected() {
    assertRejected(
        "a recurrent layer has weights [in, units] and [units, units] and biases [units], but the"
            + " shapes were [2, 3], [2, 2] and [2]",
        () -> new Rnn(Tensor.zeros(2, 3), u(1), b(1), Sequential.of()));
    assertRejected(
        "an LSTM has weights [in, 4·units] and [units, 4·units] and biases [4·units], but the"
            + " shapes were [2, 2], [2, 2] and [2]",
        () -> new Lstm(w(1), u(1), b(1), Sequential.of()));
    assertRejected(
        "a layer on the state has no parameters, but Linear(2 → 2) has some",
        () -> LSTM.withOnState(Linear.he(2, 2, KEY)));
    assertRejected(
        "the input must be [batch, steps, 2], but its shape was [4, 2]",
        () -> RNN.forward(Tensor.zeros(4, 2), TRAIN));
    assertRejected(
        "the input must be [batch, steps, 2], but its shape was [4, 5, 3]",
        () -> LSTM.forward(Tensor.zeros(4, 5, 3), TRAIN));
    assertRejected(
        "the gradient must be [2, 3, 2], but its shape was [2, 2, 3]"
            + ": pass the gradient of the loss at this output",
        () -> LSTM.forward(X, TRAIN).pullback().apply(Tensor.zeros(2, 2, 3)));
    assertRejected(
        "an embedding has a table [words, units], but its shape was [3]",
        () -> new Embedding(Tensor.zeros(3)));
    assertRejected(
        "an embedding has a table [words, units], but its shape was [3, 2, 1]",
        () -> new Embedding(Tensor.zeros(3, 2, 1)));
    for (float word : new float[] {-1, 2.5f, 3, Float.NaN, Float.POSITIVE_INFINITY}) {
      assertRejected(
          "words must be whole numbers in [0, 3), but one was " + word,
          () -> Embedding.normal(3, 2, KEY).forward(Tensor.full(word, 1, 1), TRAIN));
    }
    assertRejected(
        "the input must be [batch, steps, units] with a step at least, but its shape was [2, 0, 3]",
        () -> new LastStep().forward(Tensor.zeros(2, 0, 3), TRAIN));
  }

  /** Two steps from the biases alone, by 50 digits of mpmath; the loss is the last state. */
  @Test
  void the_slopes_of_gates_that_are_nearly_shut_or_open_keep_their_digits() {
    Lstm lstm =
        new Lstm(
            Tensor.zeros(1, 4),
            Tensor.zeros(1, 4),
            Tensor.of(new float[] {12, 11, -10, 13}, 4),
            Sequential.of());
    double[] expected = {
      -8.6821599747858223e-7, -1.180005572589057e-6, 1.1650232385108562e-9, -2.1790054069088841e-6
    };
    Tensor bias =
        lstm.forward(Tensor.zeros(1, 2, 1), Mode.eval())
            .pullback()
            .apply(Tensor.of(new float[] {0, 1}, 1, 2, 1))
            .parameters()
            .get(2);
    for (int i = 0; i < 4; i++) {
      assertEquals(expected[i], bias.get(i), Math.abs(expected[i]) * 1e-6);
    }
  }
}
