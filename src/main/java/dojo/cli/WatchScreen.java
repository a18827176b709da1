package dojo.cli;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.KataFileException;
import dojo.kata.Report;
import dojo.kata.State;
import dojo.kata.TestOutcome;
import dojo.kata.Verdict;
import dojo.machine.Editor;
import dojo.practice.Desk;
import dojo.practice.Key;
import dojo.practice.Page;
import dojo.practice.Screen;
import dojo.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/** The screen of {@code ./dojo watch}: a page, where the student stands, and what keys do. */
final class WatchScreen implements Screen {
  private static final String GAP = "  ";
  private static final String CLEAR = "\u001B[H\u001B[2J\u001B[3J";
  private static final String GREEN = "\u001B[32m";
  private static final String RED = "\u001B[31m";
  private static final String BOLD = "\u001B[1m";
  private static final String PLAIN = "\u001B[0m";

  private final Main dojo;
  private final Keys keys;
  private final Links links;
  private final Optional<Editor> editor;

  WatchScreen(Main dojo, Keys keys, Optional<Editor> editor) {
    this.dojo = dojo;
    this.keys = keys;
    this.editor = editor;
    this.links = Links.in(dojo.project().home(), System.getenv(), isLive());
  }

  /** Whether the screen can be cleared: colours may be unwanted all the same. */
  private boolean isLive() {
    return keys.areSingle();
  }

  private Words words() {
    return dojo.words();
  }

  private void print(String text) {
    dojo.terminal().out().println(links.in(text));
    dojo.terminal().out().flush();
  }

  @Override
  public void show(Desk desk) {
    String clear = isLive() ? CLEAR : "\n";
    print(clear + page(desk) + "\n\n" + standing(desk) + "\n" + prompt());
  }

  private String page(Desk desk) {
    try {
      return pageOf(desk);
    } catch (KataFileException e) {
      return e.in(dojo.language());
    }
  }

  private String pageOf(Desk desk) {
    Page page = desk.page();
    Kata kata = desk.kata();
    if (page instanceof Page.OfHint hint) {
      List<String> hints = kata.words(dojo.language()).hints();
      return words().say("hint-of", kata.label(), hint.level(), hints.size())
          + "\n\n"
          + layout().paragraph(hints.get(hint.level() - 1), 2);
    }
    if (page instanceof Page.OfList) {
      return list(desk);
    }
    if (page instanceof Page.OfSolution) {
      return new SolutionPage(words(), desk.exercises(), kata).text(width());
    }
    if (page instanceof Page.OfTheEnd) {
      return layout().paragraph(words().say("all-are-green"), 0);
    }
    if (page instanceof Page.OfReason reason) {
      return layout().paragraph(reason.sentence().in(dojo.language()), 0);
    }
    if (page instanceof Page.OfBrokenFile file) {
      return file.broken().in(dojo.language());
    }
    return desk.found().map(found -> verdict(kata, found.verdict(), found.report())).orElse("");
  }

  private String verdict(Kata kata, Verdict verdict, Report report) {
    String text =
        report
            .withSentences(line -> layout().paragraph(line, 2).stripIndent())
            .withTables(width())
            .toString();
    return verdict.state() == State.TODO
        ? text + "\n  " + kata.display(kata.readme())
        : headed(verdict, text);
  }

  /** The first line, in the colour of the verdict. */
  private String headed(Verdict verdict, String text) {
    int end = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
    String colour = verdict.state() == State.GREEN ? GREEN : RED;
    return coloured(colour, text.substring(0, end)) + text.substring(end);
  }

  private String coloured(String colour, String text) {
    return dojo.terminal().live() && isLive() ? colour + text + PLAIN : text;
  }

  private String list(Desk desk) {
    KataTable table = new KataTable(words(), desk.exercises());
    return table.head()
        + "\n"
        + desk.exercises().all().stream()
            .map(
                kata -> {
                  String row = table.row(kata);
                  return kata.number() == desk.kata().number() ? coloured(BOLD, row) : row;
                })
            .collect(Collectors.joining("\n"));
  }

  private String standing(Desk desk) {
    Kata kata = desk.kata();
    Exercises exercises = desk.exercises();
    List<Kata> all = exercises.all();
    int passed = (int) all.stream().filter(exercises.progress()::passed).count();
    String took = desk.found().map(found -> time(found.took())).orElse("");
    String inHand = words().say("in-hand", kata.label(), title(kata), took).stripTrailing();
    String bar = KataTable.bar(passed, all.size());
    return layout()
        .paragraph(inHand + "\n" + bar + " " + words().say("passed-of", passed, all.size()), 0);
  }

  private String title(Kata kata) {
    try {
      return kata.words(dojo.language()).title();
    } catch (KataFileException e) {
      return "";
    }
  }

  /** A key and its word stay in one line. */
  private String prompt() {
    StringBuilder prompt = new StringBuilder();
    int column = 0;
    for (Key key : Key.values()) {
      String word = " " + words().say(name(key));
      int end = column + GAP.length() + 1 + Layout.columns(word);
      boolean fits = column > 0 && end <= width();
      prompt.append(column == 0 ? "" : fits ? GAP : "\n");
      prompt.append(coloured(BOLD, String.valueOf(key.letter()))).append(word);
      column = fits ? end : 1 + Layout.columns(word);
    }
    return isLive() ? prompt.toString() : words().say("then-enter", prompt);
  }

  private static String name(Key key) {
    return switch (key) {
      case HINT -> "key-hint";
      case NEXT -> "key-next";
      case LIST -> "key-list";
      case RUN -> "key-run";
      case OPEN -> "key-open";
      case SOLUTION -> "key-solution";
      case QUIT -> "key-quit";
    };
  }

  private int width() {
    return keys.width().orElse(Terminal.LINE);
  }

  private Layout layout() {
    return new Layout(Math.min(width(), Terminal.LINE));
  }

  @Override
  public void checking(Kata kata) {
    print(words().say("checking", kata.label()));
  }

  private String time(Duration took) {
    return took.isZero()
        ? ""
        : words().say("checked-in", String.format(Locale.ROOT, "%.2f", took.toMillis() / 1000.0));
  }

  /** Says that the files are looked at often. */
  void untold() {
    print(words().say("looking-often"));
  }

  @Override
  public boolean open(Desk desk) {
    if (editor.isEmpty()) {
      print(words().say("no-editor"));
      return false;
    }
    Kata kata = desk.kata();
    long line =
        desk.found().flatMap(found -> found.verdict().first()).map(TestOutcome::line).orElse(0);
    try {
      Path file = kata.source();
      if (editor.get().isInTerminal()) {
        keys.lend(() -> editor.get().open(file, line));
        return true;
      }
      editor.get().open(file, line);
      print(words().say("opened", kata.display(file)));
    } catch (KataFileException e) {
      print(e.in(dojo.language()));
    } catch (IOException e) {
      print(words().say("editor-does-not-start", String.join(" ", editor.get().command())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
    return false;
  }

  @Override
  public void notRemembered(Path file) {
    print(words().say("progress-not-remembered", file));
  }
}
