package dojo.practice;

import dojo.kata.Seen;
import dojo.machine.Jdk;
import dojo.machine.MissingException;
import dojo.machine.Os;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** The javac of this JVM, on sources in memory; opened once, it stays warm. */
public final class KataCompiler implements AutoCloseable {
  private static final int RELEASE = 17;
  private static final List<String> OPTIONS = options(Runtime.version().feature());

  private final JavaCompiler javac;
  private final StandardJavaFileManager files;

  /**
   * Java 17, whatever the JDK. A newer one reads what that was from an archive, for every task
   * anew, which takes longer than to compile; a JDK 17 only has to hide what is in no standard.
   */
  static List<String> options(int jdk) {
    String release = String.valueOf(RELEASE);
    List<String> options = new ArrayList<>(List.of("-proc:none", "-parameters", "-g", "-nowarn"));
    options.addAll(
        jdk == RELEASE
            ? List.of("-source", release, "-target", release, "--limit-modules", "java.se")
            : List.of("--release", release));
    return List.copyOf(options);
  }

  /**
   * Opens the compiler.
   *
   * @param classPath what the sources may use
   * @throws IOException if an entry cannot be read
   * @throws MissingException if this Java has no compiler
   */
  public KataCompiler(List<Path> classPath) throws IOException {
    Jdk.running().compiling(Os.current());
    javac = ToolProvider.getSystemJavaCompiler();
    files = javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
  }

  /**
   * Compiles.
   *
   * @param sources the sources
   * @param into the folder that takes the classes
   * @return what is wrong, in the order of the sources; empty if all is well
   * @throws IOException if the folder cannot be used
   */
  public List<Seen.Problem> compile(List<Source> sources, Path into) throws IOException {
    files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(into));
    DiagnosticCollector<JavaFileObject> heard = new DiagnosticCollector<>();
    StringWriter said = new StringWriter();
    boolean done = javac.getTask(said, files, heard, OPTIONS, null, sources).call();
    List<Seen.Problem> problems =
        heard.getDiagnostics().stream()
            .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
            .map(KataCompiler::problem)
            .toList();
    return done || !problems.isEmpty() ? problems : List.of(gaveUp(sources, said.toString()));
  }

  /** What the compiler says only in words: an expression was too deep for it, for example. */
  private static Seen.Problem gaveUp(List<Source> sources, String said) {
    String words = said.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    return new Seen.Problem(sources.get(0).name().replaceAll(".*/", ""), 0, words.strip(), "");
  }

  @Override
  public void close() throws IOException {
    files.close();
  }

  private static Seen.Problem problem(Diagnostic<? extends JavaFileObject> diagnostic) {
    String name = diagnostic.getSource() instanceof Source source ? source.name() : "";
    return new Seen.Problem(
        name.replaceAll(".*/", ""),
        Math.max(0, diagnostic.getLineNumber()),
        diagnostic.getMessage(Locale.ROOT),
        String.valueOf(diagnostic.getCode()));
  }
}
