package dojo.book;

import com.fasterxml.jackson.databind.ObjectMapper;
import dojo.lab.Jupyter;
import dojo.lab.Notebook;
import dojo.machine.ChildProcess;
import dojo.machine.WholeFile;
import dojo.words.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes pages of a book, by a Python that it keeps for all of them: to start one takes longer than
 * to write a page. It starts with the first page, and ends when this is closed.
 */
public final class Press implements AutoCloseable {
  private static final int LAST_LINES = 15;

  /** The files of this room that Python needs. */
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

  private final Book book;
  private final Jupyter jupyter;
  private final Path folder;
  private final Path log;
  private final List<Running> running = new ArrayList<>(); // none or one

  private record Running(ChildProcess python, BufferedReader answers) {}

  Press(Book book, Jupyter jupyter) {
    this.book = book;
    this.jupyter = jupyter;
    this.folder = jupyter.data().resolve("book");
    this.log = book.output().resolve("log").resolve("book.log");
  }

  /**
   * Writes the page of one notebook, so that it can be read while others are still running.
   *
   * @param notebook the notebook
   * @return its page
   */
  public Path page(Notebook notebook) {
    print(book.facts(List.of(notebook.topic())), notebook.name());
    return book.output().resolve(notebook.name() + ".html");
  }

  /** Writes all pages, without the index of the search. */
  void pages(Facts facts) {
    print(facts, "");
  }

  private void print(Facts facts, String page) {
    try {
      if (running.isEmpty()) {
        running.add(start());
      }
      put(folder.resolve("book.json"), new ObjectMapper().writeValueAsString(facts));
      ChildProcess python = running.get(0).python();
      python.input((page + "\n").getBytes(StandardCharsets.UTF_8));
      Optional<String> answer = Optional.ofNullable(running.get(0).answers().readLine());
      if (answer.isEmpty()) {
        int exit = python.await();
        close();
        throw new IllegalStateException(
            Words.of(Press.class, book.language()).say("pages-failed", exit, log, end()));
      }
      String[] refused = answer.get().split("\t", 2);
      if (refused.length == 2) {
        throw new FileSystemException(refused[0], "", refused[1]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Running start() throws IOException {
    for (String name : RESOURCES) {
      put(folder.resolve(name), Resource.read(name));
    }
    put(folder.resolve("book.css"), Look.ofTheBook());
    put(folder.resolve("minisearch.js"), SearchIndex.reader());
    put(folder.resolve("minisearch.txt"), SearchIndex.licenceOfReader());
    put(
        folder.resolve("glossary.md"),
        Resource.find("glossary_" + book.language().getLanguage() + ".md")
            .orElseGet(() -> Resource.read("glossary.md")));
    Files.createDirectories(book.output().resolve("log"));
    ChildProcess python =
        ChildProcess.start(
            jupyter
                .python(folder.resolve("book.py").toString(), folder.toString())
                .redirectError(log.toFile()));
    return new Running(
        python, new BufferedReader(new InputStreamReader(python.output(), StandardCharsets.UTF_8)));
  }

  @Override
  public void close() {
    running.forEach(each -> each.python().close());
    running.clear();
  }

  /** Writes a text file whole, in a folder that is made if it is missing. */
  static void put(Path file, String text) throws IOException {
    Files.createDirectories(file.resolve("..").normalize());
    WholeFile.write(file, text);
  }

  private String end() throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }
}
