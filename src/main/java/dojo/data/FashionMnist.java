package dojo.data;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Pictures of ten kinds of clothes, harder to tell apart than digits.
 *
 * <p>A part of the set comes with the kit (MIT licence) and needs no download: 5,000 pictures to
 * train on and 2,000 to test on, every class equally often, made smaller from 28×28 to 14×14 pixels
 * by the mean of each 2×2 block. All 70,000 pictures of 28×28 are downloaded when asked for, and
 * kept in a cache folder, which {@code DOJO_CACHE} can name.
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

  private static final IdxSet FILES =
      IdxSet.of(
          "fashion-mnist",
          List.of(
              "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/",
              "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"),
          "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
          "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
          "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
          "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34");

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

  /**
   * Returns all pictures in full size, and prints the progress of the download; if it fails,
   * returns the small pictures that come with the kit, and prints why.
   *
   * @return 60,000 to train on and 10,000 held out to test on, as the authors split them; x {@code
   *     [n, 784]} in {@code [0, 1]}, 28 rows of 28; y {@code [n, 10]}. If the download fails:
   *     {@link #train()} and {@link #test()}
   * @throws CancellationException if the thread is interrupted, as by a notebook's stop button
   */
  public static Split<Dataset> full() {
    return full(System.out::println);
  }

  /**
   * Returns all pictures in full size, or the small ones if the download fails.
   *
   * @param say receives the progress, line by line
   * @return as {@link #full()}
   * @throws CancellationException if the thread is interrupted, as by a notebook's stop button
   */
  public static Split<Dataset> full(Consumer<String> say) {
    return full(FILES, FILES.downloads(say));
  }

  static Split<Dataset> full(IdxSet files, Downloads downloads) {
    try {
      return files.read(downloads);
    } catch (IOException e) {
      downloads
          .say()
          .accept(
              "Fashion-MNIST: here are the 7,000 pictures of 14×14 pixels that come with the kit,"
                  + " not the 70,000 of 28×28, because "
                  + e.getMessage());
      return new Split<>(train(), test());
    }
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
