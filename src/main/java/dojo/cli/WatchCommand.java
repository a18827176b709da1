package dojo.cli;

import dojo.kata.Exercises;
import dojo.machine.Editor;
import dojo.practice.Desk;
import dojo.practice.Event;
import dojo.practice.Saves;
import dojo.practice.WarmChecker;
import dojo.practice.Watch;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a kata whenever it is saved: {@code ./dojo watch}. */
@Command(name = "watch")
final class WatchCommand extends Subcommand {

  @Parameters(arity = "0..1", paramLabel = "NN", descriptionKey = "kata")
  private Optional<String> wanted = Optional.empty();

  @Option(names = "--edit-cmd", paramLabel = "COMMAND")
  private Optional<String> edit = Optional.empty();

  @Option(names = "--poll")
  private boolean polls;

  WatchCommand(Main dojo) {
    super(dojo);
  }

  @Override
  public Integer call() {
    Exercises exercises = dojo().exercises();
    if (exercises.all().isEmpty()) {
      throw wrong("no-katas");
    }
    Desk start =
        wanted
            .map(word -> Desk.of(exercises, kata(exercises, word)))
            .orElseGet(() -> Desk.resume(exercises));
    BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    Optional<Editor> editor = Editor.find(edit, System.getenv());
    try (Keys keys =
            Keys.listen(
                letter -> events.add(new Event.Pressed((char) letter)),
                () -> events.add(new Event.Resized()));
        WarmChecker checker = WarmChecker.of(exercises)) {
      WatchScreen screen = new WatchScreen(dojo(), keys, editor);
      try (Saves saves =
          Saves.of(exercises, polls, katas -> events.add(new Event.Saved(katas)), screen::untold)) {
        saves.listen();
        new Watch(checker, screen, events, dojo().language()).from(start);
      }
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }
}
