package dojo.grade;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.KataFileException;
import dojo.kata.Stubs;
import dojo.words.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.SourceVersion;

/**
 * Which of the sources that were found answer a kata: the class that the student was to write,
 * wherever it lies and whatever its file is called, and the student's own classes beside it.
 */
final class Answers {
  private static final String JAVA = ".java";

  /** The digest of no text. */
  private static final String NO_START = "none";

  private final List<Known> katas = new ArrayList<>();

  /** A kata, and what its files are known by. */
  private record Known(String label, String packageName, String className, String start) {
    String file() {
      return className + JAVA;
    }
  }

  Answers(Exercises exercises, List<Kata> graded) {
    for (Kata kata : graded) {
      katas.add(
          new Known(kata.label(), kata.name(), kata.plan().className(), start(exercises, kata)));
    }
  }

  /** Without its solution, which a student does not have, a kata has no start that is known. */
  private static String start(Exercises exercises, Kata kata) {
    try {
      return Found.digest(new Stubs(exercises).of(kata));
    } catch (KataFileException e) {
      return NO_START;
    }
  }

  /** Returns the student's own sources by kata; a kata without any is not there. */
  Map<String, List<SourceFile>> in(Finds finds) {
    Map<String, List<SourceFile>> answers = new LinkedHashMap<>();
    Map<Found, Optional<Known>> all = new LinkedHashMap<>();
    finds.found().forEach(source -> all.put(source, kata(source)));
    for (Known kata : katas) {
      List<SourceFile> files = new Choice(kata, all, finds).files();
      if (!files.isEmpty()) {
        answers.put(kata.label(), files);
      }
    }
    return answers;
  }

  /** The kata that a source belongs to: by its folder, otherwise by its name or its class. */
  private Optional<Known> kata(Found source) {
    Optional<KataFolder> folder = KataFolder.on(source.path());
    return katas.stream()
        .filter(
            kata ->
                folder.isPresent()
                    ? folder.get().kata().equals(kata.label())
                    : isAnswer(kata, source))
        .findFirst();
  }

  private static boolean isAnswer(Known kata, Found source) {
    return source.name().equals(kata.file()) || source.declares(kata.className());
  }

  /** The choice for one kata. */
  private static final class Choice {
    private final Known kata;
    private final Map<Found, Optional<Known>> all;
    private final Finds finds;

    Choice(Known kata, Map<Found, Optional<Known>> all, Finds finds) {
      this.kata = kata;
      this.all = all;
      this.finds = finds;
    }

    List<SourceFile> files() {
      List<Found> own = all.keySet().stream().filter(this::isOwn).toList();
      List<Found> candidates =
          own.stream().filter(each -> isAnswer(kata, each)).sorted(byLikelihood()).toList();
      List<SourceFile> files = new ArrayList<>();
      String home = own.isEmpty() ? "" : home(own.get(0));
      if (!candidates.isEmpty()) {
        Found answer = candidates.get(0);
        home = home(answer);
        files.add(taken(answer, kata.file()));
        candidates.stream()
            .skip(1)
            .filter(other -> weight(other) == 0 && !other.says(answer))
            .forEach(other -> remark(other, "another-was-taken", answer.path()));
      }
      for (Found beside : beside(home, own, candidates)) {
        if (SourceVersion.isIdentifier(stem(beside))
            && files.stream().noneMatch(file -> file.name().equals(beside.name()))) {
          files.add(taken(beside, beside.name()));
        } else {
          remark(beside, "no-name-of-a-class");
        }
      }
      return files;
    }

    private boolean isOwn(Found source) {
      return all.getOrDefault(source, Optional.empty()).filter(kata::equals).isPresent()
          && (isAnswer(kata, source) || !source.isTest());
    }

    /** A copy of the start or of the model solution is an answer only where there is no other. */
    private Comparator<Found> byLikelihood() {
      return Comparator.comparing(this::weight)
          .thenComparing(source -> !source.name().equals(kata.file()))
          .thenComparing(source -> KataFolder.on(source.path()).isEmpty())
          .thenComparing(Found::depth)
          .thenComparing(Found::path);
    }

    private int weight(Found source) {
      return source.isModel() ? 2 : source.says(kata.start()) ? 1 : 0;
    }

    /** Where classes lie that belong to an answer: in its kata's folder, or beside it. */
    private String home(Found answer) {
      return KataFolder.on(answer.path()).map(KataFolder::path).orElse(answer.folder());
    }

    private List<Found> beside(String home, List<Found> own, List<Found> candidates) {
      return all.keySet().stream()
          .filter(source -> isBeside(source, home, own) && !candidates.contains(source))
          .sorted(Comparator.comparing(Found::depth).thenComparing(Found::path))
          .toList();
    }

    private boolean isBeside(Found source, String home, List<Found> own) {
      boolean loose = !own.isEmpty() && KataFolder.on(home + kata.file()).isEmpty();
      return loose
          ? source.folder().equals(home)
              && all.getOrDefault(source, Optional.empty()).isEmpty()
              && !source.isTest()
          : own.contains(source) && source.path().startsWith(home);
    }

    private SourceFile taken(Found source, String name) {
      if (!source.name().equals(name)) {
        remark(source, "taken-for", name);
      }
      if (source.java().isEmpty()) {
        remark(source, "is-no-text");
        return new SourceFile(name, source.bytes());
      }
      JavaText java = source.java().get();
      if (!java.encoding().isEmpty()) {
        remark(source, "in-another-encoding", java.encoding());
      }
      if (java.packageName().equals(kata.packageName())) {
        return new SourceFile(name, java.bytes());
      }
      if (java.packageName().startsWith(kata.packageName() + ".")) {
        remark(source, "package-flattened", kata.packageName(), java.packageName());
      } else {
        remark(source, "package-corrected", kata.packageName());
      }
      return new SourceFile(name, java.in(kata.packageName()).bytes());
    }

    private void remark(Found source, String key, Object... values) {
      finds.remark(source.path(), Sentence.of(Answers.class, key, values));
    }
  }

  private static String stem(Found source) {
    return source.name().toLowerCase(Locale.ROOT).endsWith(JAVA)
        ? source.name().substring(0, source.name().length() - JAVA.length())
        : source.name();
  }
}
