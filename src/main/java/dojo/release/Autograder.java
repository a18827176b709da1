package dojo.release;

import dojo.machine.MissingException;
import dojo.machine.Os;
import dojo.practice.BriefFolder;
import dojo.words.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The zip that an instructor uploads to Gradescope: what grades a submission there.
 *
 * @param katas the katas that are graded, as {@code ./dojo grade --katas} takes them
 * @param points the plan of points, if there is one
 * @param hidden the folder of hidden tests, if there is one
 */
public record Autograder(String katas, Optional<Path> points, Optional<Path> hidden) {
  private static final String LIST = "gradescope.txt";

  private static final String KIT = "kit/";

  /** Writes the files of the zip into a folder: the kit, as it was built, and the two scripts. */
  void write(Map<String, Commit.Content> project, Tree tree) {
    Contents list = Contents.of(LIST);
    Map<String, Commit.Content> files = new TreeMap<>();
    project.forEach(
        (path, content) -> {
          if (list.hold(path)) {
            files.put(KIT + path, content);
          }
        });
    files.put("setup.sh", program("setup.sh"));
    files.put("run_autograder", program("run_autograder"));
    files.put("katas.txt", text(katas + "\n", false));
    points.ifPresent(plan -> files.put("points.properties", read(plan)));
    hidden.ifPresent(folder -> addHidden(folder, files));
    tree.write(files);
    build(tree.folder().resolve(KIT));
  }

  private static void addHidden(Path folder, Map<String, Commit.Content> files) {
    if (!Files.isDirectory(folder)) {
      throw new MissingException(sentence("no-hidden", folder), sentence("name-hidden"));
    }
    new Tree(folder)
        .files()
        .forEach(path -> files.put("hidden/" + path, read(folder.resolve(path))));
  }

  /** Builds the kit elsewhere, and takes what was built. */
  private static void build(Path kit) {
    try (BriefFolder copy = new BriefFolder()) {
      new Tree(kit).copyTo(copy.folder());
      Trial trial = new Trial(copy.folder(), Os.current());
      trial.maven("-Dmaven.test.skip=true", "package");
      trial.dojo(0, "katas");
      Path target = copy.folder().resolve("target");
      Tree lib = new Tree(target.resolve("lib"));
      lib.copyTo(kit.resolve("target").resolve("lib"));
      Files.copy(target.resolve("dojo.jar"), kit.resolve("target").resolve("dojo.jar"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Commit.Content program(String name) {
    return text(Texts.read(name), true);
  }

  private static Commit.Content text(String text, boolean executable) {
    return new Commit.Content(text.getBytes(StandardCharsets.UTF_8), executable);
  }

  private static Commit.Content read(Path file) {
    try {
      return new Commit.Content(Files.readAllBytes(file), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sentence sentence(String key, Object... values) {
    return Sentence.of(Autograder.class, key, values);
  }
}
