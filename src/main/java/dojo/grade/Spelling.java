package dojo.grade;

import java.text.Normalizer;
import java.util.Locale;

/** How names are compared that different systems have written. */
public final class Spelling {
  private Spelling() {}

  /**
   * Returns a name as it is compared: in small letters, and each letter with its accents in one
   * piece, which macOS writes apart in the names of files.
   *
   * @param name a name
   * @return the same for all spellings of the name
   */
  public static String of(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
