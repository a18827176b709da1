package dojo.kata;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What words are about: a kata, whose plan and sentences are read once, when they are first asked
 * for. Whoever grades a class composes thousands of verdicts on the same kata.
 */
final class Subject {
  private final String className;
  private final Optional<Kata> kata;
  private final Locale language;
  private final AtomicReference<@Nullable Messages> words = new AtomicReference<>();
  private final AtomicReference<@Nullable Plan> plan = new AtomicReference<>();

  /**
   * Names the kata.
   *
   * @param className the full name of the class that the student writes
   * @param kata the kata, if its files were found: without them neither diagnosis nor hint is known
   * @param language the language of its sentences
   */
  Subject(String className, Optional<Kata> kata, Locale language) {
    this.className = className;
    this.kata = kata;
    this.language = language;
  }

  String className() {
    return className;
  }

  Optional<Kata> kata() {
    return kata;
  }

  /** Returns the sentences of the kata. */
  Optional<Messages> words() {
    if (words.get() == null) {
      words.set(kata.map(found -> found.words(language)).orElse(null));
    }
    return Optional.ofNullable(words.get());
  }

  /** Returns what the kata consists of. */
  Optional<Plan> plan() {
    if (plan.get() == null) {
      plan.set(kata.map(Kata::plan).orElse(null));
    }
    return Optional.ofNullable(plan.get());
  }

  String home() {
    return className.substring(0, className.indexOf('.'));
  }
}
