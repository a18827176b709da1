package dojo.data;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * A set like MNIST, ten classes in four files, and where to get them.
 *
 * @param folder its part of the cache
 * @param mirrors folders that hold the compressed files; each ends in a slash
 * @param trainImages pictures to train on
 * @param trainLabels their classes
 * @param testImages pictures to test on
 * @param testLabels their classes
 */
record IdxSet(
    String folder,
    List<String> mirrors,
    RemoteFile trainImages,
    RemoteFile trainLabels,
    RemoteFile testImages,
    RemoteFile testLabels) {
  private static final int CLASSES = 10;

  /** Returns a set whose files, known by their SHA-256, have the sizes and names of MNIST. */
  static IdxSet of(
      String folder,
      List<String> mirrors,
      String trainImages,
      String trainLabels,
      String testImages,
      String testLabels) {
    return new IdxSet(
        folder,
        mirrors,
        new RemoteFile("train-images-idx3-ubyte", 16 + 60_000 * 28 * 28, trainImages),
        new RemoteFile("train-labels-idx1-ubyte", 8 + 60_000, trainLabels),
        new RemoteFile("t10k-images-idx3-ubyte", 16 + 10_000 * 28 * 28, testImages),
        new RemoteFile("t10k-labels-idx1-ubyte", 8 + 10_000, testLabels));
  }

  /** Returns the downloads of the set, which report their progress line by line. */
  Downloads downloads(Consumer<String> say) {
    return Downloads.of(folder, say, mirrors);
  }

  /**
   * Returns the set.
   *
   * @throws IOException if a file is not available
   */
  Split<Dataset> read(Downloads downloads) throws IOException {
    // the small files first: a missing network shows at once
    Idx trainClasses = idx(downloads, trainLabels, 1);
    Idx testClasses = idx(downloads, testLabels, 1);
    Dataset test = Idx.pictures(idx(downloads, testImages, 3), testClasses, CLASSES);
    Dataset train = Idx.pictures(idx(downloads, trainImages, 3), trainClasses, CLASSES);
    return new Split<>(train, test);
  }

  private static Idx idx(Downloads downloads, RemoteFile file, int axes) throws IOException {
    return Idx.of(file.name(), downloads.bytes(file), axes);
  }
}
