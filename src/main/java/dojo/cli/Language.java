package dojo.cli;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * The language that the words after {@code ./dojo} ask for.
 *
 * <p>They are read twice: first for {@code --lang} alone, since help and errors speak that
 * language, then for everything else.
 */
@Command
final class Language {
  /** The variable that names the language of a reader who does not type it each time. */
  static final String VARIABLE = "DOJO_LANG";

  @Option(names = "--lang")
  private Optional<String> tag = Optional.empty();

  /** Returns the tag that is asked for, if there is one. */
  static Optional<String> asked(String... args) {
    Language language = new Language();
    try {
      new CommandLine(language).setUnmatchedArgumentsAllowed(true).parseArgs(args);
    } catch (ParameterException e) {
      return Optional.empty(); // which the second reading reports
    }
    return language.tag;
  }

  /** Reads a tag such as {@code zh}, {@code pt-BR} or {@code pt_BR}; nothing if it is malformed. */
  static Optional<Locale> of(String tag) {
    try {
      String standard = tag.strip().replace('_', '-');
      return Optional.of(new Locale.Builder().setLanguageTag(standard).build())
          .filter(locale -> !locale.getLanguage().isEmpty());
    } catch (IllformedLocaleException e) {
      return Optional.empty();
    }
  }
}
