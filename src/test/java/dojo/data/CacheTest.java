package dojo.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheTest {
  private static void assertFolder(Path expected, String os, Map<String, String> environment) {
    assertEquals(expected, Cache.folder(environment, os, "home"));
  }

  @Test
  void each_system_has_its_own_place_for_such_things() {
    assertFolder(Path.of("home", ".cache", "dropout-dojo"), "Linux", Map.of());
    assertFolder(Path.of("/var/c/dropout-dojo"), "Linux", Map.of("XDG_CACHE_HOME", "/var/c"));
    assertFolder(Path.of("home", "Library", "Caches", "dropout-dojo"), "Mac OS X", Map.of());
    assertFolder(Path.of("home", "AppData", "Local", "dropout-dojo"), "Windows 11", Map.of());
    assertFolder(Path.of("local", "dropout-dojo"), "Windows 11", Map.of("LOCALAPPDATA", "local"));
  }

  @Test
  void a_relative_or_empty_place_is_none() {
    Path usual = Path.of("home", ".cache", "dropout-dojo");
    assertFolder(usual, "Linux", Map.of("XDG_CACHE_HOME", "c"));
    assertFolder(usual, "Linux", Map.of("XDG_CACHE_HOME", "", "DOJO_CACHE", " "));
    assertFolder(
        Path.of("home", "AppData", "Local", "dropout-dojo"),
        "Windows 11",
        Map.of("LOCALAPPDATA", ""));
  }

  @Test
  void the_reader_has_the_last_word() {
    Map<String, String> environment =
        Map.of("DOJO_CACHE", "mine", "XDG_CACHE_HOME", "/var/c", "LOCALAPPDATA", "local");
    for (String os : new String[] {"Linux", "Mac OS X", "Windows 11"}) {
      assertFolder(Path.of("mine"), os, environment);
    }
  }
}
