package dojo.cli;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import java.nio.file.Path;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Finds what a student means by 3, 03 or kata03. */
final class KataArgument {
  private KataArgument() {}

  static Exercises exercises(CommandSpec spec) {
    return Exercises.find(Path.of(System.getProperty("dojo.home", "")))
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "the folder exercises was not found: go to the folder with pom.xml, or set"
                        + " DOJO_EXERCISES"));
  }

  static Kata kata(CommandSpec spec, Exercises exercises, String text) {
    String digits = text.startsWith("kata") ? text.substring("kata".length()) : text;
    return exercises.all().stream()
        .filter(kata -> digits.equals(kata.label()) || digits.equals(kata.number() + ""))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "there is no kata "
                        + text
                        + "; there are "
                        + exercises.all().stream()
                            .map(Kata::label)
                            .collect(Collectors.joining(", "))));
  }
}
