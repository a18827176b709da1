package dojo.data;

import java.io.IOException;

/**
 * The four files of a set like MNIST.
 *
 * @param trainImages pictures to train on
 * @param trainLabels their classes
 * @param testImages pictures to test on
 * @param testLabels their classes
 */
record IdxSet(
    RemoteFile trainImages, RemoteFile trainLabels, RemoteFile testImages, RemoteFile testLabels) {

  /** Returns the files of a set with the sizes and names of MNIST. */
  static IdxSet of(String trainImages, String trainLabels, String testImages, String testLabels) {
    return new IdxSet(
        new RemoteFile("train-images-idx3-ubyte", 16 + 60_000 * 28 * 28, trainImages),
        new RemoteFile("train-labels-idx1-ubyte", 8 + 60_000, trainLabels),
        new RemoteFile("t10k-images-idx3-ubyte", 16 + 10_000 * 28 * 28, testImages),
        new RemoteFile("t10k-labels-idx1-ubyte", 8 + 10_000, testLabels));
  }

  /**
   * Returns the set.
   *
   * @throws IOException if a file cannot be had
   */
  Split<Dataset> read(Downloads downloads, int classes) throws IOException {
    // the small files first: where there is no network, that is soon known
    Idx trainClasses = idx(downloads, trainLabels, 1);
    Idx testClasses = idx(downloads, testLabels, 1);
    Dataset test = Idx.pictures(idx(downloads, testImages, 3), testClasses, classes);
    Dataset train = Idx.pictures(idx(downloads, trainImages, 3), trainClasses, classes);
    return new Split<>(train, test);
  }

  private static Idx idx(Downloads downloads, RemoteFile file, int axes) throws IOException {
    return Idx.of(file.name(), downloads.bytes(file), axes);
  }
}
