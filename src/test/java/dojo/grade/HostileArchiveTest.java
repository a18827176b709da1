package dojo.grade;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.kata.Exercises;
import dojo.random.RandomKey;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a student sends who wants to reach other files, or to fill the memory or the time. */
class HostileArchiveTest {
  private static final Exercises EXERCISES = new Exercises(Path.of("exercises").toAbsolutePath());
  private static final Intake INTAKE = new Intake(EXERCISES, EXERCISES.all());
  private static final Intake STRICT =
      new Intake(EXERCISES, EXERCISES.all(), new Caps(8, 1_000, 3, 1_500, 2_000, 2, 8_000));

  private static final String ANSWER = "package kata03;\nclass InvertedDropout {}\n";
  private static final String PATH = "kata03/InvertedDropout.java";

  @TempDir Path folder;

  private Handed read(byte[] bytes) throws IOException {
    return read(INTAKE, bytes);
  }

  private Handed read(Intake intake, byte[] bytes) throws IOException {
    return intake.read(Submission.of("mallory", Files.write(folder.resolve("m.zip"), bytes)));
  }

  private static List<String> remarks(Handed handed) {
    return handed.remarks().stream()
        .map(remark -> (remark.file() + " " + remark.what()).strip())
        .toList();
  }

  private static void assertNothing(Handed handed, String... remarks) {
    assertEquals(Map.of(), handed.katas());
    assertEquals("holds no answer to a kata", remarks(handed).get(0));
    assertEquals(List.of(remarks), remarks(handed).subList(1, handed.remarks().size()));
  }

  private static void assertHonestPart(Handed handed, String... remarks) {
    assertEquals(
        List.of(new SourceFile("InvertedDropout.java", ANSWER.getBytes(UTF_8))),
        handed.files("03"));
    assertEquals(List.of(remarks), remarks(handed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../kata03/InvertedDropout.java",
        "kata03/../../InvertedDropout.java",
        "/etc/kata03/InvertedDropout.java",
        "C:\\kata03\\InvertedDropout.java",
        "..\\kata03\\InvertedDropout.java",
      })
  void a_path_that_leads_out_is_not_read(String path) throws IOException {
    String shown =
        path.replace('\\', '/') + " has a path that leads out of the archive and was not read";
    assertNothing(read(Zips.zip().with(path, ANSWER).bytes()), shown);
    assertNothing(read(Tars.tar().with(path, ANSWER).bytes()), shown);
    assertTrue(Files.notExists(folder.resolveSibling("kata03")));
  }

  @Test
  void links_are_not_followed() throws IOException {
    String link = PATH + " is a link; links are not followed";
    assertNothing(read(Zips.zip().withLink(PATH, "/etc/passwd").bytes()), link);
    assertNothing(read(Tars.tar().header('2', PATH, 0).bytes()), link);
    assertNothing(read(Tars.tar().header('1', PATH, 0).bytes()), link);
  }

  @Test
  void links_in_a_folder_are_not_followed_either() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.java"), ANSWER);
    Path home = Files.createDirectories(folder.resolve("home/kata03"));
    Files.createSymbolicLink(home.resolve("InvertedDropout.java"), secret);
    Files.createSymbolicLink(home.resolve("loop"), folder);
    Files.createSymbolicLink(folder.resolve("home/kata01"), folder);
    assertNothing(
        INTAKE.read(Submission.of("mallory", folder.resolve("home"))),
        "kata01 is a link; links are not followed",
        "kata03/InvertedDropout.java is a link; links are not followed",
        "kata03/loop is a link; links are not followed");
  }

