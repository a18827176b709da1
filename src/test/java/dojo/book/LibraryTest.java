package dojo.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library of two rooms, so that javadoc is quick. */
class LibraryTest {
  @TempDir Path folder;
  private Library library;

  @BeforeEach
  void a_small_library() throws IOException {
    Path sources = folder.resolve("src");
    library = new Library(sources, folder.resolve("course/api"), Locale.ENGLISH);
    Files.createDirectories(folder.resolve("course"));
    write("nn/package-info.java", "/** Layers. */\npackage dojo.nn;\n");
    write(
        "nn/Dense.java",
        """
        package dojo.nn;

        /** A layer of weights. It has more to say. */
        public final class Dense {
          private Dense() {}

          /** How it is set. */
          public enum Set {
            /** Once. */
            ONCE
          }

          static void hidden() {}
        }
        """);
    write("nn/Secret.java", "package dojo.nn;\n\nfinal class Secret {}\n");
    write("cli/package-info.java", "/** Commands. */\npackage dojo.cli;\n");
    write("cli/Main.java", "package dojo.cli;\n\n/** Starts. */\npublic final class Main {}\n");
  }

  @Test
  void javadoc_has_the_rooms_that_a_notebook_calls_and_nothing_private() throws IOException {
    assertEquals(Optional.empty(), library.refresh());
    List<LibraryType> types = LibraryType.in(library.folder());
    assertEquals(
        List.of(
            new LibraryType("dojo.nn", "Dense", "api/dojo/nn/Dense.html", "A layer of weights."),
            new LibraryType(
                "dojo.nn", "Dense.Set", "api/dojo/nn/Dense.Set.html", "How it is set.")),
        types);
    assertEquals("dojo.nn.Dense.Set", types.get(1).qualified());
    for (LibraryType type : types) {
      assertTrue(Files.exists(folder.resolve("course").resolve(type.page())), type.page());
    }
    assertFalse(
        Files.readString(library.folder().resolve("dojo/nn/Dense.html")).contains("hidden"));
  }

  @Test
  void a_page_of_the_library_asks_the_network_for_nothing_and_leads_back() throws IOException {
    library.refresh();
    try (Stream<Path> pages = Files.walk(library.folder())) {
      for (Path page : pages.filter(file -> file.toString().endsWith(".html")).toList()) {
        for (Element link : Jsoup.parse(page).select("[href~=^\\w+:], [src~=^\\w+:]")) {
          assertTrue(link.attr("href").startsWith("javascript:"), page + ": " + link);
        }
      }
    }
    Path page = library.folder().resolve("dojo/nn/Dense.html");
    assertTrue(
        Jsoup.parse(page).select("a[href]").stream()
            .map(link -> page.resolveSibling(link.attr("href")).normalize())
            .anyMatch(folder.resolve("course/index.html")::equals));
  }

  @Test
  void each_page_of_the_library_has_the_colours_of_the_book_and_follows_its_switch()
      throws IOException {
    assertEquals(Optional.empty(), library.refresh());
    try (Stream<Path> pages = Files.walk(library.folder())) {
      for (Path page : pages.filter(file -> file.toString().endsWith(".html")).toList()) {
        Document document = Jsoup.parse(page);
        if (document.selectFirst("meta[http-equiv=Refresh]") == null) {
          assertLoads(page, document.select("link[href$=dojo-theme.css]").attr("href"));
          assertLoads(page, document.select("script[src$=dojo-theme.js]").attr("src"));
        }
      }
    }
    assertFalse(Files.exists(library.folder().resolveSibling("dojo-theme.css")));
  }

  private static void assertLoads(Path page, String address) {
    assertFalse(address.isEmpty(), page::toString);
    assertTrue(Files.exists(page.resolveSibling(address)), () -> page + ": " + address);
  }

  @Test
  void pages_are_kept_until_a_source_changes() throws IOException {
    library.refresh();
    Path page = library.folder().resolve("dojo/nn/Dense.html");
    FileTime longAgo = FileTime.fromMillis(0);
    Files.setLastModifiedTime(page, longAgo);
    library.refresh();
    assertEquals(longAgo, Files.getLastModifiedTime(page));
    write("cli/Main.java", "package dojo.cli;\n\n/** Ends. */\npublic final class Main {}\n");
    library.refresh();
    assertEquals(longAgo, Files.getLastModifiedTime(page), "a room that is not shown");
    write("nn/Secret.java", "package dojo.nn;\n\n/** Out. */\npublic interface Secret {}\n");
    library.refresh();
    assertEquals(
        List.of("Dense", "Dense.Set", "Secret"),
        LibraryType.in(library.folder()).stream().map(LibraryType::name).toList());
  }

  @Test
  void a_java_without_javadoc_is_told_in_one_sentence_and_leaves_no_old_pages() {
    library.refresh();
    write("nn/Secret.java", "package dojo.nn;\n\n/** Out. */\npublic interface Secret {}\n");
    String missing = library.refresh(Optional.empty()).orElseThrow().toString();
    assertTrue(missing.contains("has no javadoc: run this with a JDK"), missing);
    assertEquals(1, missing.lines().count());
    assertFalse(Files.exists(library.folder()));
    assertEquals(List.of(), LibraryType.in(library.folder()));
  }

  @Test
  void sources_that_javadoc_cannot_read_leave_no_pages_and_its_words() {
    write("nn/Dense.java", "package dojo.nn;\n\n/** A layer. */\npublic final class Dense {\n");
    String missing = library.refresh().orElseThrow().toString();
    assertTrue(missing.contains("reached end of file while parsing"), missing);
    assertFalse(Files.exists(library.folder()));
    assertFalse(Files.exists(library.folder().resolveSibling("api.part")));
  }

  @Test
  void a_kit_without_sources_says_so() {
    Path nowhere = folder.resolve("nowhere");
    Library none = new Library(nowhere, folder.resolve("course/api"), Locale.ENGLISH);
    assertTrue(none.refresh().orElseThrow().toString().contains("no sources in " + nowhere));
  }

  private void write(String name, String text) {
    try {
      Path file = library.sources().resolve(name);
      Files.createDirectories(file.resolve("..").normalize());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
