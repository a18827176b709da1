package dojo.kata;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /** The name of the file with the answers that were tried, beside the solution. */
  static final String TRIED = "tried.diff";

  private static final String ID = "[A-Z][A-Z0-9_]*";
  private static final Pattern HEAD = Pattern.compile("(" + ID + "): *(\\S.*)");
  private static final Pattern HEAD_OF_TRIED = Pattern.compile("(green|none|" + ID + "): *(\\S.*)");
  private static final Pattern LINE = Pattern.compile("([-+ ])(?: (.*))?");

  private final String file;
  private final Pattern headForm;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<Change.Line> block = new ArrayList<>();

  private Mistakes(String file, Pattern headForm) {
    this.file = file;
    this.headForm = headForm;
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
    return eachOnce(file, entries(file, HEAD, text));
  }

  /**
   * Reads answers that were tried. Each begins with the verdict that it gets, {@code green}, {@code
   * none} or an id, and is otherwise told like a mistake.
   *
   * @param file the file as an author reads it
   * @param text the text of the file
   * @return in the order of the file
   * @throws KataFileException if a line is of no known form, or a description is given twice
   */
  static List<Tried> tried(String file, String text) {
    List<Mistake> entries = entries(file, HEAD_OF_TRIED, text);
    eachOnce(file, entries.stream().map(Mistakes::named).toList());
    return entries.stream().map(entry -> new Tried(entry.id(), named(entry))).toList();
  }

  /** Of answers with one verdict, the description tells which is meant. */
  private static Mistake named(Mistake entry) {
    return new Mistake(entry.description(), entry.description(), entry.changes(), entry.file());
  }

  private static List<Mistake> entries(String file, Pattern headForm, String text) {
    Mistakes all = new Mistakes(file, headForm);
    text.lines().forEach(all::read);
    all.endMistake();
    return List.copyOf(all.mistakes);
  }

  private static List<Mistake> eachOnce(String file, List<Mistake> mistakes) {
    Set<String> ids = new HashSet<>();
    for (Mistake mistake : mistakes) {
      if (!ids.add(mistake.id())) {
        throw new KataFileException("mistake-told-twice", file, mistake.id());
      }
    }
    return mistakes;
  }

  private void read(String line) {
    Matcher head = headForm.matcher(line);
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
