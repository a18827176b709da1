package dojo.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dojo.machine.MissingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboxTest {
  @TempDir Path folder;

  private void files(String... paths) throws IOException {
    for (String path : paths) {
      Path file = folder.resolve(path);
      Files.createDirectories(path.endsWith("/") ? file : file.getParent());
      if (!path.endsWith("/")) {
        Files.writeString(file, "");
      }
    }
  }

  /** Each submission as {@code name = its parts}. */
  private List<String> found(String... named) {
    return Inbox.of(Stream.of(named).map(folder::resolve).toList()).stream()
        .map(
            each ->
                each.name()
                    + " = "
                    + String.join(
                        " ",
                        each.parts().stream()
                            .map(part -> folder.relativize(part).toString())
                            .toList()))
        .toList();
  }

  @Test
  void a_folder_of_folders_and_archives_is_a_class() throws IOException {
    files(
        "in/bob.zip",
        "in/alice/kata01/KeepRule.java",
        "in/carol.tar.gz",
        "in/dave/",
        "in/notes.txt");
    files("in/.DS_Store", "in/__MACOSX/x", "in/old/grading.json", "in/older/shard-1-of-3/x");
    assertEquals(
        List.of(
            "alice = in/alice", "bob = in/bob.zip", "carol = in/carol.tar.gz", "dave = in/dave"),
        found("in"));
  }

  @ParameterizedTest
  @CsvSource({
    "kata01/KeepRule.java",
    "Kata 1/x",
    "kata01.zip",
    "exercises/kata01/x",
    "KeepRule.java",
    "pom.xml",
    ".git/HEAD",
    "project/exercises/x",
    "all/kata01/x"
  })
  void a_folder_in_which_a_student_works_is_one_submission(String path) throws IOException {
    files("alice/" + path);
    assertEquals(List.of("alice = alice"), found("alice"));
  }

  @Test
  void each_that_is_named_is_looked_at_for_itself() throws IOException {
    files("week1/alice/exercises/x", "week1/bob/exercises/x", "carol.zip", "Dave.java");
    assertEquals(
        List.of("Dave = Dave.java", "alice = week1/alice", "bob = week1/bob", "carol = carol.zip"),
        found("week1", "carol.zip", "Dave.java"));
    assertEquals(List.of("alice = week1/alice"), found("week1/alice"));
  }

  @Test
  void two_of_one_name_are_told_apart() throws IOException {
    files("in/alice/kata01/x", "in/alice.zip", "in/ALICE.tgz");
    assertEquals(
        List.of("ALICE = in/ALICE.tgz", "alice~2 = in/alice", "alice~3 = in/alice.zip"),
        found("in"));
  }

  @Test
  void two_archives_of_one_kata_are_of_two_students() throws IOException {
    files("in/kata03_ada.zip", "in/Bob Müller kata03.zip");
    assertEquals(
        List.of("Bob Müller kata03 = in/Bob Müller kata03.zip", "kata03_ada = in/kata03_ada.zip"),
        found("in"));
    files("ada/kata03.zip", "ada/kata03 (1).zip", "ada/kata04.zip");
    assertEquals(List.of("ada = ada"), found("ada"));
  }

  @Test
  void repositories_that_are_named_after_kata_and_student_are_a_class() throws IOException {
    files("in/kata03-ada/exercises/kata03/x", "in/kata03-bob/exercises/kata03/x");
    assertEquals(List.of("kata03-ada = in/kata03-ada", "kata03-bob = in/kata03-bob"), found("in"));
    files("git/dojo-kata-3-ada/.git/HEAD", "git/dojo-kata-3-bob/pom.xml", "git/kata03/x");
    assertEquals(3, found("git").size());
    files("flat/kata03_ada/KeepRule.java", "flat/kata03_bob/KeepRule.java");
    assertEquals(2, found("flat").size());
  }

  @Test
  void what_a_student_keeps_beside_a_kata_is_no_student() throws IOException {
    files("ada/kata03/KeepRule.java", "ada/kata03-mine/KeepRule.java");
    files(
        "ada/kata03-old/KeepRule.java", "ada/kata03_v2/KeepRule.java", "ada/Kata 3/KeepRule.java");
    files("ada/my kata01/Coin.java", "ada/my kata04/Coin.java", "ada/project/exercises/x");
    assertEquals(List.of("ada = ada"), found("ada"));
    files("bob/exercises/kata03/x", "bob/kata03-one/exercises/x", "bob/kata03-two/exercises/x");
    assertEquals(List.of("bob = bob"), found("bob"));
  }

  @Test
  void sources_and_archives_are_known_by_every_name_that_they_are_sent_under() throws IOException {
    files("in/ada_1_7_KeepRule.java.txt", "in/bob_2_8_KEEPRULE.JAVA", "in/cleo_3_9_dojo.jar");
    assertEquals(3, found("in").size());
    files("two/ada.jar", "two/bob/");
    assertEquals(List.of("ada = two/ada.jar", "bob = two/bob"), found("two"));
  }

  @Test
  void the_grades_of_an_earlier_run_change_nothing() throws IOException {
    files("in/alice/kata01/x");
    List<String> before = found("in");
    files("in/grades/grading.json");
    assertEquals(before, found("in"));
  }

  @Test
  void loose_files_do_not_make_a_class_one_student() throws IOException {
    files("in/ada.zip", "in/bob.tar.gz", "in/Cleo.java", "in/kata03.pdf", "in/kata03_dan.zip");
    assertEquals(
        List.of(
            "Cleo = in/Cleo.java",
            "ada = in/ada.zip",
            "bob = in/bob.tar.gz",
            "kata03_dan = in/kata03_dan.zip"),
        found("in"));
    files("two/ada/exercises/x", "two/bob/kata01/x", "two/Cleo.java");
    assertEquals(3, found("two").size());
    files("flat/ada/KeepRule.java", "flat/bob/KeepRule.java", "flat/Cleo.java");
    assertEquals(3, found("flat").size());
    files("pdf/ada/KeepRule.java", "pdf/kata01.pdf", "pdf/kata01-points.csv", "pdf/kata01.md");
    assertEquals(List.of("ada = pdf/ada"), found("pdf/ada"));
  }

  @Test
  void folders_of_a_students_own_classes_are_no_students() throws IOException {
    files("ada/KeepRule.java", "ada/util/Coin.java", "ada/help/Grid.java", "ada/old.zip");
    assertEquals(List.of("ada = ada"), found("ada"));
  }

  @Test
  void nobody_vanishes_by_the_name_of_a_file() throws IOException {
    files("in/ada/kata01/x", "in/ada/grading.json", "in/bob/KeepRule.java", "in/bob/grading.json");
    files("in/cleo/shard-1-of-2/x", "in/cleo/kata01.zip", "in/grades/grading.json");
    assertEquals(List.of("ada = in/ada", "bob = in/bob", "cleo = in/cleo"), found("in"));
  }

  @Test
  void canvas_names_files_after_their_students() throws IOException {
    files(
        "in/lovelaceada_1815_77_KeepRule.java",
        "in/lovelaceada_1815_78_InvertedDropout-1.java",
        "in/turingalan_LATE_1912_79_exercises.zip");
    List<Submission> found = Inbox.of(List.of(folder.resolve("in")));
    assertEquals(
        List.of(
            "lovelaceada_1815 = in/lovelaceada_1815_77_KeepRule.java"
                + " in/lovelaceada_1815_78_InvertedDropout-1.java",
            "turingalan_1912 = in/turingalan_LATE_1912_79_exercises.zip"),
        found("in"));
    assertEquals(Map.of("id", "1912", "late", "yes"), found.get(1).about());
  }

  @Test
  void moodle_names_folders_after_their_students() throws IOException {
    files(
        "in/Ada Lovelace_1815_assignsubmission_file_/kata01.zip",
        "in/Ada Lovelace_1815_assignsubmission_onlinetext_/onlinetext.html",
        "in/Alan Turing_1912_assignsubmission_file/KeepRule.java");
    List<Submission> found = Inbox.of(List.of(folder.resolve("in")));
    assertEquals(2, found.size());
    assertEquals("Ada Lovelace_1815", found.get(0).name());
    assertEquals(2, found.get(0).parts().size());
    assertEquals(Map.of("id", "1912", "name", "Alan Turing"), found.get(1).about());
  }

  @Test
  void what_is_not_there_is_named() {
    assertEquals(
        "there is no "
            + folder.resolve("nobody")
            + ": name folders, archives or sources that students have sent, or the folder that holds"
            + " them",
        assertThrows(MissingException.class, () -> found("nobody")).in(Locale.ENGLISH));
  }

  private Roster roster(String text) throws IOException {
    return roster(text.getBytes(StandardCharsets.UTF_8));
  }

  private Roster roster(byte[] bytes) throws IOException {
    return Roster.read(Files.write(folder.resolve("class.csv"), bytes));
  }

  private List<Submission> sent() throws IOException {
    files(
        "in/alice.zip",
        "in/bob/kata01/x",
        "in/Ada Lovelace_1815_assignsubmission_file_/KeepRule.java");
    return Inbox.of(List.of(folder.resolve("in")));
  }

  @Test
  void a_roster_says_who_has_sent_nothing_and_passes_its_columns_through() throws IOException {
    List<Submission> all =
        roster("submission,e-mail,attempt,late\nalice,a@x.org,2,yes\nzoe,z@x.org,,\n")
            .about(sent());
    assertEquals(
        List.of("Ada Lovelace_1815", "alice", "bob", "zoe"),
        all.stream().map(Submission::name).toList());
    assertEquals(
        Map.of("submission", "alice", "e-mail", "a@x.org", "attempt", "2", "late", "yes"),
        all.get(1).about());
    assertEquals(List.of(), all.get(3).parts());
    assertEquals(1, all.get(1).parts().size());
  }

  @Test
  void of_a_row_that_names_several_the_first_cell_decides() throws IOException {
    List<Submission> all =
        roster("who,partner,group\nalice,bob,1\nbob,alice,1\nzoe,alice,2\n").about(sent());
    assertEquals(List.of(1, 1, 1, 0), all.stream().map(each -> each.parts().size()).toList());
  }

  @Test
  void an_inch_sign_is_no_quotation_mark() throws IOException {
    Roster roster = roster("submission,note\nalice,5\" disk\nbob,\"a \"\"b\"\"\"\n");
    assertEquals(
        List.of("5\" disk", "a \"b\""),
        roster.rows().stream().map(row -> row.get("note")).toList());
  }

  @Test
  void a_platforms_own_list_is_a_roster_too() throws IOException {
    String moodle = "Identifier;Full name;Email address\nParticipant 1815;Ada Lovelace;ada@x.org\n";
    List<Submission> all = roster(moodle).about(sent());
    assertEquals(3, all.size());
    assertEquals("ada@x.org", all.get(0).about().get("Email address"));
    assertEquals(3, roster("\uFEFFStudent\tID\r\n\"x\"\tALICE.zip\r\n").about(sent()).size());
  }

  @Test
  void spreadsheets_save_in_many_ways() throws IOException {
    String table = "submission;name\n\"a;1\";\"Zoë \"\"Z\"\"\nMüller\"\n\n";
    Map<String, String> row = Map.of("submission", "a;1", "name", "Zoë \"Z\"\nMüller");
    assertEquals(List.of(row), roster(table).rows());
    assertEquals(List.of(row), roster(table.getBytes(StandardCharsets.UTF_16)).rows());
    assertEquals(List.of(row), roster(table.getBytes(StandardCharsets.ISO_8859_1)).rows());
  }

  @Test
  void a_roster_that_cannot_be_understood_is_refused() throws IOException {
    String remedy =
        ": save the roster as CSV, whose first line names the columns and whose column submission,"
            + " if it has one, the submissions";
    assertEquals(
        folder.resolve("class.csv") + " has no rows" + remedy,
        assertThrows(MissingException.class, () -> roster("submission\n")).in(Locale.ENGLISH));
    Roster twice = roster("submission\nalice\nAlice\n");
    assertEquals(
        "two rows belong to the submission alice" + remedy,
        assertThrows(MissingException.class, () -> twice.about(sent())).in(Locale.ENGLISH));
  }
}
