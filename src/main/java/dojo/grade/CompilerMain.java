package dojo.grade;

import dojo.kata.Seen;
import dojo.practice.BriefFolder;
import dojo.practice.ClassPath;
import dojo.practice.KataCompiler;
import dojo.practice.Source;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The program of the process that compiles what students wrote: a source can make a compiler run
 * for ever, or take all memory. No code of theirs runs here.
 */
final class CompilerMain {
  private CompilerMain() {}

  /**
   * Compiles until nothing more comes.
   *
   * @param arguments none
   * @throws IOException if whoever started this has gone
   */
  public static void main(String[] arguments) throws IOException {
    DataInputStream in = new DataInputStream(System.in);
    DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
    System.setOut(System.err); // what a compiler says for itself must not mix with the answers
    try (KataCompiler compiler = new KataCompiler(ClassPath.entries())) {
      out.write(CompilerMessages.ready());
      out.flush();
      while (true) {
        List<Source> sources = CompilerMessages.readSources(in);
        out.write(answer(compiler, sources));
        out.flush();
      }
    } catch (EOFException e) {
      System.err.println(e);
    }
  }

  private static byte[] answer(KataCompiler compiler, List<Source> sources) throws IOException {
    try (BriefFolder folder = new BriefFolder()) {
      Path into = Files.createDirectory(folder.folder().resolve("classes"));
      List<Seen.Problem> problems = problems(compiler, sources, into);
      Map<String, byte[]> classes = problems.isEmpty() ? Classes.in(into) : Map.of();
      return CompilerMessages.isTooMuch(classes)
          ? CompilerMessages.answer(List.of(problem(sources, "TooManyClasses")), Map.of())
          : CompilerMessages.answer(problems, classes);
    }
  }

  private static List<Seen.Problem> problems(KataCompiler compiler, List<Source> sources, Path into)
      throws IOException {
    try {
      return compiler.compile(sources, into);
    } catch (StackOverflowError | RuntimeException e) { // a source that javac cannot stand
      return List.of(problem(sources, e.getClass().getSimpleName()));
    }
  }

  private static Seen.Problem problem(List<Source> sources, String what) {
    return new Seen.Problem(sources.get(0).name().replaceAll(".*/", ""), 0, what, "");
  }
}
