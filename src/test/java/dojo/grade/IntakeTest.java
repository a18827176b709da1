package dojo.grade;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.Stubs;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What students send, and how they send it: the way must not cost them a point. */
class IntakeTest {
  private static final Exercises EXERCISES = new Exercises(Path.of("exercises").toAbsolutePath());
  private static final List<Kata> KATAS = EXERCISES.all();
  private static final Intake INTAKE = new Intake(EXERCISES, KATAS);

  private static final String ANSWER =
      "package kata03;\n\n/** Mine. */\npublic final class InvertedDropout {\n  // é\n}\n";
  private static final String NAME = "InvertedDropout.java";

  @TempDir Path folder;

  private Handed read(String name, byte[] bytes) throws IOException {
    return INTAKE.read(Submission.of("alice", Files.write(folder.resolve(name), bytes)));
  }

  private Handed read() throws IOException {
    return INTAKE.read(Submission.of("alice", folder));
  }

  private void file(String path, String text) throws IOException {
    file(path, text.getBytes(UTF_8));
  }

  private void file(String path, byte[] bytes) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  /** Each file of a kata by its name, and what it says. */
  private static Map<String, String> files(Handed handed, String kata) {
    Map<String, String> files = new TreeMap<>();
    handed.files(kata).forEach(file -> files.put(file.name(), new String(file.bytes(), UTF_8)));
    return files;
  }

  private static List<String> remarks(Handed handed) {
    List<String> remarks = new ArrayList<>();
    handed.remarks().forEach(remark -> remarks.add((remark.file() + " " + remark.what()).strip()));
    return remarks;
  }

