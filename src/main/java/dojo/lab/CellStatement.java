package dojo.lab;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A statement at the top of a cell, or a method that it declares.
 *
 * @param cell the name of the cell
 * @param names what it declares, uses and changes
 */
record CellStatement(String cell, NamesInCode names) {
  private static final Pattern METHOD =
      Pattern.compile(
          "(?s)\\s*+(?!(?:if|for|while|do|switch|try|new)\\b)[\\w.<>\\[\\], ?]+[\\s>\\]]\\w+"
              + "\\s*\\([^;={}]*\\{.*\\}\\s*");

  /** After a brace, as that of an array or of an if, the statement may go on. */
  private static final Pattern MORE =
      Pattern.compile("(?s)\\s*(?:[;:?,.)]|(?:else|catch|finally|while)\\b).*");

  /** A cell's code, statement by statement. */
  private record Part(String cell, String code) {
    /** A method stays what it is, as a member of a class; all else stands in a block. */
    String member() {
      if (METHOD.matcher(code).matches()) {
        return code;
      }
      boolean whole = code.stripTrailing().matches("(?s).*[;}]"); // else it is a value to be shown
      return whole ? "{" + code + "}" : "{return " + code + ";}";
    }
  }

  /**
   * Returns the statements of a notebook, in order.
   *
   * @return none where there is no compiler to read them, or where it cannot read one of them
   */
  static List<CellStatement> of(Notebook notebook) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Part> parts =
        notebook.codeCells().stream()
            .flatMap(cell -> parts(cell.path("id").asText(), Notebook.source(cell)))
            .toList();
    StringBuilder code = new StringBuilder("class Notebook {\n");
    parts.forEach(part -> code.append(part.member()).append('\n'));
    return compiler == null ? List.of() : read(compiler, parts, code.append("}").toString());
  }

  private static List<CellStatement> read(JavaCompiler compiler, List<Part> parts, String code) {
    SimpleJavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///Notebook.java"), SimpleJavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
          }
        };
    try {
      List<Tree> members = new ArrayList<>();
      boolean[] failed = {false};
      JavacTask task =
          (JavacTask)
              compiler.getTask(null, null, wrong -> failed[0] = true, null, null, List.of(file));
      task.parse()
          .forEach(unit -> unit.getTypeDecls().forEach(type -> members.addAll(members(type))));
      if (failed[0] || members.size() != parts.size()) {
        return List.of();
      }
      List<CellStatement> statements = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        statements.add(new CellStatement(parts.get(i).cell(), NamesInCode.of(members.get(i))));
      }
      return statements;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<? extends Tree> members(Tree type) {
    return type instanceof ClassTree named ? named.getMembers() : List.of();
  }

  /** Statements end at a semicolon or a brace outside of all brackets. */
  private static Stream<Part> parts(String cell, String source) {
    CellCode written = new CellCode(source);
    List<String> blanks =
        written.words().stream().map(word -> word.startsWith("\"") ? "\"\"" : "").toList();
    String code = written.with(blanks).replaceAll("(?m)^\\s*(?:%|import\\b).*$", "");
    List<Part> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < code.length(); i++) {
      char letter = code.charAt(i);
      depth += "({[".indexOf(letter) >= 0 ? 1 : ")}]".indexOf(letter) >= 0 ? -1 : 0;
      boolean ends =
          depth == 0
              && (letter == ';'
                  || (letter == '}' && !MORE.matcher(code.substring(i + 1)).matches()));
      if (ends || i == code.length() - 1) {
        parts.add(new Part(cell, code.substring(start, i + 1)));
        start = i + 1;
      }
    }
    return parts.stream().filter(part -> !part.code().matches("[\\s;]*"));
  }
}
