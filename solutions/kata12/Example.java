package kata12;

/** The numbers of the worked example on the page of kata 12. */
final class Example {
  private Example() {}

  static Object[] numbers() {
    float[][] w = {{3, 0.3f}, {4, -0.4f}};
    float[][] projected = MaxNorm.project(w, 2);
    return new Object[] {w, 2, MaxNorm.norms(w), projected, MaxNorm.norms(projected)};
  }
}
