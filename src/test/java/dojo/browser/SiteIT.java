package dojo.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each look at a page finds what it looks for, and nothing on a page that is right. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteIT {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>A page</title><link rel="icon" href="data:,">
      <style>:root { color-scheme: light dark } body { color: #111; background: #fff }
      @media (prefers-color-scheme: dark) { body { color: #eee; background: #111 } }</style>
      </head><body><main><h1 id="top">A page</h1><p>Its text.</p>%s</main></body></html>
      """;

  private Browser browser;

  @BeforeAll
  void open() {
    browser = Browser.orLeftOut("that a look at a page finds what it looks for");
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<script>console.error('oh')</script> | it complains: SEVERE",
        "<script>throw new Error('oh')</script> | Uncaught Error: oh",
        "<img alt='x' src='https://example.invalid/x.png'> | it asks for https://example.invalid/x.png",
        "<img alt='x' src='none.png'> | a picture is not shown",
        "<script>fetch('https://example.invalid/y').catch(() => 0)</script> | it asks for https://example.invalid/y",
        "<a href='nowhere.html'>on</a> | a link leads nowhere",
        "<a href='../index.html'>on</a> | a link leads nowhere",
        "<a href='#none'>on</a> | a link leads to no place of its page: index.html#none",
        "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='> | a picture has no text alternative",
        "<h3>Part</h3> | a heading leaves out a level: Part",
        "<h1>Second</h1> | it has not one h1",
        "<table><tr><th></th><th>a</th></tr><tr><td>1</td><td>2</td></tr></table> | a head of a table is empty",
        "<p style='width: 700px'>wide</p> | on a phone it is moved sideways, by",
        "<p style='color: #999; background: #fff'>pale</p> | color-contrast",
        "<style>@media (prefers-color-scheme: dark) { p { color: #333 } }</style> | dark: color-contrast",
        "<style>body { background: #fff !important }</style> | it stays light where the system is dark",
        "<p>Let $q = \\frac{1}{2}$.</p> | a formula is left as its source",
        "<input> | label: Form elements must have labels",
      })
  void what_a_reader_would_stumble_over_is_told(String flaw, String told, @TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve("index.html"), PAGE.formatted(flaw));
    List<String> found = new Site(browser, folder).read();
    assertTrue(found.stream().anyMatch(it -> it.contains(told)), found::toString);
  }

  @Test
  void a_page_that_is_right_is_left_alone(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("api"));
    Files.writeString(folder.resolve("api/Other.html"), "<p id=\"of(int)\">");
    Files.writeString(
        folder.resolve("index.html"),
        PAGE.formatted(
            "<p><a href='#top'>up</a> <a href='api/Other.html#of(int)'>on</a>"
                + " <a href='https://example.invalid/'>away</a> <code>$\\frac{1}{2}$</code></p>"));
    assertEquals(List.of(), new Site(browser, folder).read());
    try (SubPath server = SubPath.of(folder)) {
      assertEquals(List.of(), new Site(browser, folder).readFrom(server.base()));
    }
  }

  @Test
  void what_is_asked_of_the_top_of_a_server_is_told(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("a.js"), "");
    Files.writeString(
        folder.resolve("index.html"), PAGE.formatted("<script src='/a.js'></script>"));
    try (SubPath server = SubPath.of(folder)) {
      List<String> found = new Site(browser, folder).readFrom(server.base());
      assertTrue(found.toString().contains("it asks for http://127.0.0.1"), found::toString);
    }
  }
}
