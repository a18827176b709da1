package dojo.data;

import java.util.List;

/**
 * Pictures of ten kinds of clothes, harder to tell apart than digits.
 *
 * <p>A part of the set comes with the kit (MIT licence) and needs no download: 5,000 pictures to
 * train on and 2,000 to test on, every class equally often, made smaller from 28×28 to 14×14 pixels
 * by the mean of each 2×2 block.
 *
 * @see <a href="https://arxiv.org/abs/1708.07747">Xiao, Rasul and Vollgraf (2017), Fashion-MNIST: a
 *     novel image dataset for benchmarking machine learning algorithms</a>
 */
public final class FashionMnist {

  /** What the classes 0 to 9 are. */
  public static final List<String> CLASSES =
      List.of(
          "T-shirt",
          "trouser",
          "pullover",
          "dress",
          "coat",
          "sandal",
          "shirt",
          "sneaker",
          "bag",
          "ankle boot");

  private FashionMnist() {}

  /**
   * Returns the small pictures to train on.
   *
   * @return x {@code [5000, 196]} in {@code [0, 1]}, 14 rows of 14; y {@code [5000, 10]}
   */
  public static Dataset train() {
    return embedded("5000-train");
  }

  /**
   * Returns the small pictures to test on.
   *
   * @return x {@code [2000, 196]} in {@code [0, 1]}, 14 rows of 14; y {@code [2000, 10]}
   */
  public static Dataset test() {
    return embedded("2000-test");
  }

  private static Dataset embedded(String part) {
    String images = "fashion-mnist/fashion-mnist-" + part + "-images-14x14.idx3.gz";
    String labels = "fashion-mnist/fashion-mnist-" + part + "-labels.idx1.gz";
    return Idx.pictures(
        Idx.of(images, Embedded.bytes(images), 3),
        Idx.of(labels, Embedded.bytes(labels), 1),
        CLASSES.size());
  }
}
