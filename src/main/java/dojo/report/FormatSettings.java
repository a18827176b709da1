package dojo.report;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What some formats need beside the results.
 *
 * @param environment the variables of this program's surroundings, which tell of a workflow
 * @param gradebook a table that a learning platform has exported, to be filled in
 * @param column the column of it that is to be filled in; where there is one only, it is that
 */
public record FormatSettings(
    Map<String, String> environment, Optional<Path> gradebook, Optional<String> column) {

  /**
   * Keeps a copy.
   *
   * @param environment the variables
   * @param gradebook a table that is to be filled in
   * @param column the column
   */
  public FormatSettings {
    environment = Map.copyOf(environment);
  }

  /**
   * Returns the settings of whoever asks for nothing particular.
   *
   * @return nothing of all
   */
  public static FormatSettings none() {
    return new FormatSettings(Map.of(), Optional.empty(), Optional.empty());
  }
}
