package dojo.lab;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.kata.Kata;
import dojo.machine.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoursePageTest {

  private static final String EXECUTED =
      """
      {"cells": [
        {"cell_type": "markdown", "source": "# p < 1 & more\\n\\nWhy \\"p\\"?"},
        {"cell_type": "code", "execution_count": 3, "source": "x", "outputs": [%s]}],
       "metadata": {"dojo": {"seconds": 12.34, "kernel": "Java (jjava)", "quick": true},
                    "language_info": {"version": "17.0.15"}}}
      """;

  @TempDir Path folder;

  @Test
  void a_card_shows_what_a_notebook_is_about_and_leads_to_it() throws IOException {
    String page = page(EXECUTED.formatted(""));
    assertTrue(page.contains("<a href=\"02-fails.html\">p &lt; 1 &amp; more</a>"), page);
    assertTrue(page.contains("<p>Why &quot;p&quot;?</p>"), page);
    assertTrue(page.contains("12.3 s · quick mode"), page);
    assertTrue(page.contains("href=\"02-fails.ipynb\""), page);
    assertFalse(page.contains("class=\"failed\""), page);
  }

  @Test
  void the_foot_names_kit_kernel_and_jdk() throws IOException {
    String facts = "Dropout Dojo " + Project.version() + " · Java (jjava) on JDK 17.0.15";
    assertTrue(page(EXECUTED.formatted("")).contains("<footer>" + facts + "</footer>"));
  }

  @Test
  void a_failed_notebook_says_where_it_stopped() throws IOException {
    String page = page(EXECUTED.formatted("{\"output_type\": \"error\"}"));
    assertTrue(page.contains("<strong>stopped at In [3]</strong>"), page);
  }

  @Test
  void a_card_shows_the_charts_of_a_notebook_with_their_text_alternatives() throws IOException {
    String image = "<img alt='Loss: 1 &lt; 2' src='data:image/png;base64,iVBO='>";
    String html = ("<p>" + image + "</p>").replace("'", "\\\"");
    String page = page(EXECUTED.formatted("{\"data\": {\"text/html\": [\"" + html + "\"]}}"));
    assertTrue(page.contains(">" + image.replace('\'', '"') + "</a>"), page);
  }

  @Test
  void katas_are_listed_and_each_notebook_leads_to_its_own() throws IOException {
    String page = page(EXECUTED.formatted(""));
    assertTrue(page.contains("</a> · katas <a href=\"#kata03\">03</a></p>"), page);
    assertTrue(page.contains("<li id=\"kata03\"><span class=\"number\">03</span> 1 &lt; 2 times "));
    assertTrue(page.contains("<code>./dojo check 03</code>"), page);
    assertTrue(page.contains("<li id=\"kata04\"><span class=\"number\">04</span>  <code>"), page);
  }

  @Test
  void notebooks_that_were_never_run_are_left_out() throws IOException {
    assertFalse(page(EXECUTED.formatted("")).contains("01-good"));
  }

  @Test
  void the_page_asks_nothing_of_the_network() throws IOException {
    String page = page(EXECUTED.formatted(""));
    assertFalse(page.contains("http://") || page.contains("https://"), page);
  }

  private String page(String executed) throws IOException {
    Files.writeString(folder.resolve("02-fails.ipynb"), executed);
    return Files.readString(
        new CoursePage(folder).write(Notebooks.in(Fixtures.folder()), katas(), Locale.ENGLISH));
  }

  /** One that belongs to the notebook, and one whose files are gone. */
  private List<Kata> katas() throws IOException {
    Kata kata = new Kata(3, Files.createDirectories(folder.resolve("kata03")));
    Files.writeString(
        kata.folder().resolve("kata.properties"),
        "class = Twice\nstart = TODO\nminutes = 10\nbuilds-on =\nnotebook = 02-fails\n");
    Files.writeString(kata.folder().resolve("messages.properties"), "title = 1 < 2 times\n");
    Files.writeString(folder.resolve("messages.properties"), "");
    return List.of(kata, new Kata(4, folder.resolve("kata04")));
  }
}
