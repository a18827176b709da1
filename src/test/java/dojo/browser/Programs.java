package dojo.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chromium, or one of its kin, on this machine.
 *
 * @param browser the browser
 * @param driver what drives it; where none is on the path, Selenium looks for one
 */
record Programs(Path browser, Optional<Path> driver) {
  /** Names the browser, where it is not on the path. */
  private static final String VARIABLE = "DOJO_BROWSER";

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "chrome");
  private static final List<String> PLACES =
      List.of(
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium",
          "C:/Program Files/Google/Chrome/Application/chrome.exe",
          "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe");

  /**
   * Finds them, or leaves the test out.
   *
   * @param check what is left out without a browser
   */
  static Programs orLeftOut(String check) {
    String named = System.getenv().getOrDefault(VARIABLE, "");
    Optional<Path> browser =
        (named.isBlank()
                ? Stream.concat(onPath(NAMES), PLACES.stream().map(Path::of))
                : Stream.of(Path.of(named)))
            .filter(Files::isExecutable)
            .findFirst();
    LeftOut.unless(
        browser.isPresent(),
        check,
        "there is no browser" + (named.isBlank() ? "" : " " + named),
        "install chromium and chromium-driver, or name a browser in " + VARIABLE);
    return new Programs(
        browser.orElseThrow(),
        onPath(List.of("chromedriver")).filter(Files::isExecutable).findFirst());
  }

  private static Stream<Path> onPath(List<String> names) {
    String end = File.separatorChar == '\\' ? ".exe" : "";
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .flatMap(folder -> names.stream().map(name -> Path.of(folder, name + end)));
  }
}
