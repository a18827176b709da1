package dojo.lab;

import dojo.machine.ChildProcess;
import dojo.machine.MissingException;
import dojo.machine.Os;
import dojo.words.Sentence;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings of pip by which this machine reaches a package index: mirrors, proxies,
 * certificates. All other settings, such as where to install, would break an environment of our
 * own.
 *
 * @param values the settings by their names, for example {@code index-url}
 */
record PipSettings(Map<String, String> values) {

  private static final Set<String> REACH =
      Set.of(
          "index-url",
          "pypi-url",
          "extra-index-url",
          "no-index",
          "find-links",
          "trusted-host",
          "cert",
          "client-cert",
          "proxy",
          "keyring-provider",
          "timeout",
          "default-timeout",
          "resume-retries",
          "cache-dir",
          "no-cache-dir",
          "use-feature",
          "use-deprecated");

  /** Where a setting may stand; the later ones count more. */
  private static final List<String> SECTIONS = List.of("global", "install", ":env:");

  /** To pip's command for settings, too, its settings apply: the one of "user" hides all others. */
  private static final Map<String, String> ASKING =
      Map.of("PIP_USER", "0", "PIP_GLOBAL", "0", "PIP_SITE", "0", "PIP_QUIET", "0");

  private static final Pattern SETTING = Pattern.compile("([\\w:]+)\\.([\\w-]+)=(['\"])(.*)\\3");

  /**
   * Asks pip for the reader's settings, in its files and in the environment.
   *
   * @param python a Python with pip
   * @return those that say how to reach an index
   * @throws MissingException if pip cannot read them
   */
  static PipSettings of(Path python) {
    ProcessBuilder pip =
        new ProcessBuilder(
            List.of(python.toString(), "-I", "-X", "utf8", "-m", "pip", "config", "list"));
    ASKING.forEach((name, value) -> pip.environment().put(name, value));
    pip.environment().put("PIP_PYTHON", python.toString()); // which it starts without our -I
    pip.environment().keySet().removeAll(List.of("PYTHONHOME", "PYTHONPATH"));
    ChildProcess.Output said = ChildProcess.run(pip.redirectErrorStream(true));
    if (said.exit() != 0) {
      throw new MissingException(
          Sentence.of(PipSettings.class, "pip-cannot-read-its-settings"),
          Sentence.of(PipSettings.class, "correct-them", said.text().replaceAll("\\s+", " ")));
    }
    return parse(said.text());
  }

  /** Reads what {@code pip config list} prints, in which values are written as Python has them. */
  static PipSettings parse(String list) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String section : SECTIONS) {
      for (String line : list.lines().toList()) {
        Matcher setting = SETTING.matcher(line.strip());
        if (setting.matches()
            && setting.group(1).equals(section)
            && REACH.contains(setting.group(2))) {
          values.put(setting.group(2), setting.group(4).translateEscapes());
        }
      }
    }
    return new PipSettings(values);
  }

  /** Gives a command of pip these settings and no others. */
  void applyTo(ProcessBuilder pip, Os os) {
    Map<String, String> environment = pip.environment();
    environment.keySet().removeIf(name -> name.toUpperCase(Locale.ROOT).startsWith("PIP_"));
    environment.put("PIP_CONFIG_FILE", os == Os.WINDOWS ? "nul" : "/dev/null"); // no file at all
    values.forEach(
        (name, value) ->
            environment.put("PIP_" + name.toUpperCase(Locale.ROOT).replace('-', '_'), value));
  }
}
