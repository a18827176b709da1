package dojo.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * 70,000 handwritten digits of 28×28 pixels: the set of the dropout papers.
 *
 * <p>It is downloaded when asked for and kept in a cache folder, which {@code DOJO_CACHE} can name.
 * It does not come with the kit, because the licence for passing it on is disputed; {@link
 * OptDigits} does.
 *
 * @see <a href="https://doi.org/10.1109/5.726791">LeCun, Bottou, Bengio and Haffner (1998),
 *     Gradient-based learning applied to document recognition</a>
 */
public final class Mnist {
  private static final IdxSet FILES =
      IdxSet.of(
          "mnist",
          List.of(
              "https://ossci-datasets.s3.amazonaws.com/mnist/",
              "https://storage.googleapis.com/cvdf-datasets/mnist/"),
          "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
          "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
          "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
          "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

  private Mnist() {}

  /**
   * Returns all digits, and prints the progress of the download.
   *
   * @return 60,000 to train on and 10,000 held out to test on, as the authors split them; x {@code
   *     [n, 784]} in {@code [0, 1]}, 28 rows of 28; y {@code [n, 10]}
   * @throws UncheckedIOException if no mirror has them; the message names the remedy
   * @throws CancellationException if the thread is interrupted, as by a notebook's stop button
   */
  public static Split<Dataset> full() {
    return full(System.out::println);
  }

  /**
   * Returns all digits.
   *
   * @param say receives the progress of the download, line by line
   * @return as {@link #full()}
   * @throws UncheckedIOException if no mirror has them; the message names the remedy
   * @throws CancellationException if the thread is interrupted, as by a notebook's stop button
   */
  public static Split<Dataset> full(Consumer<String> say) {
    return full(FILES, FILES.downloads(say));
  }

  static Split<Dataset> full(IdxSet files, Downloads downloads) {
    try {
      return files.read(downloads);
    } catch (IOException e) {
      throw new UncheckedIOException("MNIST: " + e.getMessage(), e);
    }
  }
}
