package dojo.playground;

import dojo.data.Dataset;
import dojo.dropout.DropConnect;
import dojo.dropout.Mask;
import dojo.dropout.MonteCarlo;
import dojo.nn.Layer;
import dojo.nn.Mode;
import dojo.optim.Optimizer;
import dojo.optim.Sgd;
import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two nets that learn the same examples in the same order under the same key: one without dropout,
 * one with it. A value: a step gives a new game.
 *
 * <p>A step is the one of {@code Trainer.fit}: examples are drawn from the child "batches" of the
 * key, masks from its child "masks". So a game ends in the weights of that run, to the bit.
 *
 * @param settings what was asked for
 * @param key what all is drawn from
 * @param pool the examples
 * @param step how many steps were made
 * @param batches those of this epoch
 * @param players the net without dropout, then the one with it
 * @param scores at the beginning and after every {@link #SCORED_EVERY} steps
 */
public record Game(
    Settings settings,
    RandomKey key,
    Pool pool,
    int step,
    List<Dataset> batches,
    List<Player> players,
    List<Scores> scores) {

  /** Examples in a batch, at most. */
  static final int BATCH = 32;

  /** Steps from one point of the curves to the next. */
  public static final int SCORED_EVERY = 20;

  private static final double MOMENTUM = 0.9;

  /**
   * Copies the lists.
   *
   * @param settings what was asked for
   * @param key what all is drawn from
   * @param pool the examples
   * @param step how many steps were made
   * @param batches those of this epoch
   * @param players the net without dropout, then the one with it
   * @param scores so far
   */
  public Game {
    batches = List.copyOf(batches);
    players = List.copyOf(players);
    scores = List.copyOf(scores);
  }

  /**
   * Returns a game before its first step.
   *
   * @param settings what is asked for
   * @param digits as the page holds them; read only if they are what is learned
   * @return the game
   */
  public static Game start(Settings settings, String digits) {
    RandomKey key = RandomKey.of(settings.whole(Settings.SEED));
    Pool pool = Pool.of(settings, digits, key.split("data"));
    Optimizer sgd = new Sgd(Decimal.number(settings.name(Settings.LEARNING_RATE)), MOMENTUM);
    RandomKey weights = key.split("weights");
    List<Player> players =
        List.of(
            Player.start(Net.without(settings, pool, weights), sgd),
            Player.start(Net.with(settings, pool, weights), sgd));
    Game game = new Game(settings, key, pool, 0, List.of(), players, List.of());
    return game.scored();
  }

  /**
   * Returns this game after more steps.
   *
   * @param steps how many, at least 0
   * @return the new game
   */
  public Game after(int steps) {
    Game game = this;
    for (int i = 0; i < steps; i++) {
      game = game.next();
    }
    return game;
  }

  /** The last batch of an epoch has what is left. */
  private int perEpoch() {
    return (pool.train().size() + BATCH - 1) / BATCH;
  }

  private Game next() {
    int perEpoch = perEpoch();
    int inEpoch = step % perEpoch;
    List<Dataset> epoch =
        inEpoch > 0
            ? batches
            : pool.train().batches(BATCH, key.split("batches").split(step / perEpoch + 1));
    Mode mode = Mode.train(masks(step));
    List<Player> moved =
        List.of(
            players.get(0).after(epoch.get(inEpoch), mode),
            players.get(1).after(epoch.get(inEpoch), mode));
    Game game = new Game(settings, key, pool, step + 1, epoch, moved, scores);
    return game.step % SCORED_EVERY == 0 ? game.scored() : game;
  }

  private RandomKey masks(int ofStep) {
    return key.split("masks").split(ofStep);
  }

  private Game scored() {
    double[] numbers = new double[8];
    for (int i = 0; i < 2; i++) {
      double[] onTrain = players.get(i).score(pool.train(), evaluation(i));
      double[] onTest = players.get(i).score(pool.test(), evaluation(i));
      numbers[4 * i] = onTrain[0];
      numbers[4 * i + 1] = onTest[0];
      numbers[4 * i + 2] = onTrain[1];
      numbers[4 * i + 3] = onTest[1];
    }
    List<Scores> more = new ArrayList<>(scores);
    more.add(new Scores(step, numbers));
    return new Game(settings, key, pool, step, batches, players, more);
  }

  /** Returns how a net is evaluated: without noise, unless the mistake is to leave it on. */
  private Mode evaluation(int player) {
    return player == 1 && settings.name(Settings.MISTAKE).equals("on-in-evaluation")
        ? Mode.train(key.split("evaluation").split(step))
        : Mode.eval();
  }

  /**
   * Returns all scores so far.
   *
   * @return nine numbers for each: the step; of the net without dropout the train loss, the test
   *     loss (nats per example), the train error, the test error (fractions); the same of the other
   */
  public double[] losses() {
    double[] all = new double[scores.size() * Scores.LINE];
    for (int i = 0; i < scores.size(); i++) {
      scores.get(i).flat(all, i);
    }
    return all;
  }

  /**
   * Returns what the next step multiplies the units in front of a linear layer by.
   *
   * @param layer which linear layer, from 0
   * @return {@code [batch, in]}: 0 where a unit is dropped; for DropConnect the mask of the first
   *     example, {@code [in, out]}; empty if nothing is dropped
   */
  public float[] mask(int layer) {
    List<Layer> layers = players.get(1).net().layers();
    int linear = -1;
    for (int i = 0; i < layers.size(); i++) {
      Layer each = unwrapped(layers.get(i));
      if (!each.parameters().isEmpty()) {
        linear++;
      }
      if (each instanceof DropConnect dropping && linear == layer) {
        RandomKey ofFirst = masks(step).split(i).split(0);
        return Mask.sample(dropping.rate(), ofFirst, dropping.linear().weight().shape())
            .toTensor()
            .toArray();
      }
      if (each.parameters().isEmpty() && each.isRandom() && linear == layer - 1) {
        int in = layers.get(i + 1).parameters().get(0).length(0);
        int inBatch = Math.min(BATCH, pool.train().size() - step % perEpoch() * BATCH);
        Tensor ones = Tensor.ones(inBatch, in);
        return each.apply(ones, Mode.train(masks(step).split(i))).toArray();
      }
    }
    return new float[0];
  }

  private static Layer unwrapped(Layer layer) {
    return layer instanceof FreshMask mistaken
        ? mistaken.inside()
        : layer instanceof NoScale.OfWeights mistaken ? mistaken.inside() : layer;
  }

  /**
   * Returns the weights of a linear layer.
   *
   * @param player 0 for the net without dropout, 1 for the one with it
   * @param layer which linear layer, from 0
   * @return {@code [in, out]} row by row, then the biases, {@code [out]}
   */
  public float[] weights(int player, int layer) {
    List<Tensor> all = players.get(player).net().parameters();
    float[] weights = all.get(2 * layer).toArray();
    float[] biases = all.get(2 * layer + 1).toArray();
    float[] both = new float[weights.length + biases.length];
    System.arraycopy(weights, 0, both, 0, weights.length);
    System.arraycopy(biases, 0, both, weights.length, biases.length);
    return both;
  }

  /**
   * Returns what a net makes of inputs, in one of the views.
   *
   * @param player 0 for the net without dropout, 1 for the one with it
   * @param view 0 for the whole net as it is evaluated, 1 for subnetwork number {@code members}, 2
   *     for the mean of the first {@code members} subnetworks, 3 for their standard deviation
   * @param members a number of subnetworks, at least 1; of one subnetwork, counted from 1
   * @param x the inputs
   * @return the probabilities of the classes, or their spread, {@code [n, classes]}
   */
  Tensor answers(int player, int view, int members, Tensor x) {
    Player asked = players.get(player);
    if (view == 0) {
      return Player.probabilities(asked.net(), x, evaluation(player));
    }
    if (view == 1) {
      return member(asked, members - 1, x);
    }
    List<Tensor> answers = IntStream.range(0, members).mapToObj(k -> member(asked, k, x)).toList();
    Tensor mean = MonteCarlo.mean(answers);
    return view == 2 ? mean : MonteCarlo.variance(answers).map(v -> (float) Math.sqrt(v));
  }

  private Tensor member(Player asked, int k, Tensor x) {
    Layer net = Subnetwork.of(asked.net(), key.split("subnetworks").split(k));
    return Player.probabilities(net, x, Mode.eval());
  }

  /**
   * Returns the decision map: the probability of class 1, or its spread, at the places of a grid.
   *
   * @param player 0 for the net without dropout, 1 for the one with it
   * @param view as in {@code answers}
   * @param members as in {@code answers}
   * @return the top row first, left to right; empty for digits, which lie in no plane
   */
  public float[] map(int player, int view, int members) {
    if (!pool.isPlane()) {
      return new float[0];
    }
    float[] both = answers(player, view, members, Plane.grid()).toArray();
    float[] ofClass1 = new float[both.length / 2];
    for (int i = 0; i < ofClass1.length; i++) {
      ofClass1[i] = both[2 * i + 1];
    }
    return ofClass1;
  }

  /**
   * Returns what a net makes of the test digits that {@link #data} shows.
   *
   * @param player 0 for the net without dropout, 1 for the one with it
   * @param view as in {@code map}
   * @param members as in {@code map}
   * @return the probabilities of the classes, or their spread, example by example
   */
  public float[] answers(int player, int view, int members) {
    return answers(player, view, members, pool.shown().x()).toArray();
  }

  /**
   * Returns the examples.
   *
   * @return of each example in the plane x, y, its label, whether the label is right (1) or wrong
   *     (0), and whether it is one to train on (0) or to test on (1), first those to train on; of
   *     digits, the first test examples: 64 numbers from 0 to 1 and the label
   */
  public float[] data() {
    return pool.flat();
  }

  /**
   * Returns the fingerprint of all weights of a net.
   *
   * @param player 0 for the net without dropout, 1 for the one with it
   * @return sixteen hexadecimal digits
   */
  public String fingerprint(int player) {
    return WeightMark.of(players.get(player).net().parameters());
  }
}
