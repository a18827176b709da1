package dojo.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.NewKata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is seen when one thing happens after the other, or during it. */
class WatchTest {
  private static final Event SAVED = new Event.Saved(Set.of(8));

  @TempDir private Path project;

  /** What happens as soon as nothing else is left to be done. */
  private final Deque<Event> later = new ArrayDeque<>();

  /** What happens during the first check. */
  private final List<Event> during = new ArrayList<>();

  private final BlockingQueue<Event> events =
      new LinkedBlockingQueue<>() {
        private static final long serialVersionUID = 1;

        @Override
        public Event take() throws InterruptedException {
          return isEmpty() ? later.removeFirst() : super.take();
        }
      };
  private final List<String> seen = new ArrayList<>();
  private Exercises exercises;
  private Kata kata;

  @BeforeEach
  void make_a_kata() throws IOException {
    exercises = new Exercises(Files.createDirectory(project.resolve("exercises")));
    Files.writeString(exercises.root().resolve("messages.properties"), "");
    NewKata.of(exercises, 8, "Twice").write();
    kata = exercises.kata(8).orElseThrow();
  }

  @Test
  void a_save_during_a_check_is_heard_after_it_and_a_key_is_not() throws Exception {
    Files.writeString(kata.source(), exercises.solution(kata).model() + "\n");
    during.addAll(List.of(pressed('l'), SAVED, pressed('q')));
    watch(SAVED);
    assertEquals(
        List.of("OfVerdict GREEN", "check 08", "OfVerdict GREEN", "check 08", "OfVerdict GREEN"),
        seen);
  }

  @Test
  void what_is_still_to_do_and_what_passed_are_no_further_attempts() throws Exception {
    watch(SAVED, pressed('r'));
    assertEquals(0, exercises.progress().attempts(kata));
    Files.writeString(kata.source(), "class {");
    watch(SAVED);
    Files.writeString(kata.source(), exercises.solution(kata).model() + "\n");
    watch(SAVED, pressed('r'));
    assertEquals(2, exercises.progress().attempts(kata));
    assertTrue(exercises.progress().passed(kata));
  }

  @Test
  void a_hint_that_is_read_is_remembered_and_any_other_key_leads_back() throws Exception {
    watch(pressed('H'), pressed('?'), pressed('l'), pressed('\r'));
    assertEquals(
        List.of("OfVerdict TODO", "OfHint TODO", "OfVerdict TODO", "OfList TODO", "OfVerdict TODO"),
        seen);
    assertEquals(1, exercises.progress().hint(kata));
  }

  @Test
  void after_the_last_kata_everything_is_checked_again() throws Exception {
    Files.writeString(kata.source(), exercises.solution(kata).model() + "\n");
    watch(SAVED, pressed('n'));
    assertEquals("OfTheEnd GREEN", seen.get(seen.size() - 1));

    Files.writeString(kata.source(), "class {");
    watch(pressed('n'));
    assertEquals("OfVerdict RED", seen.get(seen.size() - 1));
  }

  @Test
  void a_kata_without_its_words_leaves_the_watch_running() throws Exception {
    Files.delete(kata.folder().resolve("messages.properties"));
    watch(pressed('h'), pressed('l'), pressed('o'));
    assertEquals(
        List.of("OfVerdict TODO", "OfBrokenFile TODO", "OfList TODO", "open", "OfList TODO"), seen);
  }

  private static Event pressed(char letter) {
    return new Event.Pressed(letter);
  }

  /** Watches, and leaves when all of this has happened. */
  private void watch(Event... happening) throws InterruptedException {
    later.addAll(List.of(happening));
    later.add(pressed('q'));
    try (WarmChecker checker = WarmChecker.of(exercises)) {
      new Watch(checker, new Noted(), events, Locale.ENGLISH).from(Desk.resume(exercises));
    }
  }

  /** Notes what it is to show. */
  private final class Noted implements Screen {
    @Override
    public void show(Desk desk) {
      String state = desk.found().orElseThrow().verdict().state().name();
      seen.add(desk.page().getClass().getSimpleName() + " " + state);
    }

    @Override
    public void checking(Kata checked) {
      seen.add("check " + checked.label());
      events.addAll(during);
      during.clear();
    }

    @Override
    public boolean open(Desk desk) {
      seen.add("open");
      return true;
    }

    @Override
    public void notRemembered(Path file) {
      throw new AssertionError(file);
    }
  }
}
