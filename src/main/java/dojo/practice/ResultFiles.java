package dojo.practice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dojo.kata.TestOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the JVM of a student's class leaves behind for the one that started it, in files.
 *
 * <p>The results begin with a token. It lies in a file that is read and deleted before the
 * student's class is loaded, so results that the class writes itself are not taken for those of the
 * tests. This keeps out the curious, not a determined forger, who shares the memory of this JVM.
 *
 * @param folder the folder of both JVMs
 * @param token the first line of the results
 */
record ResultFiles(Path folder, String token) {
  private static final String TEST_NAME = "(?U)\\w{1,200}";

  /** A text of Java may hold half a character, which no file in UTF-8 can: it is written as \\u. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  /** Prepares the folder, before the other JVM is started. */
  static ResultFiles expect(Path folder) throws IOException {
    ResultFiles results = new ResultFiles(folder, UUID.randomUUID().toString());
    Files.writeString(tokenFile(folder), results.token);
    return results;
  }

  /** Takes the token, in the other JVM. */
  static ResultFiles claim(Path folder) throws IOException {
    ResultFiles results = new ResultFiles(folder, Files.readString(tokenFile(folder)));
    Files.delete(tokenFile(folder));
    return results;
  }

  private static Path tokenFile(Path folder) {
    return folder.resolve("token.txt");
  }

  /** The file with the name of the test that was started last. */
  private Path running() {
    return folder.resolve("running.txt");
  }

  /** The file with what all tests saw; it exists if the run came to its end. */
  private Path outcomes() {
    return folder.resolve("outcomes.json");
  }

  /** Notes that a test starts: from now on the student's class may be running. */
  void starting(String test) {
    try {
      Files.write(running(), test.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes what the tests saw, all or nothing. */
  void write(List<TestOutcome> outcomes) throws IOException {
    Path fresh = folder.resolve("outcomes.new");
    String json = JSON.writeValueAsString(outcomes);
    Files.write(fresh, (token + "\n" + json).getBytes(UTF_8));
    Files.move(fresh, outcomes(), StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Reads what the tests saw.
   *
   * @return the outcomes; nothing if the run did not come to its end
   * @throws JsonProcessingException if the results are those of the tests, but cannot be understood
   */
  Optional<List<TestOutcome>> read() throws IOException {
    if (!Files.isRegularFile(outcomes())) {
      return Optional.empty();
    }
    byte[] found = Files.readAllBytes(outcomes());
    byte[] begin = (token + "\n").getBytes(UTF_8);
    if (!startsWith(found, begin)) {
      return Optional.empty();
    }
    int length = found.length - begin.length;
    return Optional.of(List.of(JSON.readValue(found, begin.length, length, TestOutcome[].class)));
  }

  private static boolean startsWith(byte[] text, byte[] begin) {
    return text.length >= begin.length
        && Arrays.equals(text, 0, begin.length, begin, 0, begin.length);
  }

  /** The test that was started last; nothing if the student's class never ran. */
  Optional<String> lastTest() {
    try {
      return Optional.of(Files.readString(running())).filter(name -> name.matches(TEST_NAME));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
