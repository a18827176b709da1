package dojo.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.browser.Browser;
import dojo.browser.Screen;
import dojo.lab.Jupyter;
import dojo.lab.NotebookSettings;
import dojo.machine.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The search of a small book, in a real browser, from a disk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchIT {
  private static final String NOTEBOOK =
      """
      {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
        {"cell_type": "markdown", "id": "start", "metadata": {}, "source":
          "# 02 · The layer\\n\\nInverted dropout divides by q.\\n\\n## The rate\\n\\nHalf of them: $p = 0.5$.\\n\\n## 神经网络\\n\\n随机失活可以防止过拟合。"},
        {"cell_type": "code", "id": "draw", "metadata": {}, "execution_count": 1,
          "source": "import dojo.nn.*;\\nMaxNorm limit = new MaxNorm();\\nClaim.that(\\"the mask is kept\\").equal(1, 1);\\nvar net = new DropConnect();",
          "outputs": [{"output_type": "stream", "name": "stdout", "text": "✔ the mask is kept: equal to the bit\\n"}]}]}
      """;

  private Browser browser;
  private Path page;

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    browser = Browser.orLeftOut("the search of the book in a browser");
    put(home.resolve("pom.xml"), "");
    put(home.resolve("notebooks/02-layer.ipynb"), NOTEBOOK);
    put(home.resolve("target/course/02-layer.ipynb"), NOTEBOOK);
    put(
        home.resolve("src/main/java/dojo/nn/MaxNorm.java"),
        "package dojo.nn;\n\n/** A limit for every unit. */\npublic final class MaxNorm {}\n");
    Path course = home.resolve("target/course");
    Jupyter jupyter =
        Jupyter.prepare(
            Project.around(Path.of("")), NotebookSettings.into(course), System.out::println);
    Book book = new Book(Project.around(home), course, Locale.ENGLISH);
    assertEquals(Optional.empty(), book.library());
    book.write(jupyter);
    page = course.resolve("02-layer.html");
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "inverted, 02-layer.html#part-02--the-layer",
    "p = 0.5, 02-layer.html#the-rate",
    "DropConnect, 02-layer.html#cell-draw",
    "dropconnect, 02-layer.html#cell-draw",
    "connect, 02-layer.html#cell-draw",
    "max-norm, api/dojo/nn/MaxNorm.html",
    "mask kept, 02-layer.html#cell-draw",
    "invertde, 02-layer.html#part-02--the-layer",
    "过拟合, 02-layer.html#神经网络",
    "活, 02-layer.html#神经网络",
    "神经网络, 02-layer.html#神经网络"
  })
  void words_are_found_where_they_stand(String query, String place) {
    browser.show(page.toUri(), Screen.light(Screen.DESK));
    ask(query);
    assertTrue(links().contains(place), query + ": " + links());
    assertTrue(status().matches("\\d+ found"), status());
    assertEquals(List.of(), browser.complaints());
    assertTrue(
        browser.requests().stream().allMatch(request -> request.startsWith("file:")),
        browser.requests()::toString);
  }

  @Test
  void pages_load_no_index_before_it_is_used() {
    browser.show(page.toUri(), Screen.light(Screen.DESK));
    assertTrue(browser.requests().stream().noneMatch(request -> request.contains("index.js")));
    ask("mask");
    assertTrue(browser.requests().stream().anyMatch(request -> request.contains("index.js")));
  }

  @Test
  void what_nothing_has_is_said_with_what_to_try() {
    browser.show(page.toUri(), Screen.light(Screen.DESK));
    ask("zzzqqq");
    assertTrue(status().startsWith("Nothing was found. Try fewer words"), status());
    assertEquals(List.of("glossary.html"), links());
    ask("inverted zzzqqq");
    assertTrue(status().startsWith("Nothing has all of these words."), status());
    assertTrue(links().contains("02-layer.html#part-02--the-layer"), links()::toString);
    ask("→ (=)");
    assertTrue(status().startsWith("Signs alone"), status());
    assertEquals(List.of(), links());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=x onerror=document.title=1>",
        "\"><script>document.title=1</script>",
        "__proto__ constructor toString",
        "[(*+?{^$|\\",
        "${document.title=1}"
      })
  void what_looks_like_code_is_a_text_like_any_other(String query) {
    browser.show(page.toUri(), Screen.light(Screen.DESK));
    String title = browser.evaluate("document.title").asText();
    ask(query);
    assertFalse(status().isBlank());
    assertEquals(
        0,
        browser
            .evaluate("document.querySelectorAll('.results img, script:not([src])').length")
            .asInt());
    assertEquals(title, browser.evaluate("document.title").asText());
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void a_question_of_any_length_is_cut_and_answered() {
    browser.show(page.toUri(), Screen.light(Screen.DESK));
    for (String piece : List.of("a", "inverted ", "p = 0.5 ", "神")) {
      browser.run(
          "const box = document.querySelector('#search'); box.value = '%s'.repeat(100000);"
                  .formatted(piece)
              + "box.dispatchEvent(new Event('input'))");
      browser.until(
          "(document.querySelector('.results ol').dataset.asked ?? '').length > 190 && '%s'.startsWith(document.querySelector('.results ol').dataset.asked[0])"
              .formatted(piece));
      assertFalse(status().isBlank());
    }
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void keys_open_move_and_close() {
    browser.show(page.toUri(), Screen.light(Screen.DESK));
    browser.find("body").sendKeys("/");
    assertEquals("search", focused());
    ask("the");
    WebElement input = browser.find("#search");
    input.sendKeys(Keys.ARROW_DOWN);
    assertEquals("A", browser.evaluate("document.activeElement.tagName").asText());
    String first = links().get(0);
    assertEquals(first, browser.evaluate("document.activeElement.getAttribute('href')").asText());
    browser.find(".results a").sendKeys(Keys.ARROW_UP);
    assertEquals("search", focused());
    input.sendKeys(Keys.ESCAPE);
    assertTrue(browser.evaluate("document.querySelector('.results').hidden").asBoolean());
    ask("MaxNorm");
    assertEquals("api/dojo/nn/MaxNorm.html", links().get(0));
    input.sendKeys(Keys.ENTER);
    browser.until("location.pathname.endsWith('/api/dojo/nn/MaxNorm.html')");
  }

  @Test
  void a_class_is_linked_where_it_is_first_used_and_code_stays_as_it_is() {
    browser.show(page.toUri(), Screen.light(Screen.DESK));
    assertEquals(
        "api/dojo/nn/MaxNorm.html",
        browser
            .evaluate("document.querySelector('.highlight a.api').getAttribute('href')")
            .asText());
    assertEquals(1, browser.evaluate("document.querySelectorAll('a.api').length").asInt());
    String code = browser.evaluate("document.querySelector('.highlight pre').textContent").asText();
    assertTrue(code.contains("MaxNorm limit = new MaxNorm();"), code);
  }

  private void ask(String query) {
    WebElement input = browser.find("#search");
    input.clear();
    input.sendKeys(query);
    browser.until(
        "document.querySelector('.results ol').dataset.asked === document.querySelector('#search')"
            + ".value.trim() && !document.querySelector('.results').hidden");
  }

  private List<String> links() {
    List<String> links = new java.util.ArrayList<>();
    browser
        .evaluate("[...document.querySelectorAll('.results a')].map(a => a.getAttribute('href'))")
        .forEach(link -> links.add(link.asText()));
    return links;
  }

  private String status() {
    return browser
        .evaluate("document.querySelector('.results [role=status]').textContent")
        .asText();
  }

  private String focused() {
    return browser.evaluate("document.activeElement.id").asText();
  }

  private static void put(Path file, String text) throws IOException {
    Files.createDirectories(file.resolve("..").normalize());
    Files.writeString(file, text);
  }
}
