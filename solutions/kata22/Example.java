package kata22;

/** The numbers of the worked example on the page of kata 22. */
final class Example {
  private Example() {}

  static Object[] numbers() {
    double[][] z1 = {{Math.log(3), 0}};
    double[][] z2 = {{0, 0}};
    int[] target = {0};
    double[] log1 = RDrop.logSoftmax(z1[0]);
    double[] log2 = RDrop.logSoftmax(z2[0]);
    double there = RDrop.divergence(z1[0], z2[0]);
    double back = RDrop.divergence(z2[0], z1[0]);
    double ce = RDrop.loss(z1, z2, target, 0);
    return new Object[] {
      z1,
      z2,
      new double[] {Math.exp(log1[0]), Math.exp(log1[1])},
      new double[] {Math.exp(log2[0]), Math.exp(log2[1])},
      there,
      back,
      (there + back) / 2,
      -log1[0],
      -log2[0],
      ce,
      RDrop.loss(z1, z2, target, 1),
      RDrop.gradient(z1, z2, target, 0),
      RDrop.gradient(z1, z2, target, 1)
    };
  }
}
