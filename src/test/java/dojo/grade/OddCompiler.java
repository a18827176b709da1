package dojo.grade;

import dojo.practice.Source;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A compiler that breaks: at all sources, or at those that hold a word. */
final class OddCompiler {
  private OddCompiler() {}

  public static void main(String[] args) throws IOException {
    DataInputStream in = new DataInputStream(System.in);
    System.out.write(CompilerMessages.ready());
    System.out.flush();
    while (true) {
      List<Source> sources = CompilerMessages.readSources(in);
      if (sources.get(0).getCharContent(true).toString().contains(args[0])) {
        Runtime.getRuntime().halt(134);
      }
      System.out.write(CompilerMessages.answer(List.of(), Map.of("kata03.A", new byte[1])));
      System.out.flush();
    }
  }
}
