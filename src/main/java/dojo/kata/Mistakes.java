package dojo.kata;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the classic mistakes of a kata.
 *
 * <p>Each is a line {@code ID: description} and below it the places that it changes, with an empty
 * line between two of them; {@code #} begins a remark:
 *
 * <pre>
 * GLOBAL_RANDOM: a generator of its own, which the key cannot repeat
 *   public final class BernoulliMask {
 * +   private static final Random RANDOM = new Random();
 *
 * - mask[i][j] = key.uniform(n++) &lt; q ? 1 : 0;
 * + mask[i][j] = RANDOM.nextDouble() &lt; q ? 1 : 0;
 * </pre>
 */
final class Mistakes {
  /** The name of the file, beside the solution. */
  static final String FILE = "mistakes.diff";

  private static final Pattern HEAD = Pattern.compile("([A-Z][A-Z0-9_]*): *(\\S.*)");
  private static final Pattern LINE = Pattern.compile("([-+ ])(?: (.*))?");

  private final String file;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<Change.Line> block = new ArrayList<>();

  private Mistakes(String file) {
    this.file = file;
  }

  /**
   * Reads mistakes.
   *
   * @param file the file as an author reads it
   * @param text the text of the file
   * @return in the order of the file
   * @throws KataFileException if a line is of no known form, or an id is given twice
   */
  static List<Mistake> of(String file, String text) {
    Mistakes all = new Mistakes(file);
    text.lines().forEach(all::read);
    all.endMistake();
    List<String> ids = all.mistakes.stream().map(Mistake::id).toList();
    for (String id : ids.stream().distinct().collect(Collectors.toList())) {
      if (ids.indexOf(id) != ids.lastIndexOf(id)) {
        throw new KataFileException("mistake-told-twice", file, id);
      }
    }
    return List.copyOf(all.mistakes);
  }

  private void read(String line) {
    Matcher head = HEAD.matcher(line);
    Matcher code = LINE.matcher(line);
    if (line.isBlank()) {
      endChange();
    } else if (line.startsWith("#")) {
      return;
    } else if (head.matches()) {
      endMistake();
      mistakes.add(new Mistake(head.group(1), head.group(2), List.of(), file));
    } else if (code.matches() && !mistakes.isEmpty()) {
      String text = code.group(2) == null ? "" : code.group(2);
      block.add(new Change.Line(line.charAt(0), Solution.withoutMark(text)));
    } else {
      throw new KataFileException("mistakes-line-unknown", file, line);
    }
  }

  private void endChange() {
    if (!block.isEmpty()) {
      changes.add(new Change(block));
      block.clear();
    }
  }

  private void endMistake() {
    endChange();
    if (!mistakes.isEmpty()) {
      Mistake open = mistakes.remove(mistakes.size() - 1);
      mistakes.add(new Mistake(open.id(), open.description(), changes, file));
      changes.clear();
    }
  }
}
