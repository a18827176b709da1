package dojo.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.machine.MissingException;
import dojo.machine.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaygroundTest {
  @TempDir private Path home;

  private Playground playground() throws IOException {
    write("pom.xml", "<project/>");
    write("src/playground/web/page.html", "<!DOCTYPE html>\n<html>");
    for (String room :
        List.of("random", "tensor", "nn", "dropout", "optim", "data", "playground")) {
      write("src/main/java/dojo/" + room + "/package-info.java", "package dojo." + room + ";");
    }
    return new Playground(new Project(home, home.resolve("exercises")), "no-such-program");
  }

  private void write(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void a_page_is_kept_until_what_it_is_made_of_changes() throws IOException {
    Playground playground = playground();
    write("target/course/playground.html", "<!DOCTYPE html>\n" + playground.mark() + "\n<html>");
    List<Object> said = new ArrayList<>();
    assertEquals(playground.page(), playground.make(said::add));
    assertEquals(List.of(), said);
    write("src/main/java/dojo/nn/New.java", "class New {}");
    assertThrows(MissingException.class, () -> playground.make(said::add));
    assertEquals(1, said.size());
    assertTrue(Files.exists(playground.page()), "the old page stays");
  }

  @Test
  void names_and_contents_are_in_the_mark() throws IOException {
    Playground playground = playground();
    String before = playground.mark();
    write("pom.xml", "<project> </project>");
    String changed = playground.mark();
    assertNotEquals(before, changed);
    Files.move(
        home.resolve("src/playground/web/page.html"), home.resolve("src/playground/web/p.html"));
    assertNotEquals(changed, playground.mark());
  }

  @Test
  void without_maven_a_sentence_says_what_is_missing() throws IOException {
    Playground playground = playground();
    MissingException missing =
        assertThrows(MissingException.class, () -> playground.make(sentence -> {}));
    assertEquals(
        "the playground is missing: no-such-program does not start",
        missing.what().in(Locale.ENGLISH));
  }

  @Test
  void without_sources_a_sentence_says_so() {
    Playground playground =
        new Playground(new Project(home, home.resolve("exercises")), "no-such-program");
    MissingException missing =
        assertThrows(MissingException.class, () -> playground.make(sentence -> {}));
    assertTrue(missing.what().in(Locale.ENGLISH).contains("its sources cannot be read"));
  }

  @Test
  void the_page_holds_all_that_it_names() throws IOException {
    write(
        "web/page.html",
        """
        <!DOCTYPE html>
        <link rel="stylesheet" href="page.css">
        <script type="application/json" id="words" src="words.json"></script>
        <script src="page.js"></script>
        <!-- engine -->
        """);
    write("web/page.css", "body { margin: 0 }");
    write("web/words.json", "{\"a\": \"$1 </script>\"}");
    write("web/page.js", "start();");
    write("web/engine.js", "load();");
    write("engine/playground.wasm", "wasm");
    write("engine/playground.js", "let end = '</script>';");
    write("engine/classes.wasm-runtime.js", "runtime();");
    Path file = home.resolve("course/playground.html");
    new PlaygroundPage(home.resolve("web"), home.resolve("engine")).write(file, "<!-- mark -->");
    String page = Files.readString(file);
    assertTrue(page.startsWith("<!DOCTYPE html>\n<!-- mark -->\n<style>body"), page);
    assertTrue(
        page.contains(
            "<script type=\"application/json\" id=\"words\">{\"a\": \"$1 <\\/script>\"}</script>"));
    assertTrue(page.contains("<script>start();</script>"));
    assertTrue(page.contains("data-jvm=\"" + TwentySteps.run() + "\""));
    assertFalse(page.contains(" src="), "nothing is fetched");
    assertEquals(7, page.split("</script>", -1).length - 1, "no script ends early");
  }

  @Test
  void only_the_front_of_the_page_knows_teavm() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src"))) {
      List<Path> others =
          sources
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.startsWith(Path.of("src/playground/java")))
              .filter(file -> text(file).contains("import org.tea" + "vm"))
              .toList();
      assertEquals(List.of(), others, "compile what needs TeaVM in src/playground/java alone");
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