  private static void assertAnswered(Handed handed, String... remarks) {
    assertEquals(Map.of(NAME, ANSWER), files(handed, "03"));
    assertEquals(List.of(remarks), remarks(handed));
    assertEquals("alice", handed.submission());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kata03/",
        "exercises/kata03/",
        "dropout-dojo-main/exercises/kata03/",
        "a/b/c/Kata 3/",
        "KATA_03/",
        "kata-3 (1)/",
        "lovelace_kata03/",
        "kata03/src/",
        "src/main/java/kata03/",
        "Übung 3/kata03/",
        "kata01-30/kata03/",
        "kata01_kata03/",
        "kata-01-to-30/",
        "kata 1 & 3/",
        "",
        "homework/week 2/",
      })
  void an_answer_is_found_in_any_folder(String where) throws IOException {
    file(where + NAME, ANSWER);
    assertAnswered(read());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "kata03/",
        "alice/exercises/kata03/",
        "./kata03/",
        "a//kata03/",
        "a\\kata03\\"
      })
  void an_answer_is_found_in_archives_of_every_kind(String where) throws IOException {
    assertAnswered(read("a.zip", Zips.zip().with(where + NAME, ANSWER).bytes()));
    assertAnswered(read("a.tar", Tars.tar().with(where + NAME, ANSWER).bytes()));
    assertAnswered(read("a.tar.gz", Tars.tar().with(where + NAME, ANSWER).gzipped()));
    assertAnswered(read("a.tgz", Tars.tar().with(where + NAME, ANSWER).gzipped()));
  }

  @Test
  void the_bytes_of_an_archive_tell_its_kind_and_not_its_name() throws IOException {
    byte[] zip = Zips.zip().with("kata03/" + NAME, ANSWER).bytes();
    assertAnswered(read("a.tar.gz", zip));
    assertAnswered(read("alice", zip));
    assertAnswered(read("alice.jar", zip));
    assertAnswered(read("a.zip", Tars.tar().with("kata03/" + NAME, ANSWER).gzipped()));
  }

  @Test
  void one_source_is_a_submission_too() throws IOException {
    assertAnswered(read(NAME, ANSWER.getBytes(UTF_8)));
  }

  @Test
  void archives_may_lie_in_each_other() throws IOException {
    byte[] inner = Zips.zip().with(NAME, ANSWER).bytes();
    assertAnswered(read("a.zip", Zips.zip().with("kata03.zip", inner).bytes()));
    byte[] tar = Tars.tar().with("kata03/" + NAME, ANSWER).gzipped();
    assertAnswered(read("a.zip", Zips.zip().with("mine/all.tar.gz", tar).bytes()));
  }

  @Test
  void a_folder_may_hold_an_archive_for_each_kata() throws IOException {
    file("kata03.zip", Zips.zip().with(NAME, ANSWER).bytes());
    file(
        "kata01 (2).zip",
        Zips.zip().with("KeepRule.java", "package kata01; class KeepRule {}").bytes());
    Handed handed = read();
    assertAnswered(handed);
    assertEquals(List.of("01", "03"), List.copyOf(handed.katas().keySet()));
  }

  @Test
  void what_macos_windows_and_editors_leave_is_passed_over() throws IOException {
    Zips zip = Zips.zip().with("kata03/" + NAME, ANSWER);
    zip.with("__MACOSX/kata03/._" + NAME, "\0\5\26\7").with("kata03/.DS_Store", "\0");
    zip.with("kata03/._" + NAME, "\0\5\26\7").with("kata03/Thumbs.db", "x");
    zip.with("kata03/.history/InvertedDropout_2026.java", "class InvertedDropout {}");
    zip.with("kata03/" + NAME + ".bak-1", "class InvertedDropout {}")
        .with("kata03/InvertedDropout.class", "x");
    zip.with("target/classes/kata03/" + NAME, "class InvertedDropout {}");
    zip.with(".git/HEAD", "ref: refs/heads/main").with("kata03/README.md", "# kata 03");
    assertAnswered(read("a.zip", zip.bytes()));
  }

  @Test
  void a_whole_checkout_holds_the_kit_and_its_solutions_too() throws IOException {
    Kata twelve = EXERCISES.kata(12).orElseThrow();
    file("exercises/kata12/MaxNorm.java", new Stubs(EXERCISES).of(twelve));
    file("exercises/kata12/MaxNormTest.java", Files.readString(twelve.test()));
    file(
        "solutions/kata12/MaxNorm.java",
        Files.readString(EXERCISES.solutions().resolve("kata12/MaxNorm.java")));
    file(
        "src/main/java/dojo/optim/MaxNorm.java",
        Files.readString(Path.of("src/main/java/dojo/optim/MaxNorm.java")));
    file(".git/config", "[core]");
    file("exercises/kata03/" + NAME, ANSWER);
    Handed handed = read();
    assertAnswered(handed);
    assertEquals(Map.of("MaxNorm.java", new Stubs(EXERCISES).of(twelve)), files(handed, "12"));
  }

  @Test
  void an_answer_beside_an_untouched_start_is_the_answer() throws IOException {
    file("exercises/kata03/" + NAME, new Stubs(EXERCISES).of(EXERCISES.kata(3).orElseThrow()));
    file("InvertedDropout (1).java", ANSWER);
    assertAnswered(read(), "InvertedDropout (1).java was taken for InvertedDropout.java");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "InvertedDropout (1).java",
        "InvertedDropout-1.java",
        "InvertedDropout copy.java",
        "Kopie von InvertedDropout.java",
        "inverteddropout.java",
        "InvertedDropout.java.txt",
        "InvertedDropout.JAVA",
        "lovelaceada_1234_56789_InvertedDropout.java",
        "Answer.java",
        "反向.java",
      })
  void a_file_under_another_name_is_known_by_the_class_that_it_declares(String name)
      throws IOException {
    file("kata03/" + name, ANSWER);
    assertAnswered(read(), "kata03/" + name + " was taken for InvertedDropout.java");
    Files.delete(folder.resolve("kata03/" + name));
    file(name, ANSWER);
    assertAnswered(read(), name + " was taken for InvertedDropout.java");
  }

  @Test
  void of_several_answers_the_one_in_its_place_is_taken() throws IOException {
    file("kata03/" + NAME, ANSWER);
    file("kata03/InvertedDropout (1).java", "package kata03; class InvertedDropout { int older; }");
    file("old/kata03/" + NAME, "package kata03; class InvertedDropout { int oldest; }");
    file("copy/kata03/" + NAME, ANSWER);
    assertAnswered(
        read(),
        "kata03/InvertedDropout (1).java was passed over; kata03/InvertedDropout.java was taken",
        "old/kata03/InvertedDropout.java was passed over; kata03/InvertedDropout.java was taken");
  }

  @Test
  void classes_of_the_student_come_with_the_answer() throws IOException {
    file("kata03/" + NAME, ANSWER);
    file("kata03/Grid.java", "package kata03; class Grid {}");
    file("kata03/util/Coin.java", "package kata03.util; class Coin {}");
    file("kata03/Grid (1).java", "package kata03; class Grid { int old; }");
    file(
        "kata03/MyTest.java", "package kata03; import org.junit.jupiter.api.Test; class MyTest {}");
    file("old/kata03/Rest.java", "package kata03; class Rest {}");
    Handed handed = read();
    assertEquals(
        Map.of(
            NAME,
            ANSWER,
            "Grid.java",
            "package kata03; class Grid {}",
            "Coin.java",
            "package kata03; class Coin {}"),
        files(handed, "03"));
    assertEquals(
        List.of(
            "kata03/Grid (1).java was passed over; no class can have its name",
            "kata03/util/Coin.java was put into the package kata03, since a kata has one package: what"
                + " imports it from kata03.util does not compile"),
        remarks(handed));
  }

  @Test
  void loose_files_keep_their_company() throws IOException {
    file(NAME, ANSWER);
    file("Grid.java", "class Grid {}");
    file("KeepRule.java", "package kata01; class KeepRule {}");
    Handed handed = read();
    assertEquals(
        Map.of(NAME, ANSWER, "Grid.java", "package kata03; class Grid {}"), files(handed, "03"));
    assertEquals(
        Map.of(
            "KeepRule.java",
            "package kata01; class KeepRule {}",
            "Grid.java",
            "package kata01; class Grid {}"),
        files(handed, "01"));
  }

  @Test
  void edited_tests_of_the_kit_are_passed_over() throws IOException {
    file("kata03/" + NAME, ANSWER);
    file(
        "kata03/InvertedDropoutTest.java",
        "package kata03; import org.junit.jupiter.api.Test; class InvertedDropoutTest {}");
    file("pom.xml", "<project/>");
    file(".mvn/extensions.xml", "<extensions/>");
    file("META-INF/services/javax.annotation.processing.Processor", "Evil");
    assertAnswered(read());
  }

  @Test
  void katas_that_are_missing_or_not_graded_are_not_there() throws IOException {
    Intake one = new Intake(EXERCISES, KATAS.subList(2, 3));
    file("kata03/" + NAME, ANSWER);
    file("kata01/KeepRule.java", "package kata01; class KeepRule {}");
    Handed handed = one.read(Submission.of("alice", folder));
    assertAnswered(handed);
    assertEquals(1, handed.katas().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "package kata3; |package kata03; ",
        "package exercises.kata03;|package kata03;",
        "/* a */ // b; c#package  com . me ;|/* a */ // b; c#package kata03;",
        "import java.util.List;|package kata03; import java.util.List;",
        "// package kata03;#|package kata03; // package kata03;#",
        "package#kata07;|package kata03;#",
        "class A {}|package kata03; class A {}",
      })
  void a_wrong_package_line_is_corrected_and_each_line_keeps_its_number(String line, String right)
      throws IOException {
    String body = "\nclass InvertedDropout {}\n";
    file("kata03/" + NAME, line.replace("#", "\n") + body);
    Handed handed = read();
    assertEquals(Map.of(NAME, right.replace("#", "\n") + body), files(handed, "03"));
    assertEquals(
        List.of("kata03/InvertedDropout.java was put into the package kata03"), remarks(handed));
  }

  @Test
  void every_encoding_of_editors_is_read() throws IOException {
    String path = "kata03/" + NAME;
    file(path, "\uFEFF" + ANSWER);
    assertAnswered(read());
    file(path, ANSWER.getBytes(UTF_16));
    assertAnswered(read(), path + " was read as UTF-16BE; it should be UTF-8");
    file(path, ("\uFEFF" + ANSWER).getBytes(UTF_16LE));
    assertAnswered(read(), path + " was read as UTF-16LE; it should be UTF-8");
    file(path, ANSWER.getBytes(UTF_16LE));
    assertAnswered(read(), path + " was read as UTF-16LE; it should be UTF-8");
    file(path, ANSWER.getBytes(Charset.forName("windows-1252")));
    assertAnswered(read(), path + " was read as windows-1252; it should be UTF-8");
  }

  @Test
  void ends_of_lines_are_left_as_they_are() throws IOException {
    String windows = ANSWER.replace("\n", "\r\n");
    file("kata03/" + NAME, windows);
    assertEquals(Map.of(NAME, windows), files(read(), "03"));
    file(
        "kata03/" + NAME,
        new Stubs(EXERCISES).of(EXERCISES.kata(3).orElseThrow()).replace("\n", "\r\n"));
    file("mine/" + NAME, ANSWER);
    assertAnswered(read());
  }

  @Test
  void a_carriage_return_alone_ends_a_line_too() throws IOException {
    String old = ("// mine\n" + ANSWER).replace('\n', '\r');
    file("a/Kata three.java", old);
    Handed handed = read();
    assertEquals(Map.of(NAME, old), files(handed, "03"));
    assertEquals(List.of("a/Kata three.java was taken for InvertedDropout.java"), remarks(handed));
  }

  @Test
  void what_is_no_text_is_handed_on_as_it_is() throws IOException {
    byte[] binary = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 1, 2, 3};
    file("kata03/" + NAME, binary);
    Handed handed = read();
    assertEquals(List.of(new SourceFile(NAME, binary)), handed.files("03"));
    assertEquals(
        List.of("kata03/InvertedDropout.java is no text in any known encoding"), remarks(handed));
  }

  @Test
  void names_in_any_encoding_do_not_hide_an_answer() throws IOException {
    for (String charset : List.of("GBK", "Shift_JIS", "IBM850", "UTF-8")) {
      Zips zip = Zips.zip(Charset.forName(charset)).with("練習/kata03/" + NAME, ANSWER);
      assertAnswered(read("a.zip", zip.bytes()));
    }
  }

  @Test
  void long_names_in_a_tar_are_read_in_both_ways() throws IOException {
    String path = "long/".repeat(30) + "kata03/" + NAME;
    assertAnswered(read("a.tar", Tars.tar().withLongName(path, ANSWER).bytes()));
    assertAnswered(read("a.tar", Tars.tar().withPaxName(path, ANSWER).bytes()));
  }

  @Test
  void what_may_not_be_read_is_named_and_nothing_is_guessed() throws IOException {
    file("kata03/" + NAME, ANSWER);
    file("kata01/KeepRule.java", "package kata01; class KeepRule {}");
    file(".git/objects/x", "");
    Path junk = folder.resolve(".git/objects");
    Assumptions.assumeTrue(junk.toFile().setReadable(false), "no such rights");
    Assumptions.assumeFalse(Files.isReadable(junk), "root reads everything");
    for (String path : List.of("kata01", "kata03/" + NAME)) {
      assertTrue(folder.resolve(path).toFile().setReadable(false));
      Remark remark = assertThrows(UnreadableException.class, this::read).remark();
      assertEquals(
          path
              + " may not be read by this program: give it the right (on Linux and macOS, chmod -R"
              + " u+rX), then grade again",
          remark.file() + " " + remark.what());
      assertTrue(folder.resolve(path).toFile().setReadable(true));
    }
    assertEquals(2, read().katas().size());
  }

  @Test
  void nothing_is_a_submission_too() throws IOException {
    assertEquals(List.of("holds no answer to a kata"), remarks(read()));
    Handed nobody = INTAKE.read(new Submission("bob", List.of(), Map.of()));
    assertEquals(List.of("nothing was handed in"), remarks(nobody));
    assertEquals(Map.of(), nobody.katas());
  }

  @Test
  void a_submission_may_consist_of_several_files() throws IOException {
    file("lovelace_1_2_InvertedDropout.java", ANSWER);
    file(
        "lovelace_1_3_rest.zip",
        Zips.zip().with("KeepRule.java", "package kata01; class KeepRule {}").bytes());
    Handed handed =
        INTAKE.read(
            new Submission(
                "alice",
                List.of(
                    folder.resolve("lovelace_1_2_InvertedDropout.java"),
                    folder.resolve("lovelace_1_3_rest.zip")),
                Map.of()));
    assertAnswered(handed, "lovelace_1_2_InvertedDropout.java was taken for InvertedDropout.java");
    assertEquals(List.of("01", "03"), List.copyOf(handed.katas().keySet()));
  }
}
