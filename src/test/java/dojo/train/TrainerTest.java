package dojo.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.data.Dataset;
import dojo.data.OptDigits;
import dojo.data.Regression;
import dojo.dropout.ConcreteDropout;
import dojo.dropout.ConcretePenalty;
import dojo.dropout.DropRate;
import dojo.dropout.Dropout;
import dojo.dropout.RDrop;
import dojo.dropout.RateSchedule;
import dojo.dropout.Rates;
import dojo.nn.BatchNorm;
import dojo.nn.Forward;
import dojo.nn.GaussianNll;
import dojo.nn.Layer;
import dojo.nn.Linear;
import dojo.nn.Loss;
import dojo.nn.MeanSquare;
import dojo.nn.Mode;
import dojo.nn.Objective;
import dojo.nn.Relu;
import dojo.nn.Sequential;
import dojo.nn.SoftmaxCrossEntropy;
import dojo.optim.Adam;
import dojo.optim.LearningRateSchedule;
import dojo.optim.Scheduled;
import dojo.optim.Sgd;
import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class TrainerTest {
  private static final RandomKey KEY = RandomKey.of(13);
  private static final Dataset TRAIN = OptDigits.train().stratified(200, KEY.split("subset"));
  private static final Dataset TEST = OptDigits.test();
  private static final Trainer TRAINER = Trainer.ofClassifier(2);

  private static Sequential model(double p) {
    return Sequential.of(
        Linear.he(64, 32, KEY.split("first")),
        new Relu(),
        Dropout.of(p),
        Linear.he(32, 10, KEY.split("last")).scaled(0.5));
  }

  /** Writes down what it sees, and passes it on. */
  private record Spy(List<Tensor> inputs, List<Mode> modes) implements Layer {
    Spy() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    @Override
    public Forward forward(Tensor x, Mode mode) {
      inputs.add(x);
      modes.add(mode);
      return Forward.of(x, g -> g);
    }
  }

  @Test
  void a_run_repeated_is_the_same_to_the_bit() {
    Run run = TRAINER.fit(model(0.5), TRAIN, TEST, KEY);
    assertEquals(run, TRAINER.fit(model(0.5), TRAIN, TEST, KEY)); // weights and history
    assertNotEquals(run.model(), TRAINER.fit(model(0.5), TRAIN, TEST, KEY.split(1)).model());
    assertNotEquals(run.model(), TRAINER.fit(model(0.4), TRAIN, TEST, KEY).model());
  }

  @Test
  void a_schedule_that_has_no_rate_for_the_last_step_is_refused_before_the_first() {
    Spy spy = new Spy();
    Layer model = Sequential.of(spy, model(0.5));
    LearningRateSchedule straight = step -> 1 - step / 7.0; // 2 epochs of 4 batches: steps 0 to 7
    Trainer trainer = TRAINER.withOptimizer(new Scheduled(Sgd.of(0.1), straight));
    var e =
        assertThrows(IllegalArgumentException.class, () -> trainer.fit(model, TRAIN, TEST, KEY));
    assertEquals(
        "the factor of a learning rate must be above 0 and finite, but was 0.0 for step 7",
        e.getMessage());
    assertEquals(List.of(), spy.modes()); // nothing was computed
  }

  @Test
  void what_fails_before_the_last_epoch_is_refused_before_the_first_step() {
    Spy spy = new Spy();
    Layer model = Sequential.of(spy, model(0.5));
    var early = Rates.following(RateSchedule.early(0.5, 1), 1); // but there are 2 epochs
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> TRAINER.fit(model, TRAIN, TEST, KEY, early));
    assertEquals(
        "the rates were computed for epochs 1 to 1, but a run asked for epoch 2: give"
            + " Rates.following as many epochs as the trainer has",
        e.getMessage());
    List<DropRate> rates = List.of(new DropRate(.2)); // of one epoch, and looked up too late
    assertThrows(
        IndexOutOfBoundsException.class,
        () ->
            TRAINER.fit(
                model, TRAIN, TEST, KEY, epoch -> m -> Rates.with(m, rates.get(epoch - 1))));
    e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                TRAINER.fit(
                    model,
                    TRAIN,
                    TEST,
                    KEY,
                    epoch -> m -> epoch == 1 ? m : Linear.he(64, 10, KEY)));
    assertTrue(
        e.getMessage()
            .endsWith(
                "but before epoch 2 they became [[64, 10], [10]]: fit the new model"
                    + " in a run of its own"),
        e.getMessage());
    assertEquals(List.of(), spy.modes()); // nothing was computed
  }

  /**
   * The same on every machine and JDK: whoever must change these numbers changes every notebook.
   */
  @Test
  void the_weights_of_a_short_run_have_not_changed() {
    Run run = TRAINER.fit(model(0.5), TRAIN, TEST, KEY);
    assertEquals(0xCEE640698FED4483L, fingerprint(run.model()));
    assertEquals(2.260255827206079, run.history().last().test().loss());
    assertEquals(1508 / 1797.0, run.history().last().test().error());
  }

  private static long fingerprint(Layer model) {
    long hash = 1;
    for (Tensor parameter : model.parameters()) {
      for (float number : parameter.toArray()) {
        hash = 31 * hash + Float.floatToIntBits(number);
      }
    }
    return hash;
  }

  @Test
  void a_step_is_forward_loss_backward_update() {
    Loss loss = new SoftmaxCrossEntropy();
    Linear before = Linear.he(64, 10, KEY);
    Run run = new Trainer(loss, Sgd.of(0.5), 200, 1).fit(before, TRAIN, TEST, KEY);

    Dataset batch = TRAIN.batches(200, KEY.split("batches").split(1)).get(0);
    Forward pass = before.forward(batch.x(), Mode.eval());
    Loss.Value value = loss.at(pass.output(), batch.y());
    List<Tensor> g = pass.pullback().apply(value.gradient()).parameters();
    assertEquals(
        List.of(
            before.weight().minus(g.get(0).times(0.5)), before.bias().minus(g.get(1).times(0.5))),
        run.model().parameters());
  }

  @Test
  void training_makes_the_loss_smaller() {
    double untrained = Score.of(model(0.5), TRAIN, new SoftmaxCrossEntropy()).loss();
    double[] losses =
        Trainer.ofClassifier(5).fit(model(0.5), TRAIN, TEST, KEY).history().trainLosses();
    assertTrue(losses[0] < untrained);
    for (int i = 1; i < losses.length; i++) {
      assertTrue(losses[i] < losses[i - 1]);
    }
  }

  @Test
  void a_line_is_fitted_to_numbers_and_scored_in_their_unit() {
    Regression line =
        new Regression(Tensor.generate(i -> i / 8.0 - 1, 16, 1), Tensor.generate(i -> i, 16, 1));
    Loss square =
        (output, target) -> {
          Tensor difference = output.minus(target);
          return new Loss.Value(
              difference.times(difference).mean(), difference.times(2.0 / target.size()));
        };
    Linear start = new Linear(Tensor.zeros(1, 1), Tensor.zeros(1));
    Run run = new Trainer(square, Sgd.of(0.5), 16, 200).fit(start, line, line, KEY);
    Score score = run.history().last().test();
    assertTrue(score.error() < 1e-3);
    assertEquals(score.loss(), score.error() * score.error(), 1e-9);
    assertEquals(8, run.model().parameters().get(0).get(0, 0), 1e-2); // i = 8·x + 8
    assertEquals(8, run.model().parameters().get(1).get(0), 1e-2);
    assertEquals(Units.of(square, line), run.history().units());
  }

  @Test
  void a_net_learns_how_sure_it_is_and_is_scored_by_its_means() {
    // noise of sd 2 on a line: ±2 in turn, so that the best mean is the line and the best s log 4
    Tensor x = Tensor.generate(i -> i / 2 / 8.0 - 1, 32, 1);
    Regression noisy = new Regression(x, Tensor.generate(i -> 4 * (i % 2) - 2 + i / 2, 32, 1));
    Linear start = new Linear(Tensor.zeros(1, 2), Tensor.zeros(2));
    Trainer trainer = new Trainer(new GaussianNll(), Adam.of(0.05), 32, 2000);
    Run run = trainer.withStopping(new EarlyStopping(noisy, 2000)).fit(start, noisy, noisy, KEY);
    assertEquals(2, run.score().test().error(), 1e-3);
    assertEquals(Math.log(4), run.model().parameters().get(1).get(1), 1e-2);
    assertEquals(8, run.model().parameters().get(0).get(0, 0), 1e-2);
  }

  @Test
  void what_is_made_small_can_be_more_than_the_loss_and_scores_stay_those_of_the_loss() {
    Loss loss = new SoftmaxCrossEntropy();
    Dataset batch = TRAIN.batches(200, KEY.split("batches").split(1)).get(0);
    Objective twice = new RDrop(1);
    Run run =
        new Trainer(loss, Sgd.of(0.5), 200, 1)
            .withObjective(twice)
            .fit(model(0.5), TRAIN, TEST, KEY);
    Mode mode = Mode.train(KEY.split("masks").split(0));
    List<Tensor> g = twice.on(model(0.5), batch.x(), batch.y(), mode).gradients();
    List<Tensor> expected = new ArrayList<>();
    for (Tensor w : model(0.5).parameters()) {
      expected.add(w.minus(g.get(expected.size()).times(0.5)));
    }
    assertEquals(expected, run.model().parameters());
    assertEquals(Score.of(run.model(), TEST, loss), run.history().last().test());
  }

  @Test
  void a_rate_is_learned_it_falls_if_it_is_free_and_rises_if_certainty_costs() {
    assertTrue(learned(0.5, new SoftmaxCrossEntropy()) < 0.5);
    assertTrue(learned(0.1, new ConcretePenalty(new SoftmaxCrossEntropy(), 0, 1)) > 0.1);
    // large weights after it favour a small rate
    assertTrue(
        learned(0.5, new ConcretePenalty(new SoftmaxCrossEntropy(), 1e-3, 0))
            < learned(0.5, new SoftmaxCrossEntropy()));
  }

  private static double learned(double p, Objective objective) {
    Sequential start =
        Sequential.of(
            Linear.he(64, 32, KEY.split("first")),
            new Relu(),
            ConcreteDropout.of(p),
            Linear.he(32, 10, KEY.split("last")));
    Trainer trainer =
        Trainer.ofClassifier(10).withOptimizer(Adam.of(1e-2)).withObjective(objective);
    Sequential end = (Sequential) trainer.fit(start, TRAIN, TEST, KEY).model();
    return ((ConcreteDropout) end.layers().get(2)).rate().p();
  }

  @Test
  void the_model_given_is_not_changed() {
    Sequential model = model(0.5);
    TRAINER.fit(model, TRAIN, TEST, KEY);
    assertEquals(model(0.5), model);
  }

  @Test
  void every_step_has_a_mask_key_of_its_own_and_every_score_none() {
    Spy spy = new Spy();
    TRAINER.fit(Sequential.of(spy, Linear.he(64, 10, KEY)), TRAIN, TEST, KEY);
    List<Mode> expected = new ArrayList<>();
    for (int step = 0; step < 8; step++) { // two epochs of four batches
      expected.add(Mode.train(KEY.split("masks").split(step).split(0))); // 0: the place of the spy
      if (step % 4 == 3) {
        expected.addAll(List.of(Mode.eval(), Mode.eval()));
      }
    }
    assertEquals(expected, spy.modes());
  }

  @Test
  void two_models_under_one_key_see_the_same_batches_and_each_epoch_another_order() {
    Spy without = new Spy();
    Spy with = new Spy();
    TRAINER.fit(Sequential.of(without, model(0)), TRAIN, TEST, KEY);
    TRAINER.fit(Sequential.of(with, model(0.5)), TRAIN, TEST, KEY);
    assertEquals(without.inputs(), with.inputs());
    assertNotEquals(with.inputs().get(0), with.inputs().get(6)); // first batches of the epochs
    assertEquals(TRAIN.x(), with.inputs().get(4)); // the first score
    assertEquals(TEST.x(), with.inputs().get(5));
  }

  @Test
  void the_history_holds_the_scores_after_every_epoch() {
    Run run = Trainer.ofClassifier(3).fit(model(0.5), TRAIN, TEST, KEY);
    List<History.Epoch> epochs = run.history().epochs();
    assertEquals(List.of(1, 2, 3), epochs.stream().map(History.Epoch::number).toList());
    Loss loss = new SoftmaxCrossEntropy();
    assertEquals(
        new History.Epoch(3, Score.of(run.model(), TRAIN, loss), Score.of(run.model(), TEST, loss)),
        run.history().last());
    // an epoch more changes nothing of what was before
    assertEquals(
        TRAINER.fit(model(0.5), TRAIN, TEST, KEY).history().epochs(), epochs.subList(0, 2));
  }

  @Test
  void scoring_less_often_changes_the_history_alone() {
    Trainer trainer = Trainer.ofClassifier(5);
    Run all = trainer.fit(model(0.5), TRAIN, TEST, KEY);
    Run some = trainer.withScoredEvery(2).fit(model(0.5), TRAIN, TEST, KEY);
    assertEquals(all.model(), some.model());
    List<History.Epoch> epochs = all.history().epochs();
    assertEquals(
        List.of(epochs.get(1), epochs.get(3), epochs.get(4)), some.history().epochs()); // the last
    assertEquals(all.score(), some.score());
    assertEquals(List.of(epochs.get(1)), some.history().upTo(3).epochs());
    assertThrows(IllegalArgumentException.class, () -> some.history().upTo(1));
    assertThrows(IndexOutOfBoundsException.class, () -> some.history().upTo(6));
  }

  @Test
  void who_stops_early_or_never_scores_is_rejected() {
    for (int every : new int[] {0, -1}) {
      var e = assertThrows(IllegalArgumentException.class, () -> TRAINER.withScoredEvery(every));
      assertEquals(
          "a trainer scores every epoch or every so many, and every one if it stops early, but had "
              + every,
          e.getMessage());
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> TRAINER.withScoredEvery(2).withStopping(new EarlyStopping(TEST, 3)));
  }

  @Test
  void the_rate_can_follow_a_schedule() {
    RateSchedule schedule = RateSchedule.early(0.5, 1);
    Run early =
        TRAINER.fit(
            model(0.1), TRAIN, TEST, KEY, epoch -> m -> Rates.with(m, schedule.at(epoch - 1)));
    assertEquals(List.of(new DropRate(0)), Rates.of(early.model()));
    // the first epoch is that of a constant rate, the second is not
    List<History.Epoch> constant = TRAINER.fit(model(0.5), TRAIN, TEST, KEY).history().epochs();
    assertEquals(constant.get(0), early.history().epochs().get(0));
    assertNotEquals(constant.get(1), early.history().epochs().get(1));
    // a constant schedule is no schedule
    RateSchedule same = RateSchedule.constant(0.5);
    assertEquals(
        TRAINER.fit(model(0.5), TRAIN, TEST, KEY),
        TRAINER.fit(model(0), TRAIN, TEST, KEY, epoch -> m -> Rates.with(m, same.at(epoch))));
  }

  @Test
  void batch_normalisation_is_calibrated_by_one_pass_before_each_score() {
    Spy spy = new Spy();
    Run run =
        TRAINER.fit(Sequential.of(spy, BatchNorm.of(64), Linear.he(64, 10, KEY)), TRAIN, TEST, KEY);
    assertFalse(run.model().needsCalibration());
    // two epochs of four batches, one pass and two scores: passes 4 and 11 calibrate
    assertEquals(14, spy.inputs().size());
    for (int epoch = 1; epoch <= 2; epoch++) {
      int pass = 7 * epoch - 3;
      assertEquals(TRAIN.x(), spy.inputs().get(pass));
      Mode mode = Mode.train(KEY.split("calibration").split(epoch));
      assertEquals(mode.split(0), spy.modes().get(pass));
    }
    assertEquals(
        Score.of(run.model(), TEST, new SoftmaxCrossEntropy()), run.history().last().test());
    BatchNorm norm = (BatchNorm) ((Sequential) run.model()).layers().get(1);
    assertEquals(TRAIN.size(), norm.population().count());
  }

  @Test
  void an_interrupted_run_is_cancelled_and_the_thread_can_go_on() {
    Thread.currentThread().interrupt();
    var e =
        assertThrows(CancellationException.class, () -> TRAINER.fit(model(0.5), TRAIN, TEST, KEY));
    assertEquals("epoch 1 of the training was interrupted", e.getMessage());
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void the_usual_settings_are_those_of_the_course_and_one_can_be_changed() {
    Loss loss = new SoftmaxCrossEntropy();
    assertEquals(new Trainer(loss, Adam.of(1e-3), 50, 2), TRAINER);
    assertEquals(new Trainer(loss, Sgd.of(0.1), 50, 2), TRAINER.withOptimizer(Sgd.of(0.1)));
    assertEquals(
        TRAINER, TRAINER.withObjective(new RDrop(1)).withObjective(loss)); // a loss is an objective
    assertEquals(new Trainer(new MeanSquare(), Adam.of(1e-3), 50, 2), Trainer.ofRegression(2));
  }

  @Test
  void numbers_below_1_are_rejected() {
    var e = assertThrows(IllegalArgumentException.class, () -> Trainer.ofClassifier(0));
    assertEquals("batch size and epochs must be at least 1, but were 50 and 0", e.getMessage());
    e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Trainer(new SoftmaxCrossEntropy(), Sgd.of(1), 0, 3));
    assertEquals("batch size and epochs must be at least 1, but were 0 and 3", e.getMessage());
  }

  @Test
  void what_is_watched_is_scored_after_every_epoch_and_changes_nothing_else() {
    Dataset few = TRAIN.rows(0, 1, 2);
    Trainer watching = TRAINER.watching("few", few).watching("test", TEST);
    Run plain = TRAINER.fit(model(0.5), TRAIN, TEST, KEY);
    Run run = watching.withOptimizer(Adam.of(1e-3)).fit(model(0.5), TRAIN, TEST, KEY);
    assertEquals(plain.model(), run.model());
    for (int epoch = 0; epoch < 2; epoch++) {
      History.Epoch scores = run.history().epochs().get(epoch);
      assertEquals(plain.history().epochs().get(epoch).train(), scores.train());
      assertEquals(scores.test(), scores.watched().get("test"));
      assertEquals(List.of("few", "test"), List.copyOf(scores.watched().keySet()));
    }
    assertEquals(
        Score.of(run.model(), few, TRAINER.loss()), run.history().last().watched().get("few"));
    var e = assertThrows(IllegalArgumentException.class, () -> watching.watching("few", TEST));
    assertEquals("\"few\" is already watched: take another name", e.getMessage());
  }
}
