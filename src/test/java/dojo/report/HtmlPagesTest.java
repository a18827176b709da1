package dojo.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.grade.Graded;
import dojo.grade.Grades;
import dojo.grade.PointsPlan;
import dojo.grade.Remark;
import dojo.kata.Seen;
import dojo.kata.TestOutcome;
import dojo.words.Sentence;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlPagesTest {
  private static final Instant BEFORE = Instant.parse("2026-11-30T12:00:00Z");
  private static final Instant AFTER = Instant.parse("2026-12-02T12:00:00Z");
  private static final TestOutcome PASSED = TestOutcome.of("it_passed", new Seen.Passed());
  private static final TestOutcome COUNTED =
      TestOutcome.of(
          "zeros_are_as_frequent_as_they_should_be",
          new Seen.Accepted("new KeepRule(1.5)", "IllegalArgumentException"));

  private static final PointsPlan PLAN =
      new PointsPlan(
          "points.properties",
          Map.of(
              "deadline", "2026-12-01T23:59:00+01:00",
              "show.edge-cases", "points",
              "show.edge-cases.after", "everything"));

  @TempDir private Path folder;

  @Test
  void a_whole_class_is_small_and_sound() throws IOException {
    pages(MadeUpGrades.of(300), BEFORE);
    assertTrue(Files.size(page("class")) < 1_500_000, () -> "a page must stay small");
    assertSound(page("class"));
    assertSound(student("student 00007"));
    assertEquals(300, parsed(page("class")).select("#students tbody tr").size());
  }

  @Test
  void the_map_counts_each_student_once_in_each_square() throws IOException {
    MadeUpGrades made = MadeUpGrades.of(40);
    pages(made, BEFORE);
    List<String> katas = MadeUpGrades.EXERCISES.all().stream().map(kata -> kata.label()).toList();
    Document page = parsed(page("class"));
    int squares = 0;
    for (Element row : page.select("#mistakes tbody tr")) {
      String id = row.select("th code").text();
      for (int i = 0; i < katas.size() && !id.isEmpty(); i++) {
        String label = katas.get(i);
        long known =
            made.all().stream()
                .flatMap(graded -> graded.grade().katas().stream())
                .filter(kata -> kata.kata().equals(label))
                .filter(
                    kata ->
                        diagnoses(kata.groups().stream().map(g -> g.verdict().diagnosis()))
                            .contains(id))
                .count();
        String told = row.select("td.k").get(i).text();
        assertEquals(known == 0 ? "" : String.valueOf(known), told, id + " in kata " + label);
        squares += known > 0 ? 1 : 0;
      }
    }
    assertTrue(squares > 100, "a map of " + squares + " squares proves little");
  }

  private static List<String> diagnoses(Stream<String> ids) {
    return ids.distinct().toList();
  }

  @Test
  void what_the_kit_failed_at_comes_first_and_is_no_zero() throws IOException {
    TestOutcome fault = TestOutcome.of("", new Seen.Fault("no space left on <device>"));
    Graded struck = MadeUpGrades.single("struck", fault, Double.NaN);
    pages(MadeUpGrades.of(3).with(struck), BEFORE, "never graded");
    Document page = parsed(page("class"));
    Element first = page.select("main > section").first();
    assertTrue(first.hasClass("alarm"), first::outerHtml);
    assertTrue(first.text().contains("no space left on <device>"), first::text);
    assertTrue(first.text().contains("struck"), first::text);
    assertTrue(page.select(".alarm").text().contains("never graded"));
    Element row = page.select("#students tr:contains(struck)").first();
    assertEquals(
        List.of("!", "–"),
        List.of(row.select("td.e").text(), row.select("td.number").first().text()));
    String own = parsed(student("struck")).text();
    assertTrue(own.contains("There is no grade yet"), own);
    assertFalse(own.contains("no space left"), own);
  }

  @Test
  void a_page_of_a_student_shows_what_is_disclosed_and_says_when_more_will_be() throws IOException {
    Graded one = MadeUpGrades.single("alice", COUNTED, 0);
    pages(MadeUpGrades.of(0).with(one), BEFORE);
    Document before = parsed(student("alice"));
    assertEquals(1, before.select("#kata01 h4").size(), () -> before.select("#kata01").text());
    assertTrue(before.text().contains("from 2026-12-01 23:59 +01:00 on"), before::text);
    pages(MadeUpGrades.of(0).with(one), AFTER);
    Document after = parsed(student("alice"));
    assertEquals(2, after.select("#kata01 h4").size(), () -> after.select("#kata01").text());
    assertFalse(after.text().contains("from 2026-12-01"), after::text);
  }

  @Test
  void a_page_of_a_student_tells_nothing_of_others() throws IOException {
    MadeUpGrades made = MadeUpGrades.of(5);
    pages(made, AFTER);
    for (Graded own : made.all()) {
      String text = Files.readString(student(own.grade().submission()));
      for (Graded other : made.all()) {
        boolean same = own.equals(other);
        assertEquals(same, text.contains(other.grade().submission()), text);
      }
      assertFalse(text.contains(String.valueOf(MadeUpGrades.SEED)), text);
    }
  }

  @Test
  void a_seed_is_told_only_when_it_is_published() throws IOException {
    ClassResults results = MadeUpGrades.of(1).in(folder.resolve("grades"), PLAN, AFTER);
    long seed = MadeUpGrades.of(1).all().get(0).seed(MadeUpGrades.SEED);
    new HtmlPages().write(results, folder);
    assertFalse(Files.readString(student("student 00000")).contains(String.valueOf(seed)));
    new HtmlPages().write(results.withSeeds(), folder);
    assertTrue(parsed(student("student 00000")).text().contains("--seed=" + seed));
  }

  @Test
  void whatever_students_write_is_text() throws IOException {
    String long_ = "x".repeat(5_000);
    List<String> hostile =
        List.of(
            "<script>alert(1)</script>",
            "\"' onmouseover='alert(2)'><img src=x onerror=alert(3)>",
            "../../etc/passwd",
            "a\u0000\u001B[2J\rb",
            "\u202Egnp.exe",
            "half \uD83D",
            "</title></style></textarea>--><!--body-->",
            "$1\\0 %s %n",
            long_);
    Graded[] students = new Graded[hostile.size()];
    for (int i = 0; i < students.length; i++) {
      String text = hostile.get(i);
      Seen seen = i % 2 == 0 ? new Seen.Threw(text, text) : MadeUpGrades.difference(text);
      Remark remark = new Remark(text, Sentence.of(Grades.class, "taken-for", text));
      students[i] = MadeUpGrades.single(text, new TestOutcome(text, seen, text, 1), 0, remark);
    }
    pages(MadeUpGrades.of(0).with(students), AFTER);
    assertSound(page("class"));
    Document page = parsed(page("class"));
    for (Element name : page.select("#students tbody th a")) {
      Path own = folder.resolve("html").resolve(decoded(name.attr("href")));
      assertTrue(Files.isRegularFile(own), name::outerHtml);
      assertSound(own);
    }
    assertEquals(hostile.size(), page.select("#students tbody tr").size());
    try (Stream<Path> files = Files.walk(folder.resolve("html"))) {
      assertEquals(hostile.size() + 1, files.filter(Files::isRegularFile).count());
    }
    assertTrue(page.text().contains(long_), "a long name is told in full");
    assertTrue(page.text().contains("[U+202E]gnp.exe"), page::text);
  }

  @Test
  void what_somebody_should_look_at_is_told() throws IOException {
    Remark link = new Remark("kata01", Sentence.of(Grades.class, "is-a-link"));
    pages(
        MadeUpGrades.of(0)
            .with(
                MadeUpGrades.single("a", seen(new Seen.Ended(3)), 0),
                MadeUpGrades.single("b", seen(new Seen.Garbled()), 0),
                MadeUpGrades.single("c", seen(new Seen.Borrowed("dojo.nn.Relu", "", "A.java")), 0),
                MadeUpGrades.single("d", PASSED, 10, link),
                MadeUpGrades.single("e", PASSED, 10)),
        BEFORE);
    Document page = parsed(page("class"));
    assertEquals(
        List.of("a", "b", "c", "d"),
        page.select("#suspicious tbody th").stream().map(Element::text).toList());
    assertEquals(List.of("2", "1"), page.select("#mistakes tbody td.number").eachText());
  }

  @Test
  void answers_that_a_comparison_found_to_be_nearly_one_are_told() throws IOException {
    ClassResults results =
        MadeUpGrades.of(0)
            .with(
                MadeUpGrades.single("-a,\"", PASSED, 10),
                MadeUpGrades.single("b", PASSED, 10),
                MadeUpGrades.single("c", PASSED, 10))
            .in(folder.resolve("grades"), PLAN, BEFORE);
    Path table = Files.createDirectories(folder.resolve("grades/similarity"));
    Files.writeString(
        table.resolve("similarity.csv"),
        "kata,a,b,similarity\nkata01,\"'-a,\"\"\",b,0.981\nkata01,b,c,0.7\nno row\n");
    new HtmlPages().write(results, folder);
    assertEquals(
        List.of("-a,\" 01 nearly the same answer as b (similarity 98 %)"),
        parsed(page("class")).select("#suspicious tbody tr").eachText());
  }

  @Test
  void a_large_class_stands_in_parts_of_which_each_leads_to_the_students() throws IOException {
    ClassResults results = MadeUpGrades.of(25).in(folder.resolve("grades"), PLAN, BEFORE);
    new HtmlPages(10).write(results, folder);
    assertSound(page("class"));
    List<String> parts =
        parsed(page("class")).select("#students a").stream().map(it -> it.attr("href")).toList();
    assertEquals(List.of("class/001.html", "class/002.html", "class/003.html"), parts);
    int rows = 0;
    for (String part : parts) {
      Path file = folder.resolve("html").resolve(part);
      assertSound(file);
      rows += parsed(file).select("tbody tr").size();
    }
    assertEquals(25, rows);
  }

  private static TestOutcome seen(Seen seen) {
    return TestOutcome.of("it_failed", seen);
  }

  private void pages(MadeUpGrades made, Instant at, String... notGraded) throws IOException {
    Path grades = folder.resolve("grades-" + at.getEpochSecond());
    new HtmlPages().write(made.in(grades, PLAN, at, notGraded), folder);
  }

  private Path page(String name) {
    return folder.resolve("html").resolve(name + ".html");
  }

  private Path student(String name) {
    return folder.resolve("html/students").resolve(Grades.fileName(name) + ".html");
  }

  private static Document parsed(Path page) throws IOException {
    return Jsoup.parse(Files.readString(page));
  }

  private static String decoded(String href) {
    return URI.create(href).getPath();
  }

  /** A page needs nothing else, runs nothing but the kit's script, and can be read by machines. */
  private static void assertSound(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.UTF_8);
    Document page = Jsoup.parse(text);
    assertEquals(0, page.select("img, iframe, object, link, base, form, [style], [src]").size());
    assertTrue(page.select("script").size() <= 1, "one script at most");
    for (Element element : page.getAllElements()) {
      element
          .attributes()
          .forEach(it -> assertFalse(it.getKey().startsWith("on"), element::outerHtml));
      assertTrue(element.attr("href").matches("[^:]*"), element::outerHtml);
      for (Element child : element.children()) {
        assertTrue(KNOWN.contains(child.tagName()), child::outerHtml);
      }
    }
    assertEquals(1, page.select("h1").size());
    assertEquals(1, page.select("title").size());
    int last = 0;
    for (Element heading : page.select("h1, h2, h3, h4")) {
      int level = heading.tagName().charAt(1) - '0';
      assertTrue(level <= last + 1, heading::outerHtml);
      last = level;
    }
    for (Element table : page.select("table")) {
      assertEquals(1, table.select("caption").size(), table::outerHtml);
      assertTrue(table.select("th").stream().allMatch(th -> th.hasAttr("scope")), table::outerHtml);
      int columns = table.select("thead th").size();
      for (Element row : table.select("tbody tr")) {
        assertEquals(columns, row.children().size(), row::outerHtml);
      }
    }
    List<String> ids = page.select("[id]").stream().map(Element::id).toList();
    assertEquals(ids.stream().distinct().toList(), ids);
    for (Element link : page.select("a[href^=#]")) {
      assertTrue(ids.contains(link.attr("href").substring(1)), link::outerHtml);
    }
    assertEquals(
        "",
        text.chars()
            .filter(c -> c < ' ' && c != '\n' && c != '\t')
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(" ")));
  }

  private static final List<String> KNOWN =
      List.of(
          ("html head body meta title style script header main footer nav section h1 h2 h3 h4 p a b bdi"
                  + " span small code pre ul li dl dt dd div table caption thead tbody tr th td"
                  + " svg rect line text figure figcaption details summary")
              .split(" "));
}
