package dojo.report;

import dojo.words.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A format in which the results of a class are written.
 *
 * <p>What students read is a {@link StudentFormat}, which is handed only what they may see. Any
 * other format is for the staff.
 */
public interface Format {

  /**
   * Returns the name by which an instructor asks for it.
   *
   * @return small letters, digits and hyphens, for example {@code junit}
   */
  String name();

  /**
   * Writes the results of a class: the same bytes for the same results.
   *
   * @param results the results
   * @param into the folder for the results of all formats, which exists; what this format writes
   *     there begins with its name
   * @return what the instructor should know, for example who could not be matched; mostly nothing
   * @throws IOException if a file cannot be written
   */
  List<Sentence> write(ClassResults results, Path into) throws IOException;
}
