package dojo.dropout;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.nn.Linear;
import dojo.nn.Mode;
import dojo.nn.Relu;
import dojo.nn.Sequential;
import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Schedules of the rate, and models with other rates. */
class RateScheduleTest {
  private static final RandomKey KEY = RandomKey.of(2023);

  @Test
  void a_constant_rate_is_that_rate_at_any_time() {
    assertRates(RateSchedule.constant(.3), .3, .3, .3, .3);
  }

  @Test
  void early_dropout_ends_and_late_dropout_begins_at_a_time() {
    assertRates(RateSchedule.early(.4, 2), .4, .4, 0, 0);
    assertRates(RateSchedule.late(.4, 3), 0, 0, 0, .4);
    assertRates(RateSchedule.early(.4, 0), 0, 0);
    assertRates(RateSchedule.late(.4, 0), .4, .4);
  }

  @Test
  void a_linear_schedule_moves_evenly_and_stays() {
    assertRates(RateSchedule.linear(.5, 0, 4), .5, .375, .25, .125, 0, 0);
    assertRates(RateSchedule.linear(0, 1, 2), 0, .5, 1, 1);
    assertRates(RateSchedule.linear(.1, .2, 0), .2, .2);
    assertEquals(new DropRate(.1), RateSchedule.linear(.1, .4, 3).at(0)); // .1 * 3 / 3 is not .1
    for (int time = 0; time < 100; time++) { // rounding never leaves [0, 1]
      assertEquals(new DropRate(1), RateSchedule.linear(1, 1, 97).at(time));
    }
  }

  @Test
  void a_curriculum_begins_without_dropout_and_comes_near_to_its_rate() {
    RateSchedule schedule = RateSchedule.curriculum(.5, .1);
    assertRates(schedule, 0);
    assertEquals(.5 * (1 - Math.exp(-1)), schedule.at(10).p(), 1e-15);
    assertEquals(.5, schedule.at(1000).p());
  }

  @Test
  void no_schedule_leaves_0_to_1_however_long_a_run_is() {
    double most = Math.nextDown(1.0);
    for (RateSchedule schedule :
        List.of(
            RateSchedule.constant(1),
            RateSchedule.early(1, Integer.MAX_VALUE),
            RateSchedule.late(1, Integer.MAX_VALUE),
            RateSchedule.linear(most, most, Integer.MAX_VALUE),
            RateSchedule.linear(Double.MIN_VALUE, 1, 3),
            RateSchedule.curriculum(1, Double.MAX_VALUE),
            RateSchedule.curriculum(Double.MIN_VALUE, Double.MIN_VALUE))) {
      for (int time : new int[] {0, 1, 2, 7_007, 1 << 30, Integer.MAX_VALUE}) {
        double p = schedule.at(time).p(); // a DropRate is always in [0, 1]
        assertEquals(new DropRate(p), schedule.at(time));
      }
    }
  }

  @Test
  void a_schedule_that_a_trainer_follows_is_computed_for_all_epochs_at_once() {
    Sequential model = Sequential.of(Dropout.of(.1), new Relu(), Dropout.of(.2));
    var following = Rates.following(RateSchedule.linear(.4, 0, 2), 3);
    assertEquals(rates(.4, .4), Rates.of(following.apply(1).apply(model)));
    assertEquals(rates(.2, .2), Rates.of(following.apply(2).apply(model)));
    assertEquals(rates(0, 0), Rates.of(following.apply(3).apply(model)));
    RateSchedule rising = time -> new DropRate(.1 * time);
    Rates.following(rising, 10);
    assertRejected("drop rate must be in [0, 1], but was 1.1", () -> Rates.following(rising, 12));
    assertRejected("epochs must be at least 1, but were 0", () -> Rates.following(rising, 0));
    for (int epoch : new int[] {0, 4, Integer.MAX_VALUE}) {
      assertRejected(
          "the rates were computed for epochs 1 to 3, but a run asked for epoch "
              + epoch
              + ": give Rates.following as many epochs as the trainer has",
          () -> following.apply(epoch));
    }
  }

  @Test
  void printing_tells_the_rates() {
    assertEquals(
        "Switch[before=DropRate[p=0.4], after=DropRate[p=0.0], when=2]",
        RateSchedule.early(.4, 2).toString());
  }

  @Test
  void every_layer_with_a_rate_is_found_and_changed_however_deep() {
    Linear linear = Linear.he(3, 3, KEY);
    Sequential model =
        Sequential.of(
            linear,
            Dropout.of(.1),
            StochasticDepth.of(Sequential.of(new Relu(), GaussianDropout.of(.3)), .2),
            Sequential.of(DropConnect.of(linear, .4)));
    assertEquals(rates(.1, .2, .3, .4), Rates.of(model));
    Sequential expected =
        Sequential.of(
            linear,
            Dropout.of(.5),
            StochasticDepth.of(Sequential.of(new Relu(), GaussianDropout.of(.7)), .6),
            Sequential.of(DropConnect.of(linear, .8)));
    assertEquals(expected, Rates.with(model, rates(.5, .6, .7, .8)));
    assertEquals(model.parameters(), Rates.with(model, new DropRate(0)).parameters());
    assertEquals(rates(.9, .9, .9, .9), Rates.of(Rates.with(model, new DropRate(.9))));
    assertEquals(rates(.1, .2, .3, .4), Rates.of(model)); // the old one has not changed
    Tensor x = Tensor.normal(KEY.split("x"), 2, 3);
    assertEquals(
        expected.apply(x, Mode.train(KEY)),
        Rates.with(model, rates(.5, .6, .7, .8)).apply(x, Mode.train(KEY)));
  }

  @Test
  void a_model_without_rates_stays_what_it_is() {
    assertEquals(List.of(), Rates.of(new Relu()));
    assertEquals(new Relu(), Rates.with(new Relu(), new DropRate(.5)));
  }

  @Test
  void what_makes_no_sense_is_rejected() {
    assertRejected("time must be at least 0, but was -1", () -> RateSchedule.early(.4, -1));
    assertRejected("time must be at least 0, but was -2", () -> RateSchedule.linear(0, .4, -2));
    for (RateSchedule schedule :
        List.of(
            RateSchedule.constant(.4),
            RateSchedule.linear(0, .4, 3),
            RateSchedule.curriculum(.4, 1))) {
      assertRejected("time must be at least 0, but was -3", () -> schedule.at(-3));
    }
    assertRejected(
        "speed must be above 0 and finite, but was 0.0", () -> RateSchedule.curriculum(.4, 0));
    assertRejected(
        "speed must be above 0 and finite, but was NaN",
        () -> RateSchedule.curriculum(.4, Double.NaN));
    assertRejected("drop rate must be in [0, 1], but was 2.0", () -> RateSchedule.linear(0, 2, 3));
    assertRejected(
        "this model has 1 drop rates, but was given 2",
        () -> Rates.with(Dropout.of(.4), rates(.1, .2)));
  }

  private static List<DropRate> rates(double... p) {
    return Arrays.stream(p).mapToObj(DropRate::new).toList();
  }

  private static void assertRates(RateSchedule schedule, double... p) {
    assertEquals(rates(p), IntStream.range(0, p.length).mapToObj(schedule::at).toList());
  }
}
