package dojo.content;

import dojo.lab.Notebook;
import dojo.lab.Notebooks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * Whether the names that prose shows in the font of code are there: in the notebook's own code, in
 * the kit, in Java, or among the names of other kits that are listed.
 *
 * @param api the classes of the kit and of Java
 * @param foreign names of other kits, of variables of the environment, and other allowed words
 * @param cells the names of the cells of the course
 * @param project the folder that files and folders are named from
 * @param others what else may stand there, for other checks look at it
 */
record NamedCode(
    Api api, Set<String> foreign, Set<String> cells, Path project, Predicate<String> others) {
  static final NamedCode OF_THE_COURSE =
      new NamedCode(
          Api.ofTheKit(),
          Set.copyOf(listed()),
          cells(Path.of("notebooks")),
          Path.of(""),
          span -> false);

  private static final Pattern CHAIN =
      Pattern.compile("(?<![\\w])(?<after>\\.)?(?<names>[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*)");

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'|//.*");
  private static final Pattern NAME = Pattern.compile("(?<![\\w])[A-Za-z_]\\w*");
  private static final Pattern COMMAND = Pattern.compile("(?:\\./)?dojo (\\p{Lower}+).*");

  /** Returns this check for a page on which others look at some spans, such as commands. */
  NamedCode except(String spans) {
    return new NamedCode(api, foreign, cells, project, span -> span.matches(spans));
  }

  /** Returns each name that is nowhere, a line each. */
  List<String> problems(Notebook notebook) {
    Prose prose = Prose.of(notebook);
    Set<String> own = new HashSet<>();
    notebook.codeCells().stream()
        .map(cell -> QUOTED.matcher(Notebook.source(cell)).replaceAll(" "))
        .flatMap(code -> NAME.matcher(code).results())
        .forEach(name -> own.add(name.group()));
    List<String> problems = new ArrayList<>();
    for (Prose.Part part : prose.code()) {
      unknown(part.text(), own)
          .map(
              name ->
                  prose.problem(
                      part,
                      "`"
                          + part.text()
                          + "` names "
                          + name
                          + ", which is neither in this notebook's code nor in the kit nor in Java:"
                          + " correct it, or add it to foreign-names.txt"))
          .ifPresent(problems::add);
    }
    return problems;
  }

  private static Set<String> cells(Path notebooks) {
    return Notebooks.in(notebooks).all().stream()
        .flatMap(notebook -> notebook.content().path("cells").findValuesAsText("id").stream())
        .collect(Collectors.toSet());
  }

  private static List<String> listed() {
    try (InputStream in = NamedCode.class.getResourceAsStream("foreign-names.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("\\s*#.*", ""))
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<String> unknown(String span, Set<String> own) {
    if (others.test(span)) {
      return Optional.empty();
    }
    if (span.matches("\\[.*]") || foreign.contains(span) || cells.contains(span) || isFile(span)) {
      return Optional.empty(); // a shape, such as [batch, units]
    }
    var command = COMMAND.matcher(span);
    if (command.matches()) {
      String word = command.group(1);
      String type = Character.toUpperCase(word.charAt(0)) + word.substring(1) + "Command.java";
      boolean known = Files.exists(Path.of("src/main/java/dojo/cli").resolve(type));
      return known ? Optional.empty() : Optional.of("the command " + word);
    }
    return CHAIN
        .matcher(QUOTED.matcher(span).replaceAll(" "))
        .results()
        .map(chain -> unknown(chain, own))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private boolean isFile(String span) {
    return span.matches("[\\w./-]+") && Files.exists(project.resolve(span));
  }

  /** Returns the first name of a chain, such as Recipe.headline, that is nowhere. */
  private Optional<String> unknown(MatchResult chain, Set<String> own) {
    String all = chain.group(2);
    if (foreign.stream().anyMatch(name -> all.equals(name) || all.startsWith(name + "."))) {
      return Optional.empty();
    }
    Set<String> members = Set.of();
    boolean first = chain.group(1) == null;
    for (String name : Arrays.asList(all.split("\\.", -1))) {
      Optional<Set<String>> type = api.members(name);
      boolean known =
          members.isEmpty()
              ? own.contains(name)
                  || type.isPresent()
                  || api.hasMember(name)
                  || first && isWord(name)
              : members.contains(name);
      if (!known) {
        return Optional.of(name);
      }
      members = type.orElse(Set.of());
      first = false;
    }
    return Optional.empty();
  }

  private static boolean isWord(String name) {
    return SourceVersion.isKeyword(name);
  }
}
