package dojo.practice;

import dojo.kata.Composer;
import dojo.kata.Kata;
import dojo.kata.KataFileException;
import dojo.kata.Progress;
import dojo.kata.State;
import dojo.kata.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;

/**
 * Watches the katas: checks the one that is saved, and does what keys ask for, one thing after the
 * other. A key that is pressed during a check is not heard; a save is, when the check has ended.
 */
public final class Watch {
  private final WarmChecker checker;
  private final Screen screen;
  private final BlockingQueue<Event> events;
  private final Locale language;

  /**
   * Makes a watch.
   *
   * @param checker what checks the katas
   * @param screen what the student sees
   * @param events what happens
   * @param language the language in which a verdict is told
   */
  public Watch(WarmChecker checker, Screen screen, BlockingQueue<Event> events, Locale language) {
    this.language = language;
    this.checker = checker;
    this.screen = screen;
    this.events = events;
  }

  /**
   * Watches until the student leaves.
   *
   * @param start what lies before the student
   * @return what lay there at the end
   * @throws InterruptedException if this thread is interrupted
   */
  public Desk from(Desk start) throws InterruptedException {
    Desk desk = glanced(start);
    while (true) {
      Desk.Move move = move(desk, events.take());
      desk = move.desk();
      switch (move.action()) {
        case SHOW -> screen.show(desk);
        case GLANCE -> desk = glanced(desk);
        case CHECK -> desk = checked(desk);
        case CHECK_ALL -> desk = allChecked(desk);
        case OPEN -> {
          if (screen.open(desk)) {
            screen.show(desk);
          }
        }
        case LEAVE -> {
          return desk;
        }
        default -> throw new AssertionError(move);
      }
    }
  }

  private Desk.Move move(Desk desk, Event event) {
    if (event instanceof Event.Saved saved) {
      return desk.saved(saved.katas());
    }
    if (event instanceof Event.Pressed pressed) {
      Desk.Move move = pressed(retold(desk), pressed.letter());
      if (move.desk().page() instanceof Page.OfHint hint) {
        remember(progress -> progress.showed(move.desk().kata(), hint.level()), desk);
      }
      return move;
    }
    return new Desk.Move(desk, Desk.Action.SHOW);
  }

  /** Hints that were read in the meantime change what is told; but a lesson is told only once. */
  private Desk retold(Desk desk) {
    return desk.found()
        .map(Desk.Found::verdict)
        .filter(verdict -> verdict.state() != State.GREEN)
        .map(verdict -> found(desk.kata(), verdict, desk.found().orElseThrow().took()))
        .map(desk::withFound)
        .orElse(desk);
  }

  /** Any other key leads back to the verdict. */
  private static Desk.Move pressed(Desk desk, char letter) {
    try {
      return Key.of(letter)
          .map(desk::pressed)
          .orElse(new Desk.Move(desk.with(new Page.OfVerdict()), Desk.Action.SHOW));
    } catch (KataFileException e) {
      return new Desk.Move(desk.with(new Page.OfBrokenFile(e)), Desk.Action.SHOW);
    }
  }

  private Desk glanced(Desk desk) {
    Desk.Found found = found(desk.kata(), checker.look(desk.kata()), Duration.ZERO);
    return shown(desk.with(desk.kata(), found), found.verdict().state() == State.GREEN);
  }

  private Desk checked(Desk desk) {
    return shown(desk.with(desk.kata(), checked(desk.kata())), true);
  }

  private Desk.Found checked(Kata kata) {
    screen.checking(kata);
    long start = System.nanoTime();
    Verdict verdict = checker.check(kata);
    return found(kata, verdict, Duration.ofNanos(System.nanoTime() - start));
  }

  private Desk.Found found(Kata kata, Verdict verdict, Duration took) {
    return new Desk.Found(verdict, Composer.of(kata, language).report(verdict), took);
  }

  /** Everything is checked again before anyone is congratulated. */
  private Desk allChecked(Desk desk) {
    for (Kata kata : desk.exercises().all()) {
      Desk.Found found = checked(kata);
      if (found.verdict().state() != State.GREEN) {
        return shown(desk.with(kata, found), false);
      }
      checker.prepare(kata);
    }
    return shown(desk.with(new Page.OfTheEnd()), false);
  }

  /** Shows a verdict, then makes ready for the next. */
  private Desk shown(Desk desk, boolean counts) {
    remember(progress -> progress.took(desk.kata()), desk);
    if (counts) {
      desk.found()
          .map(found -> found.verdict().state())
          .ifPresent(state -> remember(progress -> progress.checked(desk.kata(), state), desk));
    }
    events.removeIf(event -> event instanceof Event.Pressed); // it meant the screen before
    screen.show(desk);
    checker.prepare(desk.kata());
    return desk;
  }

  /** Something to remember. */
  private interface Note {
    void in(Progress progress) throws IOException;
  }

  private void remember(Note note, Desk desk) {
    Progress progress = desk.exercises().progress();
    try {
      note.in(progress);
    } catch (IOException e) {
      screen.notRemembered(progress.file());
    }
  }
}
