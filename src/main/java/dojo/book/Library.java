package dojo.book;

import dojo.machine.Jdk;
import dojo.machine.Project;
import dojo.machine.WholeFile;
import dojo.words.Sentence;
import dojo.words.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * The pages of the library, which the JDK's own javadoc writes. They are kept until a source, an
 * option or the JDK changes, for they take longer than all others.
 *
 * @param sources the folder of the rooms' sources
 * @param folder where the pages lie
 * @param language the reader's language
 */
record Library(Path sources, Path folder, Locale language) {

  /** What a notebook calls; what lies behind the commands is no reader's concern. */
  private static final List<String> ROOMS =
      List.of(
          "random",
          "tensor",
          "nn",
          "dropout",
          "optim",
          "data",
          "train",
          "experiment",
          "plot",
          "expect",
          "practice");

  private static final String LOOK = "dojo-theme.css";

  /** Makes them follow the book's switch of light and dark. */
  private static final String SCRIPT = "dojo-theme.js";

  private static final String STAMP = "made-from.txt";

  /** Where javadoc puts its look, by version. */
  private static final List<String> STYLE_SHEETS =
      List.of("stylesheet.css", "resource-files/stylesheet.css");

  /** Returns the library of a project, beside the other pages of the book. */
  static Library of(Project project, Path output, Locale language) {
    return new Library(
        project.home().resolve("src/main/java/dojo"), output.resolve("api"), language);
  }

  /**
   * Makes the pages, unless they are there and still right.
   *
   * @return what is missing where they cannot be made; then there are none, not even old ones
   */
  Optional<Sentence> refresh() {
    return refresh(ToolProvider.findFirst("javadoc"));
  }

  Optional<Sentence> refresh(Optional<ToolProvider> javadoc) {
    try {
      List<Path> files = files();
      String stamp = stamp(files);
      if (Files.exists(folder.resolve(STAMP))
          && Files.readString(folder.resolve(STAMP)).equals(stamp)) {
        return Optional.empty();
      }
      delete(folder);
      if (files.isEmpty()) {
        return Optional.of(Sentence.of(Library.class, "library-has-no-sources", sources));
      }
      if (javadoc.isEmpty()) {
        Jdk jdk = Jdk.running();
        return Optional.of(
            Sentence.of(Library.class, "jdk-has-no-javadoc", jdk.version(), jdk.home()));
      }
      return make(javadoc.get(), files, stamp);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes them beside their place and moves them there in one step, so none are half made. */
  private Optional<Sentence> make(ToolProvider javadoc, List<Path> files, String stamp)
      throws IOException {
    Path part = folder.resolveSibling(folder.getFileName() + ".part");
    Path look = folder.resolveSibling(LOOK);
    delete(part);
    Files.createDirectories(folder.resolve("..").normalize());
    WholeFile.write(look, Resource.read("api/" + LOOK));
    List<String> words = new ArrayList<>(options());
    words.addAll(List.of("--add-stylesheet", look.toString()));
    words.addAll(List.of("-d", part.toString()));
    words.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    files.forEach(file -> words.add(file.toString()));
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said);
    int exit = javadoc.run(writer, writer, words.toArray(String[]::new));
    Files.delete(look); // javadoc has copied it
    if (exit != 0) {
      delete(part);
      return Optional.of(
          Sentence.of(Library.class, "javadoc-failed", said.toString().strip().indent(2)));
    }
    WholeFile.write(part.resolve(STAMP), stamp);
    WholeFile.write(part.resolve(SCRIPT), Resource.read("api/" + SCRIPT));
    for (String sheet : STYLE_SHEETS) {
      mend(part.resolve(sheet));
    }
    Files.move(part, folder);
    return Optional.empty();
  }

  /** Some JDKs leave out the fonts that a style sheet of javadoc asks for. */
  private static void mend(Path sheet) throws IOException {
    if (Files.exists(sheet)) {
      String alone = Files.readString(sheet).replaceAll("@import url\\([^)]*\\);", "");
      WholeFile.write(sheet, alone);
    }
  }

  /** None of these makes a page that asks the network for anything. */
  private List<String> options() {
    String title = Words.of(Library.class, language).say("library-title");
    String header = // the script first, so that no page is white before it is dark
        "<script src=\"{@docRoot}/"
            + SCRIPT
            + "\"></script><a href=\"{@docRoot}/../index.html\">"
            + Words.of(Library.class, language).say("library-leads-back")
            + "</a>";
    return List.of(
        "-locale",
        language.toString(),
        "-quiet",
        "-public",
        "-notimestamp",
        "-notree",
        "-nohelp",
        "--no-platform-links",
        "-Xdoclint:all",
        "--release",
        "17",
        "-encoding",
        "UTF-8",
        "-charset",
        "UTF-8",
        "-docencoding",
        "UTF-8",
        "-windowtitle",
        title,
        "-doctitle",
        title,
        "--allow-script-in-comments",
        "-header",
        header);
  }

  /** Handed over one by one: javadoc 17 breaks down where a source path shows it more rooms. */
  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String room : ROOMS) {
      if (Files.isDirectory(sources.resolve(room))) {
        try (Stream<Path> found = Files.list(sources.resolve(room))) {
          found.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
        }
      }
    }
    return files;
  }

  private String stamp(List<Path> files) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(text(Jdk.running().version()));
      options().forEach(option -> digest.update(text(option)));
      for (String name : List.of(LOOK, SCRIPT)) {
        digest.update(text(Resource.read("api/" + name)));
      }
      for (Path file : files) {
        digest.update(text(sources.relativize(file).toString()));
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] text(String text) {
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
