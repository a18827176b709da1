package dojo.machine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The program in which a reader opens a file.
 *
 * @param command the program and its options
 */
public record Editor(List<String> command) {

  /** What is opened where nothing is asked for, if it is installed. */
  private static final List<String> USUAL = List.of("code", "idea");

  /** Editors that have no window of their own. */
  private static final Set<String> IN_TERMINAL =
      Set.of(
          "vi", "vim", "nvim", "nano", "pico", "micro", "hx", "helix", "kak", "joe", "jed", "ne");

  private static final Set<String> EMACS = Set.of("emacs", "emacsclient");

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  /**
   * Keeps a copy.
   *
   * @param command the program and its options
   */
  public Editor {
    command = List.copyOf(command);
  }

  /**
   * Finds the reader's editor.
   *
   * @param asked the command that was asked for, if one was
   * @param environment the environment: {@code VISUAL}, {@code EDITOR} and {@code PATH}
   * @return what was asked for; otherwise what the environment names; otherwise VS Code or IntelliJ
   *     IDEA, if one of them is installed
   */
  public static Optional<Editor> find(Optional<String> asked, Map<String, String> environment) {
    return Stream.of(
            asked,
            Optional.ofNullable(environment.get("VISUAL")),
            Optional.ofNullable(environment.get("EDITOR")))
        .flatMap(Optional::stream)
        .map(Editor::words)
        .filter(words -> !words.isEmpty())
        .map(Editor::new)
        .findFirst()
        .or(() -> installed(environment));
  }

  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(command);
    while (matcher.find()) {
      words.add(
          Stream.of(1, 2, 3)
              .map(group -> Optional.ofNullable(matcher.group(group)))
              .flatMap(Optional::stream)
              .findFirst()
              .orElse(""));
    }
    return words;
  }

  private static Optional<Editor> installed(Map<String, String> environment) {
    String path = environment.getOrDefault("PATH", environment.getOrDefault("Path", ""));
    return USUAL.stream()
        .flatMap(name -> Stream.of(name, name + ".cmd", name + ".bat", name + "64.exe"))
        .flatMap(
            name ->
                Stream.of(path.split(Pattern.quote(File.pathSeparator)))
                    .filter(folder -> !folder.isBlank())
                    .map(folder -> Path.of(folder).resolve(name)))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst()
        .map(file -> new Editor(List.of(file.toString())));
  }

  /** The name of the program, without its folder and ending. */
  private String name() {
    return command
        .get(0)
        .replaceAll(".*[/\\\\]", "")
        .replaceAll("(?i)(64)?\\.(exe|cmd|bat|sh)$", "")
        .toLowerCase(Locale.ROOT);
  }

  /**
   * Returns whether it takes the terminal for itself until it is left.
   *
   * @return whether it has no window of its own
   */
  public boolean isInTerminal() {
    boolean noWindow =
        command.contains("-nw") || command.contains("-t") || command.contains("--tty");
    return IN_TERMINAL.contains(name()) || (EMACS.contains(name()) && noWindow);
  }

  /**
   * Returns the command that opens a file.
   *
   * @param file the file
   * @param line the line to go to, from 1, where the editor is known; 0 if there is none
   * @return the words of the command
   */
  public List<String> opening(Path file, long line) {
    List<String> words = new ArrayList<>(command);
    words.addAll(line > 0 ? at(file.toString(), line) : List.of(file.toString()));
    return words;
  }

  private List<String> at(String file, long line) {
    return switch (name()) {
      case "code", "code-insiders", "codium", "cursor" -> List.of("--goto", file + ":" + line);
      case "idea", "studio" -> List.of("--line", Long.toString(line), file);
      case "subl", "zed", "hx", "helix" -> List.of(file + ":" + line);
      case "vi", "vim", "nvim", "gvim", "nano", "emacs", "emacsclient", "kak", "joe", "micro" ->
          List.of("+" + line, file);
      default -> List.of(file);
    };
  }

  /**
   * Opens a file: waits until it is closed if the editor takes the terminal, and leaves the editor
   * to itself otherwise.
   *
   * @param file the file
   * @param line the line to go to, from 1; 0 if there is none
   * @throws IOException if the program cannot be started
   * @throws InterruptedException if this thread is interrupted
   */
  public void open(Path file, long line) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(opening(file, line));
    if (isInTerminal()) {
      builder.inheritIO().start().waitFor();
    } else {
      builder
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    }
  }
}
