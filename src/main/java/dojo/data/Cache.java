package dojo.data;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where downloads are kept: the folder that {@code DOJO_CACHE} names, or the cache folder of the
 * operating system.
 */
final class Cache {
  private Cache() {}

  /** Returns the folder of this user on this machine; it may not exist yet. */
  static Path folder() {
    return folder(
        System.getenv(), System.getProperty("os.name", ""), System.getProperty("user.home", "."));
  }

  /**
   * Returns the folder.
   *
   * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base directory
   *     specification</a>, by which a relative path is to be ignored
   */
  static Path folder(Map<String, String> environment, String os, String home) {
    String chosen = environment.getOrDefault("DOJO_CACHE", "");
    if (!chosen.isBlank()) {
      return Path.of(chosen);
    }
    String name = os.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      String local = environment.getOrDefault("LOCALAPPDATA", "");
      return local.isBlank()
          ? Path.of(home, "AppData", "Local", "dropout-dojo")
          : Path.of(local, "dropout-dojo");
    }
    if (name.startsWith("mac")) {
      return Path.of(home, "Library", "Caches", "dropout-dojo");
    }
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    return xdg.startsWith("/")
        ? Path.of(xdg, "dropout-dojo")
        : Path.of(home, ".cache", "dropout-dojo");
  }
}
