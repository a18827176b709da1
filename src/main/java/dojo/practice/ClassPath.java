package dojo.practice;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.Launcher;
import org.opentest4j.AssertionFailedError;

/**
 * The class path that a kata needs, from where this JVM really loaded the classes.
 *
 * <p>The property {@code java.class.path} would not do: a notebook's kernel adds the kit while it
 * runs and never writes it there.
 */
public final class ClassPath {
  /** A class of each library that a kata's tests use, named so that it need not be linked here. */
  private static final List<String> NAMED =
      List.of(
          "org.junit.jupiter.engine.JupiterTestEngine",
          "org.apache.commons.numbers.core.Precision",
          "org.apache.commons.numbers.gamma.RegularizedBeta",
          "org.apache.commons.numbers.fraction.ContinuedFraction",
          "org.apache.commons.numbers.combinatorics.LogBinomialCoefficient",
          "org.apache.commons.numbers.rootfinder.BrentSolver",
          "org.apache.commons.rng.UniformRandomProvider",
          "org.apache.commons.rng.sampling.distribution.InverseTransformDiscreteSampler");

  private ClassPath() {}

  /**
   * Returns the class path.
   *
   * @return jars and folders, each once
   */
  public static List<Path> entries() {
    Stream<Class<?>> linked =
        Stream.of(
            ClassPath.class,
            Test.class,
            Launcher.class,
            TestEngine.class,
            JUnitException.class,
            AssertionFailedError.class,
            ObjectMapper.class,
            JsonFactory.class,
            JsonProperty.class,
            BinomialDistribution.class,
            API.class,
            NullMarked.class);
    return Stream.concat(linked, NAMED.stream().flatMap(name -> load(name).stream()))
        .flatMap(type -> source(type).stream())
        .distinct()
        .toList();
  }

  static String text() {
    return entries().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static Optional<Class<?>> load(String name) {
    try {
      return Optional.of(Class.forName(name, false, ClassPath.class.getClassLoader()));
    } catch (ClassNotFoundException e) {
      return Optional.empty(); // this version of the library does without it
    }
  }

  private static Optional<Path> source(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    try {
      return source == null ? Optional.empty() : Optional.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(type + " comes from a place that is no file", e);
    }
  }
}
