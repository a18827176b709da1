package dojo.nn;

import dojo.tensor.Floats;
import dojo.tensor.Shape;
import dojo.tensor.Tensor;

/**
 * Where the numbers of one head of one sequence lie: queries, keys and values side by side in the
 * rows [batch·steps, 3·units], and outputs in the rows [batch·steps, units].
 *
 * @param steps of a sequence
 * @param heads of the layer
 * @param width units of a head
 */
record Heads(int steps, int heads, int width) {

  /** Cuts out [steps, width] of a head: part 0 of the rows, or 1 or 2 if there are three parts. */
  Tensor cut(float[] rows, int parts, int part, int sequence, int head) {
    float[] cut = new float[Shape.size(steps, width)];
    for (int t = 0; t < steps; t++) {
      System.arraycopy(rows, at(parts, part, sequence, head, t), cut, t * width, width);
    }
    return Floats.tensor(cut, steps, width);
  }

  /** Puts [steps, width] of a head back into the rows. */
  void put(Tensor cut, float[] rows, int parts, int part, int sequence, int head) {
    float[] from = Floats.of(cut);
    for (int t = 0; t < steps; t++) {
      System.arraycopy(from, t * width, rows, at(parts, part, sequence, head, t), width);
    }
  }

  private int at(int parts, int part, int sequence, int head, int step) {
    int units = heads * width;
    return (sequence * steps + step) * parts * units + part * units + head * width;
  }

  /** Cuts out the weights [steps, steps] of a head of [batch, heads, steps, steps]. */
  Tensor square(float[] weights, int sequence, int head) {
    float[] cut = new float[steps * steps];
    System.arraycopy(weights, (sequence * heads + head) * cut.length, cut, 0, cut.length);
    return Floats.tensor(cut, steps, steps);
  }

  /** Puts the weights [steps, steps] of a head back. */
  void putSquare(Tensor square, float[] weights, int sequence, int head) {
    int size = square.size();
    System.arraycopy(Floats.of(square), 0, weights, (sequence * heads + head) * size, size);
  }
}
