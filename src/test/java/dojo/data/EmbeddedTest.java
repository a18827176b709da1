package dojo.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.support.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedTest {
  private static final Path DATA = Path.of("src/main/resources/dojo/data");

  @ParameterizedTest
  @CsvSource({
    "fashion-mnist/fashion-mnist-5000-train-images-14x14.idx3,"
        + " d13fb6c541f5a3b020f9ea84254eac815f8809d48b772107d9219f14d175f476",
    "fashion-mnist/fashion-mnist-5000-train-labels.idx1,"
        + " 920005bf3d62204d8a5b5c0f07751a96375b8d112e9c267cd3ea49f6fa7b08c4",
    "fashion-mnist/fashion-mnist-2000-test-images-14x14.idx3,"
        + " 29a3cd07b7360e0030ac9f4af4f185e478761c618697daf8e7342791f6c7e691",
    "fashion-mnist/fashion-mnist-2000-test-labels.idx1,"
        + " 0fc12bc448f9f7bbb9fbb27a542ade0f40afe54a2379bf8477b373e058bf50e4",
    "mauna-loa-co2/co2-mauna-loa-weekly.csv,"
        + " 16695fa2786e53414e5a6b54767a3fdf5de99cfbc68617f69d1362d92776a92f",
    "optdigits/optdigits.tra.csv,"
        + " e1b683cc211604fe8fd8c4417e6a69f31380e0c61d4af22e93cc21e9257ffedd",
    "optdigits/optdigits.tes.csv,"
        + " 6ebb3d2fee246a4e99363262ddf8a00a3c41bee6014c373ed9d9216ba7f651b8",
    "tiny-shakespeare/tinyshakespeare.txt,"
        + " 86c4e6aa9db7c042ec79f339dcb96d42b0075e16b8fc2e86bf0ca57e2dc565ed",
    "yacht/yacht.txt, 00dfecc0fc01ddd4c90b558a3ac11b246df8ebcfea130724223475a9a67f0ea1"
  })
  void a_file_is_the_one_that_its_readme_names(String file, String sha256) throws IOException {
    assertEquals(sha256, Sha256.of(Embedded.bytes(file + ".gz")));
    Path readme = DATA.resolve(file).resolveSibling("README.md");
    assertTrue(Files.readString(readme).contains(sha256), () -> readme + " lacks " + sha256);
  }

  @Test
  void there_are_no_other_files() throws IOException {
    try (Stream<Path> files = Files.walk(DATA)) {
      List<Path> compressed = files.filter(file -> file.toString().endsWith(".gz")).toList();
      assertEquals(9, compressed.size(), compressed::toString);
    }
  }
}
