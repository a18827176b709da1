package dojo.book;

import com.fasterxml.jackson.databind.ObjectMapper;
import dojo.lab.Jupyter;
import dojo.lab.Notebook;
import dojo.machine.ChildProcess;
import dojo.machine.Project;
import dojo.machine.WholeFile;
import dojo.words.Sentence;
import dojo.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The course as a book of web pages, which a browser opens from a disk as from a server. A notebook
 * that was never run is shown as it is, so that no link leads nowhere.
 *
 * @param project what it is about
 * @param output the folder of the executed notebooks and of the pages
 * @param language the reader's language
 */
public record Book(Project project, Path output, Locale language) {
  private static final int LAST_LINES = 15;

  private static final List<String> RESOURCES =
      List.of(
          "book.py",
          "pages.py",
          "cells.py",
          "prose.py",
          "terms.py",
          "library.py",
          "whole.py",
          "book.js",
          "search.js",
          "templates/page.html.j2",
          "templates/search.html.j2",
          "templates/index.html.j2",
          "templates/map.html.j2",
          "templates/picture.html.j2",
          "templates/notebook.html.j2",
          "templates/setup.html.j2",
          "templates/kata.html.j2",
          "templates/katas.html.j2",
          "templates/glossary.html.j2",
          "templates/claims.html.j2",
          "templates/figures.html.j2",
          "templates/about.html.j2",
          "templates/dojo/conf.json",
          "templates/dojo/index.html.j2");

  /**
   * Writes all pages, for the notebooks as they were executed last; runs nothing.
   *
   * @param jupyter whose Python renders them
   * @return the front page
   */
  public Path write(Jupyter jupyter) {
    Facts facts = Facts.gather(project, output, language);
    render(jupyter, facts, List.of());
    try {
      put(
          output.resolve("assets").resolve("search-index.js"),
          SearchIndex.of(output, facts).script(language));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return output.resolve("index.html");
  }

  /**
   * Makes the pages of the library, which the other pages lead to, unless they are still right.
   *
   * @return what is missing where they cannot be made; the book is whole without them
   */
  public Optional<Sentence> library() {
    return Library.of(project, output, language).refresh();
  }

  /**
   * Writes the page of one notebook, so that it can be read while others are still running.
   *
   * @param jupyter whose Python renders it
   * @param notebook the notebook
   * @return its page
   */
  public Path write(Jupyter jupyter, Notebook notebook) {
    render(jupyter, Facts.gather(project, output, language), List.of(notebook.name()));
    return output.resolve(notebook.name() + ".html");
  }

  private void render(Jupyter jupyter, Facts facts, List<String> notebooks) {
    Path folder = jupyter.data().resolve("book");
    Path log = output.resolve("log").resolve("book.log");
    try {
      for (String name : RESOURCES) {
        put(folder.resolve(name), Resource.read(name));
      }
      put(folder.resolve("book.css"), Look.ofTheBook());
      put(folder.resolve("minisearch.js"), SearchIndex.reader());
      put(folder.resolve("minisearch.txt"), SearchIndex.licenceOfReader());
      put(
          folder.resolve("glossary.md"),
          Resource.find("glossary_" + language.getLanguage() + ".md")
              .orElseGet(() -> Resource.read("glossary.md")));
      put(folder.resolve("book.json"), new ObjectMapper().writeValueAsString(facts));
      Files.createDirectories(output.resolve("log"));
      List<String> words =
          new ArrayList<>(List.of(folder.resolve("book.py").toString(), folder.toString()));
      words.addAll(notebooks);
      ProcessBuilder python =
          jupyter
              .python(words.toArray(String[]::new))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      try (ChildProcess child = ChildProcess.start(python)) {
        int exit = child.await();
        if (exit != 0) {
          throw new IllegalStateException(
              Words.of(Book.class, language).say("pages-failed", exit, log, end(log)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(Path file, String text) throws IOException {
    Files.createDirectories(file.resolve("..").normalize());
    WholeFile.write(file, text);
  }

  private static String end(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }
}
