package dojo.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What helps those who only read: little is in their way, and nothing of use is missing. */
class ReadingIT {
  private SmallCourse course;

  @BeforeEach
  void a_course(@TempDir Path home) throws IOException {
    course = new SmallCourse(home);
    course.put("pom.xml", "");
    course.put("exercises/messages.properties", "");
    course.notebook(
        "target/course/02-layer.ipynb",
        SmallCourse.prose("question", "# 02 · Layer\\n\\n(`DOJO_QUICK=1` makes less.)\\n\\nText."),
        SmallCourse.code(
            "setup", "// Built?\\n%classpath x.jar\\n\\nimport dojo.nn.*;\\nimport a.B;"),
        SmallCourse.code("imports-and-more", "import a.B;\\nnew B()"),
        SmallCourse.code(
            "chart",
            "show()",
            SmallCourse.shown("<img alt='a > b' src='data:image/png;base64,iVBO' width='3'>")));
    course.notebook("notebooks/02-layer.ipynb", SmallCourse.prose("question", "# 02 · Layer"));
    course.put(
        "exercises/kata03/kata.properties",
        "class = Twice\nstart = TODO\nminutes = 10\nbuilds-on =\nnotebook = 02-layer\n");
    course.put("exercises/kata03/messages.properties", "title = twice\n");
    course.put("exercises/kata03/Twice.java", "class Twice { /* a < b */ }\n");
    course.put(
        "exercises/kata03/README.md",
        """
        # Kata 03

        Write [Twice.java](Twice.java).

        ## Try it

            ./dojo check 03

        About 10 minutes. Builds on [kata 02](../kata02/README.md),
        which is told at length.
        Notebook: [02](../../notebooks/02-layer.ipynb).
        Paper: [A](https://example.org/a).
        """);
  }

  @Test
  void what_a_kernel_alone_needs_is_folded_and_what_follows_is_not() throws IOException {
    course.write();
    Document page = course.page("02-layer.html");
    assertEquals(
        List.of("cell-setup"),
        page.select(".cell:has(> details)").stream().map(Element::id).toList());
    assertEquals(
        "About a smaller run (DOJO_QUICK=1 makes less.)",
        page.select("#cell-question details").text());
    assertTrue(page.select("#cell-question > p").text().contains("Text."), page::html);
  }

  @Test
  void a_picture_can_be_opened_alone() throws IOException {
    course.write();
    Element picture = course.page("02-layer.html").selectFirst("#cell-chart .picture");
    assertEquals("a > b", picture.select("img").attr("alt"));
    assertEquals("3", picture.select("img").attr("width"));
    assertEquals("assets/02-layer/chart-1.png", picture.select("img").attr("src"));
    assertEquals("assets/02-layer/chart-1.png", picture.select("a").attr("href"));
    assertEquals("Full size", picture.text());
  }

  @Test
  void a_kata_shows_the_file_to_write_in_and_tells_nothing_twice() throws IOException {
    course.write();
    Element main = course.page("kata-03.html").selectFirst("main");
    assertEquals("class Twice { /* a < b */ }", main.select("details .highlight").text());
    assertEquals("kata-03.html#to-write-in", main.select("a:contains(Twice.java)").attr("href"));
    assertEquals(1, main.text().split("10 minutes", -1).length - 1, main::text);
    assertEquals(1, main.text().split("dojo check 03", -1).length - 1, main::text);
    assertEquals(1, main.select("a[href=02-layer.html]").not(".turn a").size(), main::html);
    assertTrue(main.text().contains("Paper: A"), main::text);
  }

  @Test
  void the_page_for_teachers_names_files_and_leads_to_cells() throws IOException {
    course.put(
        "solutions/README.md",
        "# For teachers\n\n[one](notebooks/02.md), [02.md](notebooks/02.md); [`chart`](../notebooks/02-layer.ipynb#cell-chart)\n");
    course.write();
    Element line = course.page("teachers.html").selectFirst("main p");
    assertEquals("one solutions/notebooks/02.md, 02.md; chart", line.text());
    assertEquals("02-layer.html#cell-chart", line.select("a").attr("href"));
  }

  @Test
  void a_term_of_the_first_notebook_is_defined_by_its_whole_paragraph() throws IOException {
    course.notebook(
        "notebooks/00-start.ipynb",
        SmallCourse.prose("question", "# 00 · Start"),
        SmallCourse.prose(
            "words-of-tests",
            "## Words\\n\\n**Odd test.** It begins (and\\ngoes on), to the end.\\n\\nNo part of it."));
    course.write();
    assertEquals(
        "It begins (and goes on), to the end. (00)",
        course.page("glossary.html").select("dt#odd-test + dd").text());
  }
}
