package dojo.grade;

import dojo.kata.Kata;
import dojo.kata.Seen;
import dojo.machine.Jdk;
import dojo.machine.Os;
import dojo.practice.ClassPath;
import dojo.practice.Encoding;
import dojo.practice.Source;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * Compiles what students wrote, in a process that is started anew when a source has broken it. The
 * sources are compiled as those of a student's folder, against the kit: what they may not use is
 * told by the tests.
 */
final class AnswerCompiler implements AutoCloseable {
  private static final String JAVA = ".java";

  /** By far the likeliest reason for a compiler to end. */
  private static final String ENDED = "OutOfMemoryError";

  private final AtomicReference<@Nullable WatchedProcess> process = new AtomicReference<>();

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
    Answer first = tryOnce(sources, own);
    boolean broken = first.trouble().filter(AnswerCompiler::isBroken).isPresent();
    return broken ? tryOnce(sources, own) : first; // perhaps the machine was at fault, not a source
  }

  private Answer tryOnce(List<Source> sources, String own) {
    try {
      return compile(sources);
    } catch (IOException e) {
      return broken(own);
    }
  }

  private static boolean isBroken(Seen trouble) {
    return trouble instanceof Seen.NotCompiled not && not.problems().get(0).message().equals(ENDED);
  }

  /** The kit has the test itself; other names are none of a class. */
  private static boolean isCompiled(String name, Kata kata) {
    return name.endsWith(JAVA)
        && SourceVersion.isIdentifier(name.substring(0, name.length() - JAVA.length()))
        && !name.equals(String.valueOf(kata.test().getFileName()));
  }

  private Answer compile(List<Source> sources) throws IOException {
    WatchedProcess compiler = running();
    compiler.nextKata();
    compiler.theirTurn();
    OutputStream input = compiler.input();
    input.write(CompilerMessages.sources(sources));
    input.flush();
    CompilerMessages.Compiled compiled =
        CompilerMessages.readAnswer(
            new DataInputStream(new BufferedInputStream(compiler.output())));
    compiler.ourTurn();
    return compiled.problems().isEmpty()
        ? new Answer(Optional.empty(), compiled.classes())
        : Answer.of(new Seen.NotCompiled(compiled.problems()));
  }

  private WatchedProcess running() {
    WatchedProcess now = process.get();
    if (now == null || !now.isAlive()) {
      close();
      now = new WatchedProcess(command(), Limits.OF_COMPILING);
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

  /** Some source has ended the compiler, or made it work without end. */
  private Answer broken(String file) {
    WatchedProcess last = process.getAndSet(null);
    boolean slow = false;
    if (last != null) {
      last.end();
      slow = last.tookTooLong();
      last.close();
    }
    return slow
        ? Answer.of(new Seen.TooSlow(Limits.OF_COMPILING.work().toSeconds()))
        : Answer.of(new Seen.NotCompiled(List.of(new Seen.Problem(file, 0, ENDED, ""))));
  }

  @Override
  public void close() {
    WatchedProcess last = process.getAndSet(null);
    if (last != null) {
      last.close();
    }
  }
}
