package dojo.grade;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folder of a kata, however a student has named it: {@code kata03}, {@code Kata 3}, {@code
 * kata03 (1)}, {@code my_kata_03.zip}.
 *
 * @param kata the label of the kata
 * @param path the folder, with a slash at its end
 */
record KataFolder(String kata, String path) {
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(?:^|[^\\p{L}])kata[ _-]{0,3}0?(?<first>\\d{1,2})(?!\\d)"
              + "(?:[ _-]{0,3}(?:[-–&+,]|to|bis|and|und)[ _-]{0,3}(?:kata)?(?<last>\\d{1,2})(?!\\d))?");

  /** Finds the innermost folder of a kata on a path to a file. */
  static Optional<KataFolder> on(String path) {
    for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      String name = path.substring(path.lastIndexOf('/', end - 1) + 1, end);
      Optional<String> kata = kata(name);
      if (kata.isPresent()) {
        return Optional.of(new KataFolder(kata.get(), path.substring(0, end + 1)));
      }
    }
    return Optional.empty();
  }

  /** Returns the kata that a name names; nothing for several, such as {@code kata01-30}. */
  static Optional<String> kata(String name) {
    Matcher found = NAME.matcher(name);
    if (!found.find()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(found.group("first"));
    boolean several = found.group("last") != null && Integer.parseInt(found.group("last")) > first;
    while (found.find()) {
      several |= Integer.parseInt(found.group("first")) != first;
    }
    return several ? Optional.empty() : Optional.of(String.format(Locale.ROOT, "%02d", first));
  }

  /** Whether a name says which kata, and no word more: one that says more may name a student. */
  static boolean isPlain(String name) {
    return kata(name).isPresent() && !name.replaceAll(NAME.pattern(), "").matches(".*\\p{L}.*");
  }
}
