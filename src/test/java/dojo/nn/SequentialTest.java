package dojo.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.random.RandomKey;
import dojo.support.GradientCheck;
import dojo.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequentialTest {
  private static final RandomKey KEY = RandomKey.of(8);
  private static final Linear FIRST = Linear.he(4, 6, KEY.split("first"));
  private static final Linear LAST = Linear.he(6, 3, KEY.split("last"));
  private static final Sequential MODEL = Sequential.of(FIRST, new Relu(), LAST);
  private static final Tensor X = Tensor.normal(KEY.split("x"), 5, 4);

  @Test
  void layers_are_applied_in_order() {
    Mode mode = Mode.eval();
    Tensor expected = LAST.apply(new Relu().apply(FIRST.apply(X, mode), mode), mode);
    assertEquals(expected, MODEL.apply(X, mode));
  }

  @Test
  void the_gradients_are_those_of_finite_differences() {
    GradientCheck.check(MODEL, X, Mode.eval());
    GradientCheck.check(Sequential.of(MODEL, new Relu()), X, Mode.eval()); // nested
  }

  @Test
  void layers_before_the_first_parameters_wait_until_the_gradient_at_the_data_is_asked_for() {
    List<Tensor> asked = new ArrayList<>();
    Layer spy =
        (x, mode) ->
            Forward.of(
                x,
                g -> {
                  asked.add(g);
                  return g;
                });
    Tensor g = Tensor.normal(KEY.split("g"), 5, 6);
    Forward pass = Sequential.of(spy, spy, FIRST, spy).forward(X, Mode.eval());
    Gradients gradients = pass.pullback().apply(g);
    assertEquals(List.of(g), asked);
    Tensor input = FIRST.forward(X, Mode.eval()).pullback().apply(g).input();
    assertEquals(input, gradients.input());
    assertEquals(List.of(g, input, input), asked);
  }

  @Test
  void a_model_without_layers_is_the_identity() {
    Forward pass = Sequential.of().forward(X, Mode.eval());
    assertSame(X, pass.output());
    assertSame(X, pass.pullback().apply(X).input());
  }

  @Test
  void each_layer_is_given_a_key_of_its_own_and_the_same_one_in_every_pass() {
    List<Mode> seen = new ArrayList<>();
    Layer spy =
        (x, mode) -> {
          seen.add(mode);
          return Forward.of(x, g -> g);
        };
    Sequential model = Sequential.of(spy, spy, Sequential.of(spy));
    model.forward(X, Mode.train(KEY));
    assertEquals(
        List.of(
            Mode.train(KEY.split(0)), Mode.train(KEY.split(1)), Mode.train(KEY.split(2).split(0))),
        seen);
    model.forward(X, Mode.train(KEY));
    assertEquals(seen.subList(0, 3), seen.subList(3, 6));
    model.forward(X, Mode.eval());
    assertEquals(List.of(Mode.eval(), Mode.eval(), Mode.eval()), seen.subList(6, 9));
  }

  @Test
  void parameters_come_in_the_order_of_the_layers_and_go_back_the_same_way() {
    assertEquals(
        List.of(FIRST.weight(), FIRST.bias(), LAST.weight(), LAST.bias()), MODEL.parameters());
    List<Tensor> others = MODEL.parameters().stream().map(w -> w.times(2)).toList();
    assertEquals(others, MODEL.withParameters(others).parameters());
    assertEquals(MODEL, MODEL.withParameters(MODEL.parameters()));
    assertNotEquals(MODEL, MODEL.withParameters(others)); // the old one has not changed
  }

  @Test
  void the_gradients_of_parameters_have_their_order_and_shapes() {
    List<Tensor> gradients =
        MODEL.forward(X, Mode.eval()).pullback().apply(Tensor.ones(5, 3)).parameters();
    for (int i = 0; i < gradients.size(); i++) {
      assertArrayEquals(MODEL.parameters().get(i).shape(), gradients.get(i).shape());
    }
    assertEquals(4, gradients.size());
  }

  @Test
  void a_list_given_cannot_be_changed_later() {
    List<Layer> layers = new ArrayList<>(List.of(FIRST));
    Sequential model = new Sequential(layers);
    layers.add(LAST);
    assertEquals(Sequential.of(FIRST), model);
  }

  @Test
  void printing_shows_a_line_per_layer_and_the_number_of_parameters() {
    assertEquals(
        """
        Sequential(
          0: Linear(4 → 6)
          1: Relu
          2: Linear(6 → 3)
        )  51 parameters""",
        MODEL.toString());
  }

  @Test
  void parameters_of_other_shapes_are_rejected() {
    List<Tensor> swapped = new ArrayList<>(MODEL.parameters());
    swapped.add(swapped.remove(0));
    assertEquals(
        "the parameters of "
            + MODEL
            + " have shapes [[4, 6], [6], [6, 3], [3]], but were [[6], [6, 3], [3], [4, 6]]",
        assertThrows(IllegalArgumentException.class, () -> MODEL.withParameters(swapped))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> MODEL.withParameters(MODEL.parameters().subList(0, 3)));
  }

  @Test
  void layers_given_are_layers_kept() {
    assertEquals(MODEL, MODEL.withLayers(MODEL.layers()));
    List<Layer> others = List.of(LAST, FIRST, new Relu());
    assertEquals(others, MODEL.withLayers(others).layers());
    assertEquals(new Relu(), new Relu().withLayers(new Relu().layers()));
    var e =
        assertThrows(IllegalArgumentException.class, () -> MODEL.withLayers(List.of(FIRST, LAST)));
    assertEquals("this model has 3 layers, but was given 2", e.getMessage());
    e =
        assertThrows(
            IllegalArgumentException.class,
            () -> MODEL.withLayers(List.of(FIRST, LAST, LAST, LAST)));
    assertEquals("this model has 3 layers, but was given 4", e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> FIRST.withLayers(List.of(LAST)));
    assertEquals("this layer has no layers inside, but was given 1", e.getMessage());
  }

  @Test
  void a_model_is_random_if_a_layer_is_however_deep() {
    Layer noisy =
        new Layer() {
          @Override
          public Forward forward(Tensor x, Mode mode) {
            return Forward.of(x, g -> g);
          }

          @Override
          public boolean isRandom() {
            return true;
          }
        };
    assertFalse(MODEL.isRandom());
    assertTrue(Sequential.of(MODEL, Sequential.of(new Relu(), noisy)).isRandom());
  }
}
