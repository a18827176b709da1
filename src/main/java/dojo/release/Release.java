package dojo.release;

import dojo.kata.Exercises;
import dojo.machine.MissingException;
import dojo.machine.Os;
import dojo.machine.Project;
import dojo.practice.BriefFolder;
import dojo.words.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Makes what is handed out, and looks at it before anyone else does.
 *
 * @param project the whole project, with solutions
 * @param exercises its katas
 * @param commit what is handed out
 * @param say told of what takes long
 */
public record Release(Project project, Exercises exercises, Commit commit, Consumer<Sentence> say) {

  /**
   * Begins a release of what was committed last.
   *
   * @param project the whole project
   * @param say told of what takes long
   * @return the release
   * @throws MissingException if the project has no katas or no commit, or something in it is not
   *     committed
   * @throws dojo.kata.KataFileException if this is a student edition
   */
  public static Release of(Project project, Consumer<Sentence> say) {
    Exercises exercises = new Exercises(project.home().resolve("exercises"));
    exercises.requireSolutions();
    Commit commit = Commit.last(project.home(), path -> StudentEdition.isAnswer(exercises, path));
    return new Release(project, exercises, commit, say);
  }

  /**
   * Writes the student edition, as a folder and as a zip of it.
   *
   * @param out where to: a folder that is empty or not there yet, outside the project
   * @param offline what a room without network needs besides, if it is asked for
   * @return the folder
   * @throws MissingException if there is no such place, the edition does not build, or a line of a
   *     solution is found in it; then nothing is left behind
   */
  public Path students(Path out, Optional<Offline> offline) {
    Path place = free(out);
    String name = offline.isPresent() ? Offline.NAME : StudentEdition.NAME;
    Path folder = place.resolve(name);
    Tree tree = new Tree(folder);
    StudentEdition edition = new StudentEdition(exercises, commit.files());
    try {
      Files.createDirectories(folder);
      tree.write(edition.files());
      LeakSearch search = new LeakSearch(edition.hidden());
      refuse(search.in(folder)); // before the build, which takes longer
      say.accept(sentence("building-the-edition"));
      if (offline.isPresent()) {
        offline.get().complete(project, tree, say);
        say.accept(sentence("looking-for-solutions"));
        refuse(search.in(folder));
      } else {
        build(tree);
      }
      tree.date(commit.time());
      new EvenZip(place.resolve(name + ".zip"), commit.time()).pack(tree, name);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      tree.delete();
      throw e;
    }
  }

  /**
   * Writes the zip for Gradescope, which holds the solutions and is for instructors alone.
   *
   * @param file where to: a file that is not there yet, outside the project
   * @param autograder what it grades, and how
   * @throws MissingException if there is no such place, or the kit does not build
   */
  public void gradescope(Path file, Autograder autograder) {
    Path zip = file.toAbsolutePath().normalize();
    if (zip.startsWith(project.home()) || Files.exists(zip)) {
      throw new MissingException(sentence("not-a-new-file", file), sentence("name-another-file"));
    }
    say.accept(sentence("building-the-edition"));
    try (BriefFolder folder = new BriefFolder()) {
      Tree tree = new Tree(folder.folder());
      autograder.write(commit.files(), tree);
      Files.createDirectories(zip.resolve("..").normalize());
      new EvenZip(zip, commit.time()).pack(tree, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Builds a copy, so that the edition itself stays as it was committed. */
  private static void build(Tree tree) {
    try (BriefFolder copy = new BriefFolder()) {
      tree.copyTo(copy.folder());
      Trial trial = new Trial(copy.folder(), Os.current());
      trial.maven("-DskipTests", "package");
      trial.checkAll();
    }
  }

  private static void refuse(Optional<Leak> leak) {
    if (leak.isPresent()) {
      Leak found = leak.get();
      throw new MissingException(
          sentence("solution-in", found.file(), found.line(), found.solution()),
          sentence("take-it-out"));
    }
  }

  /** Nothing is written over, and nothing into the project, whose next commit would hold it. */
  Path free(Path out) {
    Path place = out.toAbsolutePath().normalize();
    if (place.startsWith(project.home())) {
      throw new MissingException(sentence("inside-the-project", out), sentence("name-another"));
    }
    if (!Files.exists(place)) {
      return place;
    }
    try (Stream<Path> files = Files.list(place)) {
      if (files.findAny().isEmpty()) {
        return place;
      }
    } catch (IOException noFolder) {
      throw new MissingException(sentence("no-folder", out), sentence("name-another"), noFolder);
    }
    throw new MissingException(sentence("not-empty", out), sentence("name-another"));
  }

  private static Sentence sentence(String key, Object... values) {
    return Sentence.of(Release.class, key, values);
  }
}
