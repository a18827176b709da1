package dojo.nn;

import dojo.tensor.Floats;
import dojo.tensor.MatMul;
import dojo.tensor.Tensor;
import java.util.List;

/**
 * A convolution whose patches are rows of a matrix, to compare with {@link Conv2d}, where they are
 * columns: the same sums in the same order, so the same bits.
 *
 * @param layer the convolution
 */
public record PatchesAsRows(Conv2d layer) implements Layer {

  @Override
  public Forward forward(Tensor x, Mode mode) {
    Patches patches =
        Patches.of(x.shape(), layer.channels(), layer.kernel(), layer.stride(), layer.padding());
    int area = patches.down() * patches.across();
    int numbers = layer.weight().length(0);
    float[] rows = new float[patches.batch() * area * numbers];
    move(patches, Floats.of(x), rows, false);
    Tensor p = Floats.tensor(rows, patches.batch() * area, numbers);
    Tensor y = MatMul.affine(p, layer.weight(), layer.bias());
    float[] images = turned(Floats.of(y), patches.batch(), area, layer.out());
    return new Forward(
        Floats.tensor(images, patches.batch(), layer.out(), patches.down(), patches.across()),
        dy -> {
          float[] turned = turned(Floats.of(dy), patches.batch(), layer.out(), area);
          Tensor g = Floats.tensor(turned, patches.batch() * area, layer.out());
          return new Gradients(
              () -> {
                float[] dx = new float[x.size()];
                move(patches, dx, Floats.of(MatMul.timesTransposed(g, layer.weight())), true);
                return Floats.like(x, dx);
              },
              List.of(MatMul.transposedTimes(p, g), MatMul.sumOfRows(g)));
        });
  }

  /** Copies images to rows, or adds rows to images; what lies in the padding is left out. */
  private static void move(Patches p, float[] images, float[] rows, boolean back) {
    int row = 0; // where the numbers of a patch start that lie beside each other
    for (int patch = 0; patch < p.batch() * p.down() * p.across(); patch++) {
      int n = patch / p.across() / p.down();
      int i = patch / p.across() % p.down() * p.stride() - p.padding();
      int j = patch % p.across() * p.stride() - p.padding();
      for (int c = 0; c < p.channels(); c++) {
        for (int u = 0; u < p.kernel(); u++, row += p.kernel()) {
          if (i + u < 0 || i + u >= p.height()) {
            continue;
          }
          int image = ((n * p.channels() + c) * p.height() + i + u) * p.width() + j;
          for (int v = Math.max(0, -j); v < Math.min(p.kernel(), p.width() - j); v++) {
            if (back) {
              images[image + v] += rows[row + v];
            } else {
              rows[row + v] = images[image + v];
            }
          }
        }
      }
    }
  }

  /** Turns each of so many matrices. */
  private static float[] turned(float[] from, int matrices, int rows, int columns) {
    float[] to = new float[from.length];
    for (int n = 0, at = 0; n < matrices; n++) {
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++, at++) {
          to[(n * columns + j) * rows + i] = from[at];
        }
      }
    }
    return to;
  }

  @Override
  public List<Tensor> parameters() {
    return layer.parameters();
  }

  @Override
  public PatchesAsRows withParameters(List<Tensor> parameters) {
    return new PatchesAsRows(layer.withParameters(parameters));
  }
}
