package dojo.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How notebooks are to be run.
 *
 * @param output the folder for executed notebooks, pages, logs and what Jupyter needs
 * @param kernel the installed kernelspec to use; empty for the kit's own kernel
 * @param limit how long one notebook may take
 * @param environment variables that the kernel sees besides those of this process
 * @param language the language in which failures are described
 */
public record NotebookSettings(
    Path output,
    Optional<String> kernel,
    Duration limit,
    Map<String, String> environment,
    Locale language) {

  /** The aim for a notebook is two minutes on two cores; a slow laptop gets five times as long. */
  public static final Duration USUAL_LIMIT = Duration.ofMinutes(10);

  /**
   * Copies the map, so that the settings never change.
   *
   * @param output the folder for results
   * @param kernel the installed kernelspec to use, if not the kit's own
   * @param limit how long one notebook may take
   * @param environment variables for the kernel
   * @param language the language in which failures are described
   */
  public NotebookSettings {
    environment = Map.copyOf(environment);
  }

  /**
   * Returns the usual settings: our own kernel, ten minutes, nothing added to the environment,
   * English.
   *
   * @param output the folder for results
   * @return the settings
   */
  public static NotebookSettings into(Path output) {
    return new NotebookSettings(output, Optional.empty(), USUAL_LIMIT, Map.of(), Locale.ENGLISH);
  }

  /**
   * Returns these settings with another kernel.
   *
   * @param name the name of an installed kernelspec
   * @return new settings
   */
  public NotebookSettings withKernel(String name) {
    return new NotebookSettings(output, Optional.of(name), limit, environment, language);
  }

  /**
   * Returns these settings with another limit.
   *
   * @param newLimit how long one notebook may take
   * @return new settings
   */
  public NotebookSettings withLimit(Duration newLimit) {
    return new NotebookSettings(output, kernel, newLimit, environment, language);
  }

  /**
   * Returns these settings with one more variable for the kernel.
   *
   * @param name for example {@code "DOJO_EXERCISES"}
   * @param value its value
   * @return new settings
   */
  public NotebookSettings with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(environment);
    more.put(name, value);
    return new NotebookSettings(output, kernel, limit, more, language);
  }

  /**
   * Returns these settings for a reader of another language; the kernel hears of it as well, by
   * {@code DOJO_LANG}.
   *
   * @param newLanguage the reader's language
   * @return new settings
   */
  public NotebookSettings withLanguage(Locale newLanguage) {
    Map<String, String> more = with("DOJO_LANG", newLanguage.toLanguageTag()).environment;
    return new NotebookSettings(output, kernel, limit, more, newLanguage);
  }

  /**
   * Returns these settings in quick mode: the same claims at weaker strength.
   *
   * @return new settings
   */
  public NotebookSettings quick() {
    return with("DOJO_QUICK", "1");
  }
}
