package dojo.grade;

import dojo.kata.Kata;
import dojo.kata.Seen;
import dojo.machine.Jdk;
import dojo.machine.Os;
import dojo.practice.ClassPath;
import dojo.practice.Encoding;
import dojo.practice.Source;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * Compiles what students wrote, in a process that is started anew when a source has broken it. A
 * process that cannot be started, or that breaks at any source, is an error of the kit. The sources
 * are compiled as those of a student's folder, against the kit: what they may not use is told by
 * the tests.
 */
final class AnswerCompiler implements AutoCloseable {
  private static final String JAVA = ".java";

  /** By far the likeliest reason for a compiler to end at a source. */
  private static final String ENDED = "OutOfMemoryError";

  /** What javac says of a full disk, and of a name that is too long for a file. */
  private static final String CANNOT_WRITE = "compiler.err.class.cant.write";

  /** Nothing that can be too much for a compiler. */
  private static final List<Source> CONTROL =
      List.of(new Source("kata00/Control.java", "package kata00; class Control {}"));

  private final Supplier<ProcessBuilder> command;
  private final AtomicReference<@Nullable CompilerProcess> process = new AtomicReference<>();

  AnswerCompiler() {
    this(AnswerCompiler::command);
  }

  /** One whose processes are started in another way. */
  AnswerCompiler(Supplier<ProcessBuilder> command) {
    this.command = command;
  }

  /**
   * What came of a kata's sources.
   *
   * @param trouble why there are no classes
   * @param classes the classes by their names
   */
  record Answer(Optional<Seen> trouble, Map<String, byte[]> classes) {
    private static Answer of(Seen trouble) {
      return new Answer(Optional.of(trouble), Map.of());
    }
  }

  /** Compiles the student's files of one kata. */
  Answer compile(Kata kata, List<SourceFile> files) {
    String own = kata.plan().className() + JAVA;
    List<Source> sources = new ArrayList<>();
    for (SourceFile file : files) {
      try {
        if (isCompiled(file.name(), kata)) {
          sources.add(new Source(kata.name() + "/" + file.name(), Encoding.text(file.bytes())));
        }
      } catch (Encoding.UnknownException e) {
        return Answer.of(new Seen.NotText(file.name(), e.looksLike()));
      }
    }
    if (sources.isEmpty()) {
      return Answer.of(new Seen.Todo(""));
    }
    return answer(compile(sources), own);
  }

  private static Answer answer(CompilerProcess.Outcome outcome, String own) {
    if (outcome instanceof CompilerProcess.Outcome.Answered answered) {
      CompilerMessages.Compiled compiled = answered.compiled();
      return compiled.problems().isEmpty()
          ? new Answer(Optional.empty(), compiled.classes())
          : Answer.of(new Seen.NotCompiled(compiled.problems()));
    }
    if (outcome instanceof CompilerProcess.Outcome.NotStarted not) {
      return Answer.of(new Seen.Fault("no compiler: " + not.why()));
    }
    return outcome instanceof CompilerProcess.Outcome.TookTooLong
        ? Answer.of(new Seen.TooSlow(Limits.OF_COMPILING.work().toSeconds()))
        : Answer.of(new Seen.NotCompiled(List.of(new Seen.Problem(own, 0, ENDED, ""))));
  }

  /**
   * Compiles. A compiler that ends may have met a source that is too much for it, or a machine that
   * is: so the sources get a second compiler, and if that ends, too, it is asked for what every
   * compiler can do.
   */
  private CompilerProcess.Outcome compile(List<Source> sources) {
    CompilerProcess.Outcome first = tryOnce(sources);
    if (!isDoubtful(first)) {
      return first;
    }
    close();
    CompilerProcess.Outcome second = tryOnce(sources);
    if (!isDoubtful(second)) {
      return second;
    }
    CompilerProcess.Outcome control = tryOnce(CONTROL);
    boolean sound =
        control instanceof CompilerProcess.Outcome.Answered answered
            && answered.compiled().problems().isEmpty();
    return sound ? second : new CompilerProcess.Outcome.NotStarted(String.valueOf(control));
  }

  private CompilerProcess.Outcome tryOnce(List<Source> sources) {
    try {
      CompilerProcess.Outcome outcome = running().compile(sources);
      if (!(outcome instanceof CompilerProcess.Outcome.Answered)) {
        close();
      }
      return outcome;
    } catch (CompilerProcess.StartException e) {
      return new CompilerProcess.Outcome.NotStarted(String.valueOf(e.getMessage()));
    }
  }

  private static boolean isDoubtful(CompilerProcess.Outcome outcome) {
    if (outcome instanceof CompilerProcess.Outcome.Answered answered) {
      return answered.compiled().problems().stream()
          .anyMatch(problem -> problem.code().equals(CANNOT_WRITE));
    }
    return outcome instanceof CompilerProcess.Outcome.Broke;
  }

  /** The kit has the test itself; other names are none of a class. */
  private static boolean isCompiled(String name, Kata kata) {
    return name.endsWith(JAVA)
        && SourceVersion.isIdentifier(name.substring(0, name.length() - JAVA.length()))
        && !name.equals(String.valueOf(kata.test().getFileName()));
  }

  private CompilerProcess running() throws CompilerProcess.StartException {
    CompilerProcess now = process.get();
    if (now == null || !now.isAlive()) {
      close();
      now = CompilerProcess.start(command.get());
      process.set(now);
    }
    return now;
  }

  private static ProcessBuilder command() {
    String path =
        ClassPath.entries().stream()
            .map(entry -> entry.toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    return Jdk.running()
        .java(
            Os.current(),
            List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-cp",
                path,
                CompilerMain.class.getName()));
  }

  @Override
  public void close() {
    CompilerProcess last = process.getAndSet(null);
    if (last != null) {
      last.close();
    }
  }
}