  @Test
  void a_file_that_unpacks_to_far_more_is_not_read() throws IOException {
    byte[] bomb = new byte[20 << 20]; // of which 20 kB are packed
    String large = "kata01/KeepRule.java is larger than 256 kB and was not read";
    assertHonestPart(
        read(Zips.zip().with("kata01/KeepRule.java", bomb).with(PATH, ANSWER).bytes()), large);
    String text = "x".repeat(1 << 20); // a line of a megabyte
    assertHonestPart(
        read(Tars.tar().with("kata01/KeepRule.java", text).with(PATH, ANSWER).gzipped()), large);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 60, 400})
  void a_size_that_is_not_true_is_damage(long size) throws IOException {
    byte[] content = "x".repeat(200).getBytes(UTF_8);
    Zips lying = Zips.zip().with(PATH, ANSWER);
    for (int method : new int[] {0, 8}) {
      lying.with(new Zips.Odd("kata0" + (1 + method) + "/A.java", 0, method, 0, size), content);
    }
    assertHonestPart(read(lying.bytes()), "kata01/A.java is damaged", "kata09/A.java is damaged");
  }

  @Test
  void all_archives_together_have_one_limit() throws IOException {
    Zips zip = Zips.zip().with(PATH, ANSWER);
    byte[] inner = Zips.zip().with("rest.zip", new byte[1_900]).bytes();
    for (int i = 1; i < 7; i++) {
      zip.with(
          "a" + i + ".zip", Zips.zip().with("b.txt", "x".repeat(1_800)).with("n", inner).bytes());
    }
    Handed handed = read(STRICT, zip.bytes());
    assertEquals(1, handed.katas().size());
    byte[] tar =
        Tars.tar().with(PATH, ANSWER).with("zeros", "\0".repeat(9_000)).with("more", "").gzipped();
    assertHonestPart(
        read(STRICT, tar), "m.zip unpacks to more than 0 MB; what comes later was not read");
  }

  @Test
  void archives_do_not_lie_in_each_other_for_ever() throws IOException {
    byte[] zip = Zips.zip().with(PATH, ANSWER).bytes();
    assertHonestPart(read(STRICT, Zips.zip().with("a.zip", zip).bytes()));
    byte[] deep = Zips.zip().with("b.zip", Zips.zip().with("a.zip", zip).bytes()).bytes();
    assertNothing(read(STRICT, deep), "b.zip/a.zip lies in more than 2 archives and was not read");
  }

  @Test
  void entries_are_counted_whatever_the_archive_says_of_their_number() throws IOException {
    Zips zip = Zips.zip().with(PATH, ANSWER);
    Tars tar = Tars.tar().with(PATH, ANSWER);
    for (int i = 0; i < 20; i++) {
      zip.again("a" + i);
      tar.with("a" + i, "");
    }
    String many = "m.zip holds more than 8 files and folders; what comes later was not read";
    assertHonestPart(read(STRICT, zip.bytes()), many);
    assertHonestPart(read(STRICT, tar.bytes()), many);
    for (int i = 0; i < 20; i++) {
      Files.createDirectories(folder.resolve("home/" + i));
    }
    Handed handed = STRICT.read(Submission.of("mallory", folder.resolve("home")));
    assertNothing(
        handed, "home holds more than 8 files and folders; what comes later was not read");
  }

  @Test
  void a_table_of_a_million_entries_is_not_even_read() throws IOException {
    Zips zip = Zips.zip().with(PATH, ANSWER);
    String name = "n".repeat(200);
    for (int i = 0; i < 80_000; i++) { // as large as a million entries of 16 bytes each
      zip.again(name);
    }
    assertNothing(
        read(zip.bytes()),
        "m.zip holds more than 100000 files and folders; what comes later was not read");
  }

  @Test
  void sources_are_counted_and_weighed() throws IOException {
    Zips many = Zips.zip();
    Zips heavy = Zips.zip().with("A.java", "x".repeat(990));
    for (int i = 0; i < 4; i++) {
      many.with("A" + i + ".java", "");
    }
    heavy.with("B.java", "x".repeat(990));
    assertNothing(
        read(STRICT, many.bytes()),
        "A3.java is one of more than 3 Java files; those that come later were not read");
    assertNothing(
        read(STRICT, heavy.bytes()),
        "B.java is one of Java files of more than 0 MB together; those that come later were not read");
  }

  @ParameterizedTest
  @CsvSource({"52617221, RAR", "377ABCAF271C, 7z", "425A6839, bzip2", "FD377A585A00, xz"})
  void archives_that_are_not_read_are_named(String start, String kind) throws IOException {
    byte[] bytes = new BigInteger("00" + start, 16).toByteArray();
    byte[] file = Arrays.copyOfRange(bytes, bytes.length - start.length() / 2, bytes.length + 100);
    assertNothing(read(file), "m.zip is a " + kind + " archive, which is not read: send a zip");
    assertHonestPart(
        read(Zips.zip().with("mine.rar", file).with(PATH, ANSWER).bytes()),
        "mine.rar is a " + kind + " archive, which is not read: send a zip");
  }

  @Test
  void a_password_and_a_rare_method_are_named() throws IOException {
    byte[] content = ANSWER.getBytes(UTF_8);
    Zips zip = Zips.zip().with(PATH, ANSWER);
    zip.with(new Zips.Odd("kata01/A.java", 1, 8, 0, content.length), content);
    zip.with(new Zips.Odd("kata02/A.java", 0, 9, 0, content.length), content);
    assertHonestPart(
        read(zip.bytes()),
        "kata01/A.java has a password: send it without one",
        "kata02/A.java is packed by method 9, which is not read: send a usual zip");
  }

  @Test
  void an_archive_that_was_not_sent_to_its_end_is_named() throws IOException {
    byte[] zip = Zips.zip().with(PATH, ANSWER).bytes();
    assertNothing(
        read(Arrays.copyOf(zip, zip.length - 30)), "m.zip is cut off: it was not sent to its end");
    byte[] tar =
        Tars.tar().with(PATH, ANSWER).with("kata01/KeepRule.java", "x".repeat(600)).bytes();
    assertHonestPart(
        read(Arrays.copyOf(tar, tar.length - 1_200)),
        "kata01/KeepRule.java is cut off: it was not sent to its end");
    byte[] gzip = Tars.tar().with(PATH, ANSWER).gzipped();
    assertNothing(
        read(Arrays.copyOf(gzip, gzip.length / 2)), "m.zip is cut off: it was not sent to its end");
    assertNothing(read(new byte[0]), "m.zip is empty");
    assertNothing(
        read("no archive".getBytes(UTF_8)), "m.zip is cut off: it was not sent to its end");
    assertNothing(read(Tars.gzipped("no tar".getBytes(UTF_8))), "m.zip is neither a zip nor a tar");
  }

  @Test
  void what_stands_before_a_zip_or_after_its_end_does_not_matter() throws IOException {
    byte[] zip = Zips.zip().with(PATH, ANSWER).bytes();
    byte[] shifted = new byte[zip.length + 100];
    System.arraycopy(zip, 0, shifted, 100, zip.length);
    assertHonestPart(read(shifted));
  }

  @Test
  void names_cannot_write_to_the_terminal() throws IOException {
    String name = "kata03/\u001B[2J\nInverted\u202EDropout.java";
    assertEquals(
        List.of("kata03/?[2J?Inverted?Dropout.java was taken for InvertedDropout.java"),
        remarks(read(Zips.zip().with(name, ANSWER).bytes())));
  }

  @Test
  void so_many_remarks_that_nobody_reads_them_are_cut() throws IOException {
    Zips upwards = Zips.zip();
    Zips downwards = Zips.zip();
    for (int i = 0; i < 200; i++) {
      upwards.withLink("kata03/A" + (100 + i) + ".java", "/etc/passwd");
      downwards.withLink("kata03/A" + (299 - i) + ".java", "/etc/passwd");
    }
    assertEquals(50, read(upwards.bytes()).remarks().size());
    assertEquals(read(upwards.bytes()).remarks(), read(downwards.bytes()).remarks());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/*", "//", "package ", "public ", "\n", " ", "class ", "InvertedDropout "})
  void a_source_that_repeats_itself_does_not_take_for_ever(String part) throws IOException {
    String text = part.repeat(250_000 / part.length());
    assertEquals(0, read(Zips.zip().with("A.java", text).bytes()).files("03").size());
    assertEquals(1, read(Zips.zip().with(PATH, text).bytes()).files("03").size());
  }

  @Test
  void a_path_of_a_million_steps_does_not_take_for_ever() throws IOException {
    for (String step : List.of("./", "a/", "../", "\\", "kata03 ")) {
      String path = step.repeat(60_000 / step.length()) + "A.java";
      read(Zips.zip().with(path, ANSWER).bytes());
      read(Tars.tar().withPaxName(path, ANSWER).bytes());
    }
    Handed handed =
        read(
            Zips.zip()
                .with(PATH, ANSWER)
                .with("a/".repeat(3_000), ANSWER)
                .with("a/".repeat(3_000) + "KeepRule.java", ANSWER)
                .bytes());
    assertEquals(
        List.of("has a path of more than 4096 letters and was not read"),
        handed.remarks().stream().map(remark -> remark.what().toString()).toList());
  }

  @Test
  void thousands_of_sources_do_not_take_for_ever() throws IOException {
    Zips zip = Zips.zip().with(PATH, ANSWER);
    StringBuilder text = new StringBuilder();
    EXERCISES.all().forEach(kata -> text.append("final class ").append(kata.plan().className()));
    for (int i = 0; i < 4_900; i++) {
      zip.with("kata03/a/A" + i + ".java", text.substring(i % 7, i % 7 + 700));
    }
    assertEquals(4_901, read(zip.bytes()).files("03").size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"zip", "tar", "tgz"})
  void whatever_the_bytes_are_the_answer_is_a_remark(String kind) throws IOException {
    byte[] inner = Zips.zip().with("b/KeepRule.java", "class KeepRule {}").bytes();
    Zips zip = Zips.zip().with(PATH, ANSWER).with("a.zip", inner).withLink("l.java", "x");
    Tars tar = Tars.tar().withPaxName(PATH, ANSWER).withLongName("b.java", "").header('2', "c", 0);
    byte[] whole =
        kind.equals("zip") ? zip.bytes() : kind.equals("tar") ? tar.bytes() : tar.gzipped();
    RandomKey key = RandomKey.of(20_261_126);
    int n = 0;
    for (int i = 0; i < 3_000; i++) {
      byte[] bytes = whole.clone();
      for (int j = 0; j < 1 + i % 6; j++) {
        int at = (int) (key.uniform(n++) * bytes.length);
        bytes[at] = (byte) (key.uniform(n++) * 256);
      }
      read(i % 7 == 0 ? Arrays.copyOf(bytes, (int) (key.uniform(n++) * bytes.length)) : bytes);
    }
    assertEquals(1, read(whole).files("03").size());
  }
}
