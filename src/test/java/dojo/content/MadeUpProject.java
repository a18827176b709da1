package dojo.content;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.NewKata;
import dojo.kata.Stubs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A project with one kata, fresh from the template, on which checks and proofs are tried. */
record MadeUpProject(Path root, Exercises exercises, Kata kata) {

  static MadeUpProject in(Path root) throws IOException {
    Exercises exercises = new Exercises(Files.createDirectories(root.resolve("exercises")));
    Files.writeString(exercises.root().resolve("messages.properties"), "");
    Files.writeString(
        root.resolve("README.md"), "| NN topic | question | [07](exercises/kata07/README.md) |");
    Path library = Files.createDirectories(root.resolve("src/main/java/dojo/dropout"));
    Files.writeString(
        library.resolve("Dropout.java"), "record Dropout() {\n  Forward forward(Tensor x) {}\n}\n");
    NewKata fresh = NewKata.of(exercises, 7, "Twice");
    fresh.write();
    return new MadeUpProject(root, exercises, fresh.kata());
  }

  /** Changes a text in a file, and derives the start anew. */
  MadeUpProject with(String file, String before, String after) {
    try {
      Path path = root.resolve(file);
      String text = Files.readString(path);
      if (!text.contains(before)) {
        throw new AssertionError(file + " does not hold " + before);
      }
      Files.writeString(path, text.replace(before, after));
      Files.delete(kata.source());
      new Stubs(exercises).reset(kata);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  MadeUpProject startingWithABug() {
    return with("exercises/kata07/kata.properties", "start = TODO", "start = BUG")
        .with(
            "exercises/kata07/messages.properties",
            "diagnosis.SQUARES",
            "symptom.SQUARES = A net with this layer diverges.\n\ndiagnosis.SQUARES");
  }
}
