package dojo.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.lab.Jupyter;
import dojo.lab.NotebookSettings;
import dojo.machine.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of a small course, of which one notebook was run and the other was not. */
class BookIT {
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#:]+)(#[^\"]*)?\"");

  private static final String NOTEBOOK =
      """
      {"nbformat": 4, "nbformat_minor": 5, "cells": [
        {"cell_type": "markdown", "id": "question", "metadata": {}, "source":
          "# %s\\n\\n**Question: why $\\\\frac{1}{2} < q$?**\\n\\n**Time:** 5 minutes to read. **You need:** [01](01-good.ipynb).\\n\\n## A part"},
        {"cell_type": "code", "id": "chart", "metadata": {}, "execution_count": %s, "source": "draw(\\"a\\")", "outputs": [%s]}],
       "metadata": {"dojo": {"seconds": 12.34, "kernel": "Java (jjava)", "quick": true},
                    "language_info": {"name": "java", "version": "17.0.15"}}}
      """;

  private static final String PICTURE =
      "{\"output_type\": \"display_data\", \"metadata\": {}, \"data\": {\"text/html\":"
          + " \"<img alt=\\\"Loss: 1 &lt; 2\\\" src=\\\"data:image/png;base64,iVBO\\\">\"}}";

  private static final String ERROR =
      "{\"output_type\": \"error\", \"ename\": \"E\", \"evalue\": \"no\", \"traceback\": [\"E: no\"]}";

  @TempDir Path home;

  @BeforeEach
  void a_small_course() throws IOException {
    put("pom.xml", "");
    put(
        "README.md",
        "| [02](notebooks/02-more.ipynb) | ? | – | [A. 2017](https://example.org/a) |\n");
    put("notebooks/01-good.ipynb", NOTEBOOK.formatted("01 · Good", "null", ""));
    put("notebooks/02-more.ipynb", NOTEBOOK.formatted("02 · p < 1 & more", "null", ""));
    put("target/course/02-more.ipynb", NOTEBOOK.formatted("02 · p &lt; 1 & more", "3", PICTURE));
    put(
        "exercises/kata03/kata.properties",
        "class = Twice\nstart = TODO\nminutes = 10\nbuilds-on =\nnotebook = 02-more\n");
    put("exercises/kata03/messages.properties", "title = 1 < 2 times\n");
    put(
        "exercises/kata03/README.md",
        "# Kata 03\n\nWrite [Twice.java](Twice.java), see [02](../../notebooks/02-more.ipynb).\n");
    put("exercises/messages.properties", "");
  }

