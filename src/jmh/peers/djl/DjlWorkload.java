import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.Locale;

/**
 * The training steps of dojo.bench.Workload as DJL's users write them: {@code DjlWorkload small} or
 * {@code big}. Prints a line per figure: unit, number, name.
 */
public final class DjlWorkload {
  private DjlWorkload() {}

  public static void main(String[] args) {
    switch (args.length == 1 ? args[0] : "") {
      case "small" -> train(64, 256, 64);
      case "big" -> train(784, 512, 128);
      default -> throw new IllegalArgumentException("the workloads are small and big");
    }
  }

  private static void train(int inputs, int width, int batch) {
    SequentialBlock net =
        new SequentialBlock()
            .add(Linear.builder().setUnits(width).build())
            .add(Activation::relu)
            .add(Dropout.builder().optRate(0.5f).build())
            .add(Linear.builder().setUnits(width).build())
            .add(Activation::relu)
            .add(Dropout.builder().optRate(0.5f).build())
            .add(Linear.builder().setUnits(10).build());
    Optimizer sgd =
        Optimizer.sgd().setLearningRateTracker(Tracker.fixed(0.01f)).optMomentum(0.9f).build();
    DefaultTrainingConfig config =
        new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss()).optOptimizer(sgd);
    try (Model model = Model.newInstance("net")) {
      model.setBlock(net);
      try (Trainer trainer = model.newTrainer(config)) {
        trainer.initialize(new Shape(batch, inputs));
        NDManager manager = trainer.getManager();
        NDArray x = manager.randomUniform(0, 1, new Shape(batch, inputs));
        NDArray y = manager.randomInteger(0, 10, new Shape(batch), DataType.INT64);
        measure(batch, () -> step(trainer, x, y));
      }
    }
  }

  private static void step(Trainer trainer, NDArray x, NDArray y) {
    try (NDManager step = trainer.getManager().newSubManager()) {
      NDList data = new NDList(x);
      NDList labels = new NDList(y);
      data.tempAttach(step);
      labels.tempAttach(step);
      try (GradientCollector collector = trainer.newGradientCollector()) {
        collector.backward(trainer.getLoss().evaluate(labels, trainer.forward(data, labels)));
      }
      trainer.step();
    }
  }

  private static void measure(int batch, Runnable step) {
    long start = System.nanoTime();
    for (int i = 0; i < 100; i++) {
      step.run();
    }
    print(100 * batch / ((System.nanoTime() - start) / 1e9), "first 100 steps");
    repeat(3, step);
    print(batch / repeat(5, step), "later steps");
  }

  /** Returns the mean seconds of a call. */
  private static double repeat(double seconds, Runnable call) {
    long calls = 0;
    long start = System.nanoTime();
    double spent = 0;
    while (spent < seconds) {
      call.run();
      calls++;
      spent = (System.nanoTime() - start) / 1e9;
    }
    return spent / calls;
  }

  private static void print(double samplesPerSecond, String name) {
    System.out.printf(Locale.ROOT, "samples/s\t%.6g\t%s%n", samplesPerSecond, name);
  }
}
