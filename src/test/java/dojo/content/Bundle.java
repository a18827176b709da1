package dojo.content;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of sentences and what can be compared between its languages without reading any of them.
 *
 * @param name the file as an author reads it
 * @param sentences each by its key
 * @param twice the keys that are told twice
 */
record Bundle(String name, Map<String, String> sentences, List<String> twice) {
  private static final Pattern PLACE =
      Pattern.compile("%(?<index>\\d+\\$)?[-#+ 0,(]*\\d*(?:\\.\\d+)?(?<kind>[a-zA-Z])");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]*}");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");

  /** Of a kata's own sentences, only the labels of its checks are patterns; of a room's, all. */
  private static final Pattern NO_PATTERN =
      Pattern.compile("title|principle|(hint|diagnosis|symptom)\\..*");

  /** What is typed or is Java, so that no language translates it. */
  private static final Pattern CODE =
      Pattern.compile("`[^`]+`|\\./dojo( [a-z]+)?|(?<![\\p{L}\\d])--[a-z][a-z-]*|-D[\\w.]+");

  /** A text of several lines, of which one may be empty: usage.description.1. */
  private static final Pattern LINE_OF_TEXT = Pattern.compile(".*\\.\\d+");

  /** Reads a file of the project. */
  static Bundle of(Path project, Path file) {
    Map<String, String> sentences = new TreeMap<>();
    List<String> twice = new ArrayList<>();
    Properties entries =
        new Properties() {
          private static final long serialVersionUID = 1;

          @Override
          public synchronized Object put(Object key, Object value) {
            if (sentences.put((String) key, (String) value) != null) {
              twice.add((String) key);
            }
            return super.put(key, value);
          }
        };
    try (Reader in = Files.newBufferedReader(file)) {
      entries.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " is not in UTF-8: save it so", e);
    }
    String name = project.relativize(file).toString().replace('\\', '/');
    return new Bundle(name, sentences, twice);
  }

  /** Finds every file of a folder that is in another language: messages_zh.properties. */
  static List<Path> translations(Path english) {
    String stem = english.getFileName().toString().replace(".properties", "_");
    try (Stream<Path> files = Files.list(english.resolveSibling(""))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(stem))
          .filter(file -> file.getFileName().toString().endsWith(".properties"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what is wrong with this file whatever its language; often nothing. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    twice.forEach(key -> problems.add(name + " has " + key + " twice: remove one"));
    sentences.forEach(
        (key, sentence) -> {
          if (sentence.isBlank() && !LINE_OF_TEXT.matcher(key).matches()) {
            problems.add(name + ": " + key + " is empty: write it or remove it");
          }
          if (isPattern(key) && hasStrayPercent(sentence)) {
            problems.add(name + ": " + key + " has a % that shows no value: write %%");
          }
        });
    return problems;
  }

  /** Returns where a translation is not in step with this file; often nothing. */
  List<String> problemsOf(Bundle translation) {
    List<String> problems = new ArrayList<>();
    for (String key : new TreeSet<>(sentences.keySet())) {
      String other = translation.sentences().get(key);
      if (other == null) {
        problems.add(translation.name() + " lacks " + key + ": translate it from " + name);
      } else {
        compare(problems, translation, key, "numbers", numbers(key), translation.numbers(key));
        compare(problems, translation, key, "places", places(key), translation.places(key));
        compare(problems, translation, key, "code", code(key), translation.code(key));
      }
    }
    for (String key : new TreeSet<>(translation.sentences().keySet())) {
      if (!sentences.containsKey(key)) {
        problems.add(translation.name() + " has " + key + ", " + name + " does not: remove it");
      }
    }
    return problems;
  }

  private void compare(
      List<String> problems, Bundle other, String key, String what, List<?> here, List<?> there) {
    if (!here.equals(there)) {
      problems.add(
          String.format(
              "%s: %s has the %s %s, but in %s they are %s: make them the same",
              other.name(), key, what, there, name, here));
    }
  }

  /** The numbers of a sentence, in whatever order its language needs them. */
  private List<String> numbers(String key) {
    String bare = VARIABLE.matcher(withoutPlaces(key)).replaceAll("");
    return NUMBER
        .matcher(bare)
        .results()
        .map(MatchResult::group)
        .map(number -> number.replaceAll(",(?=\\d{3}(?!\\d))", ""))
        .sorted()
        .toList();
  }

  private String withoutPlaces(String key) {
    return isPattern(key) ? PLACE.matcher(sentences.get(key)).replaceAll("") : sentences.get(key);
  }

  /** The values that a sentence shows, each by its number and kind, and its variables. */
  private List<String> places(String key) {
    if (!isPattern(key)) {
      return List.of();
    }
    String text = sentences.get(key).replace("%%", "");
    TreeSet<String> places = new TreeSet<>();
    int next = 1;
    for (MatchResult place : PLACE.matcher(text).results().toList()) {
      String kind = place.group(2);
      if (!kind.equals("n")) {
        places.add("%" + (place.group(1) == null ? next++ + "$" : place.group(1)) + kind);
      }
    }
    VARIABLE.matcher(text).results().map(MatchResult::group).forEach(places::add);
    return List.copyOf(places);
  }

  /** What one types or what is Java, in whatever order. */
  private List<String> code(String key) {
    return CODE.matcher(sentences.get(key)).results().map(MatchResult::group).sorted().toList();
  }

  private static boolean hasStrayPercent(String sentence) {
    String rest =
        PLACE
            .matcher(sentence.replace("%%", ""))
            .replaceAll(place -> place.group().contains(" ") ? "%" : ""); // 60 % of
    return rest.contains("%");
  }

  private boolean isPattern(String key) {
    return Arrays.stream(name.split("/")).noneMatch("exercises"::equals)
        || !NO_PATTERN.matcher(key).matches();
  }
}
