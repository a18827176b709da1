package dojo.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The process of a student's classes has nothing that tells a test, a verdict or an answer. */
class WorkerClassesTest {
  private static final Set<String> NAMES = new TreeSet<>(WorkerClasses.of(List.of()).keySet());

  @Test
  void a_student_may_use_keys_there() {
    assertTrue(NAMES.contains("dojo.random.RandomKey"));
    assertTrue(NAMES.contains(Worker.class.getName()));
  }

  @Test
  void nothing_there_judges_words_or_layers() {
    Set<String> secret = new TreeSet<>(NAMES);
    secret.removeIf(
        name ->
            !name.matches("dojo\\.(dropout|nn|tensor|practice|grade|words|lab)\\..*")
                && !name.matches(
                    "dojo\\.expect\\.(Expect|Chance|Draws|Drawn|Trials|Kata.*|Direct.*)")
                && !name.matches("dojo\\.kata\\.(Composer|Exercises|Solution|Mistakes|Kata)"));
    assertEquals(Set.of(), secret);
  }

  @Test
  void what_a_kata_lets_the_student_use_is_there_with_what_it_needs() {
    Set<String> more = WorkerClasses.of(List.of("dojo.dropout.DropRate")).keySet();
    assertTrue(more.contains("dojo.dropout.DropRate"));
  }
}
