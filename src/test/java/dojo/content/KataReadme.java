package dojo.content;

import dojo.kata.Kata;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The page of a kata, in any language: its parts are known by their places, as in the template. A
 * title and the story; the formula; a worked example; perhaps more; how to try it.
 *
 * @param kata the kata
 * @param file README.md, or README_zh.md
 */
record KataReadme(Kata kata, Path file) {
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");

  /** Lines that Markdown shows as they are. */
  private static final Pattern BLOCK = Pattern.compile("(?m)^ {4}\\S.*$");

  private static final Pattern FORMULA = Pattern.compile("(?ms)^\\$\\$.+?\\$\\$$");

  List<String> problems() {
    List<String> problems = new ArrayList<>();
    String text = Workbench.read(file);
    List<String> sections = List.of(text.split("(?m)^## ", -1));
    if (sections.size() < 4) {
      problems.add(
          say("needs the sections formula, worked example, how to try it: see the template"));
      return problems;
    }
    head(problems, sections.get(0));
    formula(problems, sections.get(1));
    if (BLOCK.matcher(sections.get(2)).results().noneMatch(KataReadme::hasNumbers)) {
      problems.add(say("the second section works an example: indent its numbers by four spaces"));
    }
    last(problems, sections.get(sections.size() - 1));
    minutes(problems, sections.get(sections.size() - 1));
    links(problems, text);
    return problems;
  }

  private void head(List<String> problems, String head) {
    if (!head.startsWith("# ") || !head.lines().findFirst().orElse("").contains(kata.label())) {
      problems.add(say("the title begins with # and has the number " + kata.label()));
    }
    String source = String.valueOf(kata.source().getFileName());
    if (!head.contains("](" + source + ")")) {
      problems.add(say("the story links to the file to write: [" + source + "](" + source + ")"));
    }
  }

  /** GitHub, editors and the book show LaTeX; what is indented stays as it was typed. */
  private void formula(List<String> problems, String section) {
    if (!FORMULA.matcher(section).find()) {
      problems.add(say("the first section tells the formula: write it as LaTeX between $$"));
    }
    if (BLOCK.matcher(section).find()) {
      problems.add(say("the first section has an indented line: write it as LaTeX between $$"));
    }
  }

  private static boolean hasNumbers(MatchResult line) {
    return line.group().matches(".*\\d.*\\d.*");
  }

  private void last(List<String> problems, String section) {
    for (String command :
        List.of(
            "./dojo check " + kata.label(),
            "mvn test -Dkata=" + kata.label(),
            "./dojo hint " + kata.label())) {
      if (!section.contains(command)) {
        problems.add(say("the last section tells how to try it: add `" + command + "`"));
      }
    }
    if (!section.contains("](https://")) {
      problems.add(say("the last section names the paper: add a link to it"));
    }
  }

  private void minutes(List<String> problems, String section) {
    String number = "(?<![\\p{L}\\d./])" + kata.plan().minutes() + "(?![\\d.]\\d)";
    if (!Pattern.compile(number).matcher(BLOCK.matcher(section).replaceAll("")).find()) {
      problems.add(
          say(
              "the last section says how long it takes: add "
                  + kata.plan().minutes()
                  + " minutes"));
    }
  }

  private void links(List<String> problems, String text) {
    List<String> links = LINK.matcher(text).results().map(link -> link.group(1)).toList();
    for (String link : links) {
      if (!link.contains("://") && !Files.exists(file.resolveSibling(link))) {
        problems.add(
            say("links to " + link + ", which does not exist: correct or remove the link"));
      }
    }
    for (int before : kata.plan().buildsOn()) {
      String link = String.format(Locale.ROOT, "../kata%02d/README.md", before);
      if (!links.contains(link)) {
        problems.add(say("builds on kata " + before + ": add a link to " + link));
      }
    }
    kata.notebook()
        .map(notebook -> "../../notebooks/" + notebook.getFileName())
        .filter(link -> !links.contains(link))
        .ifPresent(link -> problems.add(say("the notebook exists: add a link to " + link)));
  }

  private String say(String problem) {
    return kata.display(file) + ": " + problem;
  }
}
