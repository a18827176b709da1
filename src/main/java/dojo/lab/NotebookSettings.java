package dojo.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How notebooks are to be run.
 *
 * @param output the folder for executed notebooks, pages, logs and what Jupyter needs
 * @param kernel the installed kernelspec to use; empty for the kit's own kernel
 * @param limit how long one notebook may take
 * @param environment variables that the kernel sees besides those of this process
 */
public record NotebookSettings(
    Path output, Optional<String> kernel, Duration limit, Map<String, String> environment) {

  /** Under two minutes is the aim for a notebook on two cores; a slow laptop gets five times it. */
  public static final Duration USUAL_LIMIT = Duration.ofMinutes(10);

  /**
   * Makes settings that never change, whatever becomes of the map.
   *
   * @param output the folder for results
   * @param kernel the installed kernelspec to use, if not the kit's own
   * @param limit how long one notebook may take
   * @param environment variables for the kernel
   */
  public NotebookSettings {
    environment = Map.copyOf(environment);
  }

  /**
   * Returns the usual settings: our own kernel, ten minutes, nothing added to the environment.
   *
   * @param output the folder for results
   * @return the settings
   */
  public static NotebookSettings into(Path output) {
    return new NotebookSettings(output, Optional.empty(), USUAL_LIMIT, Map.of());
  }

  /**
   * Returns these settings with another kernel.
   *
   * @param name the name of an installed kernelspec
   * @return new settings
   */
  public NotebookSettings withKernel(String name) {
    return new NotebookSettings(output, Optional.of(name), limit, environment);
  }

  /**
   * Returns these settings with another limit.
   *
   * @param newLimit how long one notebook may take
   * @return new settings
   */
  public NotebookSettings withLimit(Duration newLimit) {
    return new NotebookSettings(output, kernel, newLimit, environment);
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
    return new NotebookSettings(output, kernel, limit, more);
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
