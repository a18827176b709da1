package dojo.cli;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.KataFileException;
import dojo.words.Sentence;
import dojo.words.Words;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * What the commands after {@code ./dojo} have in common. Their names, options and defaults stand in
 * their classes; all that a reader reads stands in {@code help.properties} and {@code
 * words.properties}.
 */
@Command(mixinStandardHelpOptions = true)
abstract class Subcommand implements Callable<Integer> {
  private final Main dojo;

  @Spec private CommandSpec spec = CommandSpec.create();

  Subcommand(Main dojo) {
    this.dojo = dojo;
  }

  final Main dojo() {
    return dojo;
  }

  final Terminal terminal() {
    return dojo.terminal();
  }

  final Words words() {
    return dojo.words();
  }

  /** Writes a sentence as a line. */
  final void say(String key, Object... values) {
    terminal().say(words().say(key, values));
  }

  /** Writes a sentence of another room as a line. */
  final void say(Sentence sentence) {
    terminal().say(sentence.in(dojo.language()));
  }

  /** Returns the exception for words that make no sense. */
  final ParameterException wrong(String key, Object... values) {
    return new ParameterException(spec.commandLine(), words().say(key, values));
  }

  /** Returns the command {@code ./dojo} itself. */
  final CommandLine root() {
    return spec.root().commandLine();
  }

  /** Returns the exception for words that name no kata that can be made. */
  final ParameterException wrong(KataFileException e) {
    return new ParameterException(spec.commandLine(), e.in(dojo.language()), e);
  }

  /** Refuses a value of an option that is not in a range. */
  final void requireWithin(String option, int value, int least, int most) {
    if (!(least <= value && value <= most)) {
      throw wrong("not-in-range", option, least, most, value);
    }
  }

  /** Refuses a time limit that is not positive, or longer than a day. */
  final void requireTimeout(int seconds) {
    requireWithin("--timeout", seconds, 1, 86_400);
  }

  /** Returns the katas that a reader means by some words, in the order of the words, each once. */
  final List<Kata> katas(Exercises exercises, List<String> wanted) {
    List<Kata> all = exercises.all();
    List<String> words = wanted.stream().map(word -> labelsOf(word, all)).toList();
    return numbers(Selection.OF_KATAS, all.stream().map(Kata::number).toList(), words).stream()
        .flatMap(number -> all.stream().filter(kata -> kata.number() == number))
        .toList();
  }

  /** The same for each part of a list; a path may hold what parts one. */
  private static String labelsOf(String word, List<Kata> all) {
    return word.matches(".*[/\\\\].*")
        ? labelOf(word, all)
        : Stream.of(word.split(",", -1))
            .map(part -> labelOf(part, all))
            .collect(Collectors.joining(","));
  }

  /** The label of the kata whose class or test a word names; otherwise the word. */
  private static String labelOf(String word, List<Kata> all) {
    String name = word.strip().replaceAll("(?:Test)?(?:[.]java.*)?$", "").replaceAll(".*[.]", "");
    return all.stream()
        .filter(kata -> !name.isEmpty() && className(kata).equalsIgnoreCase(name))
        .findFirst()
        .map(Kata::label)
        .orElse(word);
  }

  private static String className(Kata kata) {
    try {
      return kata.plan().className();
    } catch (KataFileException e) {
      return ""; // what is broken is told when it is needed
    }
  }

  /** Returns the one kata that a reader means by a word. */
  final Kata kata(Exercises exercises, String wanted) {
    List<Kata> found = katas(exercises, List.of(wanted));
    if (found.size() != 1) {
      throw wrong("one-kata-at-a-time", wanted, found.size());
    }
    return found.get(0);
  }

  /** Returns the kata that was worked on last, for a reader who names none. */
  final Kata inHand(Exercises exercises) {
    List<Kata> all = exercises.all();
    if (all.isEmpty()) {
      throw wrong("no-katas");
    }
    int inHand = exercises.progress().inHand().orElse(0);
    return all.stream()
        .filter(kata -> kata.number() == inHand)
        .findFirst()
        .orElseThrow(() -> wrong("no-kata-in-hand", spec.qualifiedName(), all.get(0).label()));
  }

  /**
   * Returns the numbers that a reader means by some words, in the order of the words, each once.
   */
  final List<Integer> numbers(Selection kind, List<Integer> known, List<String> wanted) {
    if (known.isEmpty()) {
      throw wrong(kind.none());
    }
    return wanted.stream()
        .flatMap(
            word -> {
              List<Integer> meant = kind.of(word, known);
              if (meant.isEmpty()) {
                String stranger = kind.stranger(word, known);
                String seen = stranger.isBlank() ? '"' + stranger + '"' : stranger;
                throw wrong(kind.unknown(), seen, Selection.text(known));
              }
              return meant.stream();
            })
        .distinct()
        .toList();
  }
}
