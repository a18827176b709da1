package dojo.dropout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.nn.FreshNoise;
import dojo.nn.Layer;
import dojo.nn.Lstm;
import dojo.nn.Mode;
import dojo.nn.Rnn;
import dojo.random.RandomKey;
import dojo.support.SmoothGradientCheck;
import dojo.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Dropout on the state of a recurrent layer: Gal and Ghahramani (2016). */
class LockedStateDropoutTest {
  private static final RandomKey KEY = RandomKey.of(51);

  @Test
  void a_unit_dropped_is_dropped_at_every_step_of_its_sequence() {
    // without inputs each state is tanh(d(h) + 1): a unit whose state is dropped stays at tanh 1
    int units = 50;
    Tensor one = Tensor.generate(i -> i % (units + 1) == 0 ? 1 : 0, units, units);
    Layer layer = new Rnn(Tensor.zeros(1, units), one, Tensor.ones(units), Dropout.of(.5));
    Tensor y = layer.apply(Tensor.zeros(3, 6, 1), Mode.train(KEY));
    Tensor mask = Mask.sample(new DropRate(.5), KEY, 3, units).toTensor();
    for (int n = 0; n < 3; n++) {
      for (int t = 1; t < 6; t++) {
        for (int j = 0; j < units; j++) {
          boolean dropped = y.get(n, t, j) == y.get(n, 0, j);
          assertEquals(mask.get(n, j) == 0, dropped);
        }
      }
    }
  }

  @Test
  void per_step_draws_a_mask_of_its_own_for_every_step() {
    int units = 50;
    Tensor one = Tensor.generate(i -> i % (units + 1) == 0 ? 1 : 0, units, units);
    Layer onState = new FreshNoise(Dropout.of(.3));
    Layer layer = new Rnn(Tensor.zeros(1, units), one, Tensor.ones(units), onState);
    Tensor y = layer.apply(Tensor.zeros(3, 6, 1), Mode.train(KEY));
    for (int t = 1; t < 6; t++) {
      Tensor mask = Mask.sample(new DropRate(.3), KEY.split(t), 3, units).toTensor();
      for (int i = 0; i < 3 * units; i++) {
        boolean dropped = y.get(i / units, t, i % units) == y.get(i / units, 0, i % units);
        assertEquals(mask.get(i / units, i % units) == 0, dropped);
      }
    }
  }

  @Test
  void the_gradients_are_those_of_finite_differences() {
    Tensor x = Tensor.normal(KEY, 2, 3, 2);
    for (Layer layer :
        new Layer[] {
          Rnn.of(2, 4, KEY).withOnState(Dropout.of(.5)),
          Rnn.of(2, 4, KEY).withOnState(new FreshNoise(Dropout.of(.5))),
          Lstm.of(2, 3, KEY).withOnState(new FreshNoise(Dropout.of(.5))),
          Lstm.of(2, 3, KEY).withOnState(Dropout.of(.5))
        }) {
      SmoothGradientCheck.check(layer, x, Mode.train(KEY));
    }
    assertEquals(
        Rnn.of(2, 4, KEY).apply(x, Mode.eval()),
        Rnn.of(2, 4, KEY).withOnState(Dropout.of(.5)).apply(x, Mode.eval()));
  }
}
