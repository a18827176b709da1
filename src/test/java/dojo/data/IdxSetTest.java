package dojo.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.support.Sha256;
import dojo.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The big sets, in small: three pictures of two pixels to train on, one to test on. */
@Timeout(60)
class IdxSetTest {
  private static final byte[] TRAIN_IMAGES =
      IdxTest.file(0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, 51, 102, 153, 204, 255);
  private static final byte[] TRAIN_LABELS = IdxTest.file(0, 0, 8, 1, 0, 0, 0, 3, 9, 0, 4);
  private static final byte[] TEST_IMAGES =
      IdxTest.file(0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 255, 0);
  private static final byte[] TEST_LABELS = IdxTest.file(0, 0, 8, 1, 0, 0, 0, 1, 7);

  private static final Map<String, byte[]> FILES =
      Map.of(
          "/files/a.gz", TRAIN_IMAGES,
          "/files/b.gz", TRAIN_LABELS,
          "/files/c.gz", TEST_IMAGES,
          "/files/d.gz", TEST_LABELS);

  private static final IdxSet SET =
      new IdxSet(
          "small",
          List.of(),
          remote("a", TRAIN_IMAGES),
          remote("b", TRAIN_LABELS),
          remote("c", TEST_IMAGES),
          remote("d", TEST_LABELS));

  private static final Split<Dataset> EXPECTED =
      new Split<>(
          Dataset.of(
              Tensor.ofRows(new float[] {0, 0.2f}, new float[] {0.4f, 0.6f}, new float[] {0.8f, 1}),
              new int[] {9, 0, 4},
              10),
          Dataset.of(Tensor.ofRows(new float[] {1, 0}), new int[] {7}, 10));

  @TempDir private Path folder;
  private final List<String> said = new CopyOnWriteArrayList<>();

  private static RemoteFile remote(String name, byte[] bytes) {
    return new RemoteFile(name, bytes.length, Sha256.of(bytes));
  }

  private Downloads downloads(Mirror mirror) {
    Duration half = Duration.ofSeconds(30);
    return new Downloads(folder, List.of(mirror.uri()), new Fetch.Patience(half, half), said::add);
  }

  private static Mirror having(Map<String, byte[]> files) throws IOException {
    return new Mirror(
        exchange -> {
          byte[] file = files.get(exchange.getRequestURI().getPath());
          if (file == null) {
            exchange.sendResponseHeaders(404, -1);
          } else {
            Mirror.send(exchange, Mirror.gzip(file));
          }
        });
  }

  @Test
  void four_files_make_a_set_to_train_on_and_one_to_test_on() throws IOException {
    try (Mirror mirror = having(FILES)) {
      assertEquals(EXPECTED, FashionMnist.full(SET, downloads(mirror)));
      assertEquals(EXPECTED, Mnist.full(SET, downloads(mirror)));
      assertEquals(4, mirror.requests().size()); // the second time all were kept
    }
  }

  @Test
  void without_one_of_them_fashion_falls_back_to_what_the_kit_has_and_says_so() throws IOException {
    try (Mirror mirror = having(Map.of("/files/b.gz", TRAIN_LABELS))) {
      Split<Dataset> split = FashionMnist.full(SET, downloads(mirror));
      assertEquals(new Split<>(FashionMnist.train(), FashionMnist.test()), split);
      String last = said.get(said.size() - 1);
      assertTrue(
          last.startsWith(
              "Fashion-MNIST: here are the 7,000 pictures of 14×14 pixels that come with the kit,"
                  + " not the 70,000 of 28×28, because d is not available: "
                  + mirror.uri()
                  + "d.gz answered with status 404. "),
          last);
      assertEquals(1, last.lines().count());
    }
  }

  @Test
  void digits_have_nothing_to_fall_back_to() throws IOException {
    try (Mirror mirror = having(Map.of())) {
      Downloads downloads = downloads(mirror);
      var e = assertThrows(UncheckedIOException.class, () -> Mnist.full(SET, downloads));
      assertTrue(
          e.getMessage()
              .startsWith(
                  "MNIST: b is not available: "
                      + mirror.uri()
                      + "b.gz answered with status 404. Try again later, or get the file elsewhere"),
          e.getMessage());
      assertEquals(List.of("/files/b.gz"), mirror.requests()); // and no other was asked for
    }
  }

  @Test
  void the_full_sets_have_the_names_and_sizes_of_mnist() {
    IdxSet set = IdxSet.of("folder", List.of(), "a", "b", "c", "d");
    assertEquals(new RemoteFile("train-images-idx3-ubyte", 47_040_016, "a"), set.trainImages());
    assertEquals(new RemoteFile("train-labels-idx1-ubyte", 60_008, "b"), set.trainLabels());
    assertEquals(new RemoteFile("t10k-images-idx3-ubyte", 7_840_016, "c"), set.testImages());
    assertEquals(new RemoteFile("t10k-labels-idx1-ubyte", 10_008, "d"), set.testLabels());
  }
}
