package dojo.kata;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle.Control;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The sentences of one kata in one language: its {@code messages.properties}, then those that all
 * katas share. What a translation lacks is said in English.
 */
public final class Messages {
  private static final String NAME = "messages";

  private final List<Entries> own;
  private final List<Entries> shared;

  private Messages(List<Entries> own, List<Entries> shared) {
    this.own = own;
    this.shared = shared;
  }

  /**
   * Reads the sentences of a kata.
   *
   * @param kata the kata; the shared sentences stand beside its folder
   * @param language the language to speak
   * @return the sentences
   * @throws KataFileException if the file in English is missing, or one cannot be read
   */
  static Messages of(Kata kata, Locale language) {
    Path beside = kata.folder().resolveSibling("");
    return new Messages(files(kata, kata.folder(), language), files(kata, beside, language));
  }

  /** The nearest language first, English last: messages_zh_CN, messages_zh, messages. */
  private static List<Entries> files(Kata kata, Path folder, Locale language) {
    Control control = Control.getControl(Control.FORMAT_PROPERTIES);
    return control.getCandidateLocales(NAME, language).stream()
        .map(locale -> folder.resolve(control.toBundleName(NAME, locale) + ".properties"))
        .filter(file -> Files.exists(file) || file.endsWith(NAME + ".properties"))
        .map(file -> Entries.of(kata, file))
        .toList();
  }

  /**
   * Returns what the kata teaches.
   *
   * @return a few words
   */
  public String title() {
    return find("title").orElseGet(() -> own.get(own.size() - 1).get("title"));
  }

  /**
   * Returns what is to be remembered of the kata once it is solved.
   *
   * @return one sentence, or nothing if the kata does not say
   */
  public Optional<String> principle() {
    return find("principle");
  }

  /**
   * Returns the ladder of hints.
   *
   * @return a question, a principle, a formula, a skeleton
   */
  public List<String> hints() {
    return IntStream.iterate(1, level -> level + 1)
        .mapToObj(level -> find("hint." + level))
        .takeWhile(Optional::isPresent)
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * Returns what is said to a student who made a classic mistake.
   *
   * @param id the id of the mistake, for example {@code NO_SCALE}
   * @return one sentence, or nothing if the mistake is not known
   */
  public Optional<String> diagnosis(String id) {
    return find("diagnosis." + id);
  }

  /**
   * Returns how a bug that a student has to find shows itself, without its name.
   *
   * @param id the id of the mistake that the student starts from
   * @return one sentence, or nothing if it is no such mistake
   */
  public Optional<String> symptom(String id) {
    return find("symptom." + id);
  }

  /**
   * Returns what a check of the kata's test looks at.
   *
   * @param key the name of the check in the test
   * @return a pattern as {@link String#format} takes it, or nothing if there is none of this name
   */
  public Optional<String> check(String key) {
    return find("check." + key);
  }

  /** A kata's own sentence wins in any language: the shared one may say something else. */
  private Optional<String> find(String key) {
    return Stream.concat(own.stream(), shared.stream())
        .flatMap(entries -> entries.find(key).stream())
        .findFirst();
  }
}
