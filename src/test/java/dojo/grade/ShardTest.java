package dojo.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dojo.machine.MissingException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {

  @Test
  void every_submission_is_one_shards() {
    for (int position = 0; position < 50; position++) {
      int place = position;
      assertEquals(
          1, IntStream.rangeClosed(1, 7).filter(i -> new Shard(i, 7).takes(place)).count());
      assertEquals(true, Shard.WHOLE.takes(position));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/3", "4/3", "3", "a/b", "1/0", "-1/3", "1/3/4", ""})
  void what_names_no_shard_is_none(String text) {
    assertEquals(Optional.empty(), Shard.of(text));
  }

  @Test
  void a_shard_is_written_as_it_is_read() {
    assertEquals("2/3", Shard.of("2/3").orElseThrow().toString());
  }

  private static Map<String, String> slurm(int id, int first, int last, int count, int step) {
    return Map.of(
        "SLURM_ARRAY_TASK_ID", "" + id,
        "SLURM_ARRAY_TASK_MIN", "" + first,
        "SLURM_ARRAY_TASK_MAX", "" + last,
        "SLURM_ARRAY_TASK_COUNT", "" + count,
        "SLURM_ARRAY_TASK_STEP", "" + step);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 2, 3, 1, 1/3",
    "2, 0, 2, 3, 1, 3/3",
    "14, 10, 16, 4, 2, 3/4", // --array=10-16:2
    "3, 0, 9, 4, 3, 2/4", // --array=0-10:3
    "1, 1, 1, 1, 1, 1/1",
    "0, 0, 0, 1, 1, 1/1"
  })
  void slurm_numbers_its_tasks_as_asked(
      int id, int first, int last, int count, int step, String shard) {
    assertEquals(shard, Shard.of(slurm(id, first, last, count, step)).orElseThrow().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1, 7, 3, 1", // --array=1,2,7
    "1, 1, 7, 4, 1", // --array=1,3,5,7
    "4, 0, 20, 6, 2" // --array=0-9:2,20
  })
  void tasks_with_gaps_would_leave_submissions_out(
      int id, int first, int last, int count, int step) {
    MissingException refused =
        assertThrows(MissingException.class, () -> Shard.of(slurm(id, first, last, count, step)));
    assertEquals(
        ("Slurm has %d tasks from %d to %d that are not in even steps, and this is task %d, so some"
                + " submissions would be in no shard: submit all tasks in even steps, such as"
                + " --array=1-20, or name the shard with --shard 2/20")
            .formatted(count, first, last, id),
        refused.in(Locale.ENGLISH));
  }

  @Test
  void a_lost_task_that_is_started_alone_is_not_the_whole_class() {
    MissingException refused =
        assertThrows(MissingException.class, () -> Shard.of(slurm(2, 2, 2, 1, 1)));
    assertEquals(
        "task 2 is the only one of its array in Slurm, so nobody knows how many shards there are:"
            + " submit all tasks in even steps, such as --array=1-20, or name the shard with"
            + " --shard 2/20",
        refused.in(Locale.ENGLISH));
  }

  @Test
  void other_clusters_count_from_zero_or_from_one() {
    assertEquals(
        "1/4",
        Shard.of(Map.of("JOB_COMPLETION_INDEX", "0", "JOB_COMPLETIONS", "4"))
            .orElseThrow()
            .toString());
    assertEquals(
        "4/4",
        Shard.of(Map.of("STRATEGY_JOB_INDEX", "3", "STRATEGY_JOB_TOTAL", "4"))
            .orElseThrow()
            .toString());
    assertEquals(
        "3/4",
        Shard.of(Map.of("CI_NODE_INDEX", "3", "CI_NODE_TOTAL", "4")).orElseThrow().toString());
    assertEquals(Optional.empty(), Shard.of(Map.of("JOB_COMPLETION_INDEX", "0")));
    assertEquals(Optional.empty(), Shard.of(Map.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "10, 20, 30, about 60 s left",
    "1, 1, 0, about 1 s left",
    "100, 200, 300, about 10 min left",
    "30, 29970, 600, about 167 h left"
  })
  void the_rest_takes_as_long_as_what_was_graded(int graded, int left, int seconds, String told) {
    Duration passed = Duration.ofSeconds(seconds);
    assertEquals(told, Estimate.of(graded, left, passed).orElseThrow().toString());
  }

  @Test
  void before_the_first_and_after_the_last_there_is_nothing_to_estimate() {
    assertEquals(Optional.empty(), Estimate.of(0, 10, Duration.ofSeconds(9)));
    assertEquals(Optional.empty(), Estimate.of(10, 0, Duration.ofSeconds(9)));
  }
}
