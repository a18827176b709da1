package dojo.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody reads who opens the book and knows nothing of it. */
class FrontPageIT {
  private SmallCourse course;

  @BeforeEach
  void a_course(@TempDir Path home) throws IOException {
    course = new SmallCourse(home);
    course.put("pom.xml", "");
    course.put("README.md", "# Dojo\n");
    course.put("exercises/messages.properties", "");
    course.notebook(
        "notebooks/05-chart.ipynb",
        SmallCourse.prose("question", "# 05 · Chart\\n\\n**Time:** 75 minutes to read."));
  }

  @Test
  void it_says_what_dropout_is_and_what_is_needed_to_run_the_course() throws IOException {
    course.write();
    Document page = course.page("index.html");
    assertTrue(page.select(".lead").text().startsWith("While a neural net trains, dropout sets"));
    String run = page.select("section[aria-labelledby=run-it]").text();
    for (String needed : List.of("JDK (17", "Maven", "Python (3.10", "Windows", "No Java")) {
      assertTrue(run.contains(needed), run);
    }
    assertTrue(page.select("main img").isEmpty(), "nothing was drawn yet");
    assertEquals("No notebook of this book has been run here yet.", page.select("#run").text());
  }

  @Test
  void the_hours_are_those_of_the_notebooks_and_katas() throws IOException {
    course.write();
    assertTrue(
        course.page("index.html").text().contains("Hours 1 h 15 min to read, 0 h 00 min of katas"),
        course.page("index.html")::text);
  }

  @Test
  void the_playground_is_offered_where_it_is_and_the_address_of_the_kit_where_it_is_known()
      throws IOException {
    course.write();
    Document page = course.page("index.html");
    assertTrue(page.select("main a[href=playground.html]").isEmpty());
    assertFalse(page.text().contains("playground."), page::text);
    assertFalse(page.text().contains("git clone"));
    course.put("target/course/playground.html", "");
    course.put("pom.xml", "<project><scm><url>https://gitlab.com/a/dojo</url></scm></project>");
    course.write();
    page = course.page("index.html");
    assertEquals("Try it now", page.select(".try a[href=playground.html]").text());
    assertEquals(
        List.of("git clone https://gitlab.com/a/dojo", "./dojo run", "./dojo watch"),
        page.select("section[aria-labelledby=run-it] pre").first().wholeText().lines().toList());
  }

  @Test
  void the_chart_that_tells_most_is_there_once_it_is_drawn_with_its_text() throws IOException {
    course.notebook(
        "target/course/05-chart.ipynb",
        SmallCourse.prose("question", "# 05 · Chart"),
        SmallCourse.code(
            "long-test-losses",
            "show(it)",
            SmallCourse.shown(
                "<img alt='Chart: Test loss.\\np = 0.5: falls.' src='data:image/png;base64,iVBO'>")));
    course.write();
    Document page = course.page("index.html");
    assertEquals(
        List.of("assets/05-chart/long-test-losses-1.png"), page.select("main img").eachAttr("src"));
    assertEquals("Test loss", page.select("main img").attr("alt"));
    assertEquals("In words p = 0.5: falls.", page.select("main figure details").text());
    assertEquals(
        "05-chart.html#cell-long-test-losses", page.select("main figcaption a").attr("href"));
    assertTrue(page.select("#run").text().startsWith("This book was made by running all 1 "));
  }
}
