package dojo.release;

import dojo.lab.Python;
import dojo.machine.ChildProcess;
import dojo.machine.MissingException;
import dojo.machine.Os;
import dojo.machine.Project;
import dojo.machine.WholeFile;
import dojo.practice.BriefFolder;
import dojo.words.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a room without network needs besides the student edition: the kit as it is built, Maven's
 * libraries, the Jupyter side as wheels, and the pages of the course. Not in it are a JDK, Maven
 * and Python, which the machines must have.
 *
 * @param platforms the systems that the wheels are for, such as {@code linux-x86_64}
 * @param pythons the versions of Python that the wheels are for, such as {@code 3.12}
 */
public record Offline(List<String> platforms, List<String> pythons) {
  static final String NAME = "dropout-dojo-offline";

  /** The systems that wheels can be chosen for. */
  public static final SortedSet<String> PLATFORMS =
      Collections.unmodifiableSortedSet(
          new TreeSet<>(
              List.of(
                  "linux-x86_64",
                  "linux-aarch64",
                  "macos-arm64",
                  "macos-x86_64",
                  "windows-x86_64",
                  "windows-arm64")));

  private static final Path REPOSITORY = Path.of("repository");

  /** What Maven notes of where and when it got a file: another note each time. */
  private static final Pattern NOTE =
      Pattern.compile(
          "_remote[.]repositories|.*[.]lastUpdated|resolver-status[.]properties"
              + "|maven-metadata-.*|.*[.]part|.*[.]lock");

  /** The book with all that its pages load, and the notebooks; not what made them. */
  private static final Pattern PAGE =
      Pattern.compile("[\\w.-]+[.](html|ipynb)|(assets|api)/(?!.*[.]part$).*");

  /** Adds all of it to an edition. */
  void complete(Project project, Tree tree, Consumer<Sentence> say) {
    kit(tree);
    say.accept(sentence("downloading-wheels", platforms.size() * pythons.size()));
    wheels(tree);
    say.accept(pages(project, tree) ? sentence("course-is-in-it") : sentence("course-is-missing"));
    tree.write(
        Map.of(
            ".mvn/maven.config",
            text("-o\n-Dmaven.repo.local=" + REPOSITORY + "\n"),
            "OFFLINE.md",
            text(
                Texts.read("OFFLINE.md")
                    .replace("{{platforms}}", String.join(", ", platforms))
                    .replace("{{pythons}}", String.join(", ", pythons)))));
  }

  /** Builds it where it lies, so that Maven leaves in its repository what a build needs. */
  private static void kit(Tree tree) {
    Trial trial = new Trial(tree.folder(), Os.current());
    String repository = "-Dmaven.repo.local=" + REPOSITORY;
    // a test that is run fetches what runs it, whether it is red or green
    trial.maven(repository, "test", "-Dkata=01", "-Dmaven.test.failure.ignore=true");
    trial.maven(repository, "clean", "verify", "-DskipTests");
    trial.checkAll();
    Path target = tree.folder().resolve("target");
    keepOnly(target, file -> file.equals("dojo.jar") || file.startsWith("lib/"));
    keepOnly(
        tree.folder().resolve(REPOSITORY),
        file -> !NOTE.matcher(file.substring(file.lastIndexOf('/') + 1)).matches());
    keepOnly(tree.folder().resolve("exercises"), file -> !file.startsWith(".progress"));
  }

  private static void keepOnly(Path folder, Predicate<String> wanted) {
    Tree tree = new Tree(folder);
    try {
      for (String file : tree.files()) {
        if (!wanted.test(file)) {
          Files.delete(folder.resolve(file));
        }
      }
      tree.deleteEmptyFolders();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks pip, of which one that runs here can choose wheels for other systems. */
  private void wheels(Tree tree) {
    try (BriefFolder brief = new BriefFolder()) {
      Path script = brief.folder().resolve("wheels.py");
      WholeFile.write(script, Texts.read("wheels.py"));
      Os os = Os.current();
      Path environment = brief.folder().resolve("venv");
      List<String> make = new ArrayList<>(Python.find(os).command());
      make.addAll(List.of("-m", "venv", environment.toString())); // a Python may lack pip
      run(make);
      run(
          List.of(
              os.program(os.scripts(environment), "python").toString(),
              script.toString(),
              tree.folder().resolve("notebooks").resolve("constraints.txt").toString(),
              tree.folder().resolve("wheels").toString(),
              String.join(",", platforms),
              String.join(",", pythons)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(List<String> command) {
    ChildProcess.Output said =
        ChildProcess.run(new ProcessBuilder(command).redirectErrorStream(true));
    if (said.exit() != 0) {
      List<String> lines = said.text().lines().filter(line -> !line.isBlank()).toList();
      throw new MissingException(
          sentence("no-wheels", lines.isEmpty() ? "" : lines.get(lines.size() - 1)),
          sentence("connect-or-choose"));
    }
  }

  /** Copies the pages of the last run, if there was one; returns whether there was. */
  private static boolean pages(Project project, Tree tree) {
    Path course = project.course();
    Map<String, Commit.Content> pages = new TreeMap<>();
    if (!Files.isRegularFile(course.resolve("index.html"))) {
      return false;
    }
    try (Stream<Path> all = Files.walk(course)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = course.relativize(file).toString().replace('\\', '/');
        if (PAGE.matcher(name).matches()) {
          pages.put("target/course/" + name, new Commit.Content(Files.readAllBytes(file), false));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    tree.write(pages);
    return true;
  }

  private static Commit.Content text(String text) {
    return new Commit.Content(text.getBytes(StandardCharsets.UTF_8), false);
  }

  private static Sentence sentence(String key, Object... values) {
    return Sentence.of(Offline.class, key, values);
  }
}
