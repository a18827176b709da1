package dojo.book;

import dojo.kata.Exercises;
import dojo.lab.KeyTrail;
import dojo.lab.Notebook;
import dojo.lab.Notebooks;
import dojo.machine.Project;
import dojo.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All that the pages are made of, besides the texts that they show.
 *
 * @param language the tag of the reader's language
 * @param output the folder of the pages
 * @param facts the kit, the kernels and the JDKs of the run, in a line
 * @param words the sentences of this room
 * @param parts where the bar at the top leads
 * @param chapters the notebooks
 * @param katas the katas
 * @param map what builds on what
 * @param readme the front page of the project, which says how the kit is used; nothing if there is
 *     none
 * @param teachers the file for teachers; nothing in the edition for students
 * @param repository where the project's files are shown on the web; empty if nobody knows
 * @param data the sets of data
 * @param licence the file of the licence; nothing if there is none
 * @param library the page of each class of the library, by its whole name
 * @param claims the claims of each notebook, by its topic
 * @param figures the pictures of each notebook, by its topic
 * @param keys the random keys behind each cell of each notebook, in words, by its topic
 */
record Facts(
    String language,
    String output,
    String facts,
    Map<String, String> words,
    List<Part> parts,
    List<Chapter> chapters,
    List<Exercise> katas,
    CourseMap map,
    String readme,
    String teachers,
    String repository,
    List<Origin> data,
    String licence,
    Map<String, String> library,
    Map<String, List<Stated>> claims,
    Map<String, List<Plate>> figures,
    Map<String, Map<String, String>> keys) {

  /**
   * Gathers the facts.
   *
   * @param topics of the notebooks whose cells are looked at; if none is named, all
   */
  static Facts gather(Project project, Path output, Locale language, List<String> topics) {
    Words words = Words.of(Facts.class, language);
    Map<String, String> library = new LinkedHashMap<>();
    LibraryType.in(Library.of(project, output, language).folder())
        .forEach(type -> library.put(type.qualified(), type.page()));
    List<Exercise> katas =
        Exercises.of(project).map(Exercises::all).orElse(List.of()).stream()
            .map(kata -> Exercise.of(kata, language))
            .toList();
    List<Chapter> chapters = chapters(project, output, katas, language);
    Map<String, Notebook> shown = new LinkedHashMap<>();
    for (Chapter chapter : chapters) {
      if (topics.isEmpty() || topics.contains(chapter.topic())) {
        shown.put(chapter.topic(), Notebook.read(Path.of(chapter.source())));
      }
    }
    return new Facts(
        words.say("language"),
        output.toAbsolutePath().toString(),
        line(chapters, words),
        words.all(),
        parts(project, output, words),
        chapters,
        katas,
        CourseMap.of(chapters),
        file(project.home().resolve("README.md")),
        file(project.home().resolve("solutions").resolve("README.md")),
        Repository.files(project.home()).orElse(""),
        data(project),
        file(project.home().resolve("LICENSE")),
        library,
        of(shown, notebook -> Claims.of(notebook, language)),
        of(shown, Plate::of),
        of(shown, notebook -> keys(notebook, words)));
  }

  /** The keys behind each cell, as its code tells; none where it does not. */
  private static Map<String, String> keys(Notebook notebook, Words words) {
    Map<String, String> keys = new LinkedHashMap<>();
    KeyTrail.of(notebook)
        .forEach(
            (cell, trail) -> {
              List<String> all = new ArrayList<>(trail.keys());
              if (trail.experiment()) {
                all.add(words.say("keys-of-experiment"));
              }
              if (!trail.random()) {
                keys.put(cell, words.say("keys-none"));
              } else if (!all.isEmpty()) {
                keys.put(cell, words.say("keys-behind", String.join(", ", all)));
              }
            });
    return keys;
  }

  /** Finds something in each notebook that the book shows. */
  private static <T> Map<String, T> of(Map<String, Notebook> shown, Function<Notebook, T> find) {
    Map<String, T> found = new LinkedHashMap<>();
    shown.forEach((topic, notebook) -> found.put(topic, find.apply(notebook)));
    return found;
  }

  private static List<Chapter> chapters(
      Project project, Path output, List<Exercise> katas, Locale language) {
    Notebooks originals = Notebooks.in(project.notebooks());
    Map<String, Notebook> byTopic = new LinkedHashMap<>();
    originals.all().forEach(original -> byTopic.put(original.topic(), original));
    String readme = text(project.home().resolve("README.md"));
    return originals.in(language).all().stream()
        .map(
            notebook ->
                Chapter.of(
                    notebook,
                    byTopic.getOrDefault(notebook.topic(), notebook),
                    output,
                    katas,
                    readme))
        .toList();
  }

  /** What is made elsewhere, such as the playground, is a part as soon as it is there. */
  private static List<Part> parts(Project project, Path output, Words words) {
    Map<String, Path> needed = new LinkedHashMap<>();
    needed.put("setup.html", project.home().resolve("README.md"));
    needed.put("playground.html", output.resolve("playground.html"));
    needed.put("api/index.html", output.resolve("api").resolve("index.html"));
    needed.put("teachers.html", project.home().resolve("solutions").resolve("README.md"));
    return Stream.of(
            part("setup.html", "setup", "setup-promise", words),
            part("katas.html", "katas", "katas-promise", words),
            part("playground.html", "playground", "try-it-in-the-page", words),
            part("claims.html", "claims", "claims-promise", words),
            part("figures.html", "figures", "figures-promise", words),
            part("glossary.html", "glossary", "glossary-promise", words),
            part("api/index.html", "api", "library-title", words),
            part("teachers.html", "teachers", "advice-teacher", words))
        .filter(part -> !needed.containsKey(part.page()) || Files.exists(needed.get(part.page())))
        .toList();
  }

  private static Part part(String page, String title, String about, Words words) {
    return new Part(page, words.say(title), words.say(about));
  }

  private static List<Origin> data(Project project) {
    Path folder = project.home().resolve("src/main/resources/dojo/data");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> sets = Files.list(folder)) {
      return sets.map(set -> set.resolve("README.md"))
          .filter(Files::exists)
          .map(
              file -> new Origin(String.valueOf(file.getName(file.getNameCount() - 2)), file(file)))
          .sorted(Comparator.comparing(Origin::name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(List<Chapter> chapters, Words words) {
    TreeSet<String> facts = new TreeSet<>();
    for (Chapter chapter : chapters) {
      if (!chapter.kernel().isEmpty()) {
        facts.add(words.say("kernel-on-jdk", chapter.kernel(), chapter.java()));
      }
    }
    List<String> all = new ArrayList<>(List.of("Dropout Dojo " + Project.version()));
    all.addAll(facts);
    return String.join(" · ", all);
  }

  private static String file(Path file) {
    return Files.exists(file) ? file.toAbsolutePath().toString() : "";
  }

  private static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