  @Test
  void every_link_leads_to_a_page_and_every_place_in_it_is_there() throws IOException {
    TreeSet<String> dead = new TreeSet<>();
    write();
    for (Path page : pages()) {
      for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
        Path to = course().resolve(link.group(1));
        if (!Files.exists(to)) {
          dead.add(page.getFileName() + ": " + link.group(1));
        } else if (link.group(2) != null
            && !Files.readString(to).contains("id=\"" + link.group(2).substring(1) + "\"")) {
          dead.add(page.getFileName() + ": " + link.group());
        }
      }
    }
    assertEquals(new TreeSet<>(), dead);
  }

  @Test
  void a_notebook_that_was_never_run_is_shown_as_it_is() throws IOException {
    write();
    String page = page("01-good.html");
    assertTrue(page.contains("has not been run here yet"), page);
    assertTrue(page.contains("<code>./dojo run 01</code>"), page);
    assertTrue(page.contains("id=\"cell-chart\""), page);
    assertFalse(page.contains(">In&nbsp;["), page);
    assertTrue(page("02-more.html").contains(">In&nbsp;[3]"), page("02-more.html"));
  }

  @Test
  void what_a_run_left_cut_off_counts_as_not_run() throws IOException {
    String whole = NOTEBOOK.formatted("02 · More", "3", PICTURE);
    for (String broken :
        List.of("", whole.substring(0, 300), "{}", "[]", "null", "{\"cells\": 1}")) {
      put("target/course/02-more.ipynb", broken);
      write();
      assertTrue(page("02-more.html").contains("<code>./dojo run 02</code>"), broken);
      assertEquals(broken, Files.readString(course().resolve("02-more.ipynb")));
    }
  }

  @Test
  void a_page_that_cannot_be_written_is_named_and_the_old_book_can_still_be_read()
      throws IOException {
    write();
    String before = page("02-more.html");
    Files.delete(course().resolve("kata-03.html"));
    Files.createDirectories(course().resolve("kata-03.html").resolve("in the way"));
    UncheckedIOException e = assertThrows(UncheckedIOException.class, this::write);
    FileSystemException refused = assertInstanceOf(FileSystemException.class, e.getCause());
    assertTrue(refused.getMessage().contains("kata-03.html"), refused::getMessage);
    assertFalse(refused.getReason().isEmpty());
    assertEquals(before, page("02-more.html"));
    assertTrue(page("index.html").endsWith("</html>\n") || page("index.html").endsWith("</html>"));
  }

  @Test
  void a_picture_that_was_cut_off_stops_nobody() throws IOException {
    put(
        "target/course/02-more.ipynb",
        NOTEBOOK.formatted("02 · More", "3", PICTURE.replace("iVBO", "iVB")));
    write();
    assertTrue(page("02-more.html").contains("alt=\"Loss: 1 &lt; 2\""), page("02-more.html"));
    assertFalse(page("figures.html").contains("chart-1.png"), page("figures.html"));
  }

  @Test
  void the_front_page_tells_of_each_notebook_and_of_the_last_run() throws IOException {
    write();
    String page = page("index.html");
    assertTrue(page.contains("<a href=\"02-more.html\">p &amp;lt; 1 &amp; more</a>"), page);
    assertTrue(
        page.contains("<a href=\"kata-03.html\" title=\"1 &lt; 2 times\">kata 03</a>"), page);
    assertTrue(page.contains("<a href=\"https://example.org/a\">A. 2017</a>"), page);
    assertTrue(
        page.contains("running 1 of its 2 notebooks: 0 min 12 s. None failed. In quick mode: 1."),
        page);
    assertTrue(page.contains(Project.version() + " · Java (jjava) on JDK 17.0.15"), page);
  }

  @Test
  void pictures_are_files_with_their_text_alternatives_and_old_ones_go() throws IOException {
    put("target/course/assets/02-more/earlier-1.png", "");
    write();
    String picture = "<img alt=\"Loss: 1 &lt; 2\" src=\"assets/02-more/chart-1.png\"";
    assertTrue(page("02-more.html").contains(picture), page("02-more.html"));
    try (Stream<Path> files = Files.list(course().resolve("assets/02-more"))) {
      assertEquals(List.of("chart-1.png"), files.map(file -> file.getFileName() + "").toList());
    }
  }

  @Test
  void beneath_a_figure_and_a_claim_stand_the_keys_behind_it_and_the_fingerprint()
      throws IOException {
    String claim = "✔ %s: 1 [fingerprint 0123456789abcdef]\\n";
    put(
        "target/course/02-more.ipynb",
        """
        {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
          {"cell_type": "code", "id": "drawn", "metadata": {}, "execution_count": 1,
           "source": "double u = RandomKey.of(7).uniform(0);\\nClaim.that(\\"u\\").equal(u, u);",
           "outputs": [{"output_type": "stream", "name": "stdout", "text": "%s"}, %s]},
          {"cell_type": "code", "id": "certain", "metadata": {}, "execution_count": 2,
           "source": "Claim.that(\\"one\\").equal(1, 1);",
           "outputs": [{"output_type": "stream", "name": "stdout", "text": "%s"}]}]}
        """
            .formatted(claim.formatted("u"), PICTURE, claim.formatted("one")));
    write();
    String key = "keys behind it: RandomKey.of(7)";
    String page = page("02-more.html");
    assertTrue(page.contains("<p class=\"keys\">" + key + "</p>"), page);
    assertTrue(page.contains("<p class=\"keys\">no randomness</p>"), page);
    String claims = page("claims.html");
    String mark = "<td>1 <small>fingerprint 0123456789abcdef · ";
    assertTrue(claims.contains(mark + key + "</small>"), claims);
    assertTrue(claims.contains(mark + "no randomness</small>"), claims);
    assertTrue(page("figures.html").contains("<small>" + key + "</small>"), page("figures.html"));
  }

  @Test
  void whatever_a_cell_shows_its_page_stays_whole() throws IOException {
    put(
        "target/course/02-more.ipynb",
        """
        {"nbformat": 4, "nbformat_minor": 5, "metadata": {"language_info": {"name": "Java", "pygments_lexer": "java"}}, "cells": [
          {"cell_type": "code", "id": "odd", "metadata": {}, "execution_count": 1, "source": "show(it);", "outputs": [
            {"output_type": "display_data", "metadata": {}, "data": {"text/html": "<table><tr><td>left open <img src='data:,'>"}},
            {"output_type": "display_data", "metadata": {}, "data": {"application/x-unknown": "secret", "text/plain": "a < b"}},
            {"output_type": "display_data", "metadata": {}, "data": {"application/x-unknown": "alone"}},
            {"output_type": "stream", "name": "stdout", "text": "%s"}]},
          {"cell_type": "markdown", "id": "after", "metadata": {}, "source": "<div>also left open\\n\\n## After it"}]}
        """
            .formatted("a long line ".repeat(100_000)));
    write();
    Document page = Jsoup.parse(page("02-more.html"));
    Element odd = page.expectFirst("#cell-odd");
    assertEquals("left open", odd.expectFirst("td").text());
    assertEquals("picture without a description", odd.expectFirst("td img").attr("alt"));
    assertTrue(odd.text().contains("a < b"), odd.text());
    assertTrue(page.expectFirst("#cell-after").parent() == odd.parent(), "it is no part of it");
    assertTrue(page.expectFirst("#run-this").parents().stream().noneMatch(odd::equals));
    assertEquals(odd.parent(), page.expectFirst("section[aria-labelledby=run-this]").parent());
  }

  @Test
  void whatever_a_cell_shows_is_on_its_page() throws IOException {
    String shown =
        "{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": \"said\"}, "
            + "{\"output_type\": \"stream\", \"name\": \"stderr\", \"text\": \"warned\"}, "
            + "{\"output_type\": \"display_data\", \"metadata\": {}, \"data\": {\"text/html\": \"<b>drawn</b>\"}}, "
            + "{\"output_type\": \"execute_result\", \"execution_count\": 3, \"metadata\": {}, \"data\": {\"text/plain\": \"Tensor [1]\\n0.5 < 1\"}}, "
            + "{\"output_type\": \"execute_result\", \"execution_count\": 3, \"metadata\": {}, \"data\": {\"text/plain\": \"x\", \"text/html\": \"<i>table</i>\"}}";
    put("target/course/02-more.ipynb", NOTEBOOK.formatted("02 · More", "3", shown));
    write();
    Document page = Jsoup.parse(course().resolve("02-more.html"));
    assertEquals(
        List.of("said", "warned", "drawn", "Tensor [1]\n0.5 < 1", "table"),
        page.select("#cell-chart .out").eachText());
  }

  @Test
  void formulas_are_mathml_that_holds_its_source() throws IOException {
    write();
    String page = page("02-more.html");
    assertTrue(page.contains("<mfrac><mrow><mn>1</mn>"), page);
    assertTrue(
        page.contains(
            "<annotation encoding=\"application/x-tex\">\\frac{1}{2} &lt; q</annotation>"),
        page);
  }

  @Test
  void a_run_that_stopped_or_was_quick_says_so() throws IOException {
    put("target/course/02-more.ipynb", NOTEBOOK.formatted("02 · More", "3", ERROR));
    write();
    String page = page("02-more.html");
    assertTrue(page.contains("Stopped at In [3]. <a href=\"#cell-chart\">"), page);
    assertTrue(page.contains("a run in quick mode"), page);
    assertTrue(page("index.html").contains("<span class=\"failed\">Stopped at In [3].</span>"));
  }

  @Test
  void an_edition_for_students_has_no_page_for_teachers_and_no_page_has_an_answer()
      throws IOException {
    write();
    assertFalse(Files.exists(course().resolve("teachers.html")));
    put("solutions/README.md", "# For teachers\n\n[01](notebooks/01-good.md)\n");
    put("solutions/notebooks/01-good.md", "secret\n");
    write();
    assertTrue(page("teachers.html").contains("<h1 id=\"for-teachers\">For teachers</h1>"));
    for (Path page : pages()) {
      assertFalse(Files.readString(page).contains("secret"), page::toString);
    }
  }

  @Test
  void a_kata_page_names_the_file_of_the_student_and_leads_to_its_notebook() throws IOException {
    write();
    String page = page("kata-03.html");
    assertTrue(
        page.contains("<span title=\"exercises/kata03/Twice.java\">Twice.java</span>"), page);
    assertTrue(page.contains("<code>exercises/kata03/Twice.java</code>"), page);
    assertTrue(page.contains("<a href=\"02-more.html\">02</a>"), page);
  }

  @Test
  void a_word_of_the_glossary_leads_there_once_on_a_page_and_never_from_code_links_or_headings()
      throws IOException {
    put(
        "exercises/kata03/README.md",
        "# Kata 03: a mask\n\n`mask`, [the mask](Twice.java), **mask**, unmasked.\n\nTwo masks, one mask, drop rates and $mask$.\n");
    write();
    List<String> terms =
        Jsoup.parse(course().resolve("kata-03.html")).select("a.term").stream()
            .map(link -> link.text() + " " + link.attr("href") + ": " + link.attr("title"))
            .toList();
    assertEquals(
        List.of(
            "masks glossary.html#mask: The zeros and ones that say which units a pass drops and which it keeps.",
            "drop rates glossary.html#drop-rate: The probability p that a unit is dropped; q = 1 - p is the probability that it is kept."),
        terms);
    assertTrue(Jsoup.parse(course().resolve("glossary.html")).select("a.term").isEmpty());
  }

  @Test
  void a_source_is_linked_where_its_address_is_known_and_else_not_named() throws IOException {
    write();
    assertFalse(page("02-more.html").contains("Its source"), page("02-more.html"));
    put("pom.xml", "<project><scm><url>https://github.com/a/dojo</url></scm></project>");
    write();
    String files = "https://github.com/a/dojo/blob/HEAD/";
    assertTrue(
        page("02-more.html").contains("<a href=\"" + files + "notebooks/02-more.ipynb\">"),
        page("02-more.html"));
    assertTrue(
        page("kata-03.html").contains("<a href=\"" + files + "exercises/kata03/Twice.java\">"),
        page("kata-03.html"));
  }

  @Test
  void the_set_up_is_told_as_the_front_page_of_the_project_tells_it() throws IOException {
    put(
        "README.md",
        """
        # Dojo

        Welcome.

        ## Two commands

        You need a JDK. <!-- teachers -->

        <!-- teachers: from here -->
        | a | b |
        |---|---|
        | 1 | 2 | <!-- teachers -->
        | 3 | 4 |

        ## The course

        | [02](notebooks/02-more.ipynb) |
        """);
    write();
    Document page = Jsoup.parse(course().resolve("setup.html"));
    assertEquals(
        List.of("Set up and use", "Two commands"), page.select("main h1, main h2").eachText());
    assertEquals(2, page.select("tbody tr").size());
    assertFalse(page.html().contains("teachers:"), page::html);
    assertTrue(page("index.html").contains("<a href=\"setup.html\">Set up and use</a>"));
  }

  @Test
  void all_papers_are_listed_those_of_prose_and_those_on_paper_too() throws IOException {
    put(
        "notebooks/01-good.ipynb",
        """
        {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
          {"cell_type": "markdown", "id": "papers", "metadata": {}, "source":
            "# 01 · Good\\n\\nAs [Kingma and Ba 2015](https://example.org/adam) say, and [B. 2019](https://example.org/b).\\n\\n## Papers\\n\\n- A. (2018), [Title A](https://example.org/a); B. (2019), [Title B](https://example.org/b).\\n- Osband (2016), Risk. A workshop."}]}
        """);
    write();
    assertEquals(
        List.of(
            "A. (2018), Title A",
            "B. (2019), Title B",
            "Kingma and Ba (2015)",
            "Osband (2016), Risk. A workshop."),
        Jsoup.parse(course().resolve("about.html")).select("#papers ~ ul li").stream()
            .map(line -> line.text().replaceFirst(" cited in.*", ""))
            .toList());
  }

  private void write() {
    Jupyter jupyter =
        Jupyter.prepare(
            Project.around(Path.of("")), NotebookSettings.into(course()), System.out::println);
    new Book(Project.around(home), course(), Locale.ENGLISH).write(jupyter);
  }

  private Path course() {
    return home.resolve("target").resolve("course");
  }

  private List<Path> pages() {
    try (Stream<Path> files = Files.list(course())) {
      return files.filter(file -> file.toString().endsWith(".html")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String page(String name) throws IOException {
    return Files.readString(course().resolve(name));
  }

  private void put(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.resolve("..").normalize());
    Files.writeString(file, text);
  }
}
