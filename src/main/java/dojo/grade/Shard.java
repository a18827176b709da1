package dojo.grade;

import dojo.machine.MissingException;
import dojo.words.Sentence;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several machines that share a class: of all submissions, by name, it takes every n-th.
 *
 * @param number which one, from 1
 * @param of how many there are
 */
public record Shard(int number, int of) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

  /** The one that takes all. */
  public static final Shard WHOLE = new Shard(1, 1);

  /**
   * Makes a shard.
   *
   * @param number which one, from 1
   * @param of how many there are
   * @throws IllegalArgumentException if there is no such shard
   */
  public Shard {
    if (!(1 <= number && number <= of)) {
      throw new IllegalArgumentException(
          "the number of a shard must be in [1, " + of + "], but was " + number);
    }
  }

  /**
   * Understands what an instructor writes.
   *
   * @param text for example {@code 2/3}
   * @return the shard, if the text is one
   */
  public static Optional<Shard> of(String text) {
    Matcher parts = TEXT.matcher(text);
    return parts.matches()
        ? of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)))
        : Optional.empty();
  }

  private static Optional<Shard> of(int number, int of) {
    return 1 <= number && number <= of ? Optional.of(new Shard(number, of)) : Optional.empty();
  }

  /**
   * Asks the surroundings, which a cluster prepares: a job array of Slurm; an indexed job of
   * Kubernetes, whose job file sets {@code JOB_COMPLETIONS} to the number of its completions; a
   * matrix of GitHub, whose workflow sets {@code STRATEGY_JOB_INDEX} and {@code STRATEGY_JOB_TOTAL}
   * to what its context {@code strategy} says; a parallel job of GitLab.
   *
   * @param environment the environment variables
   * @return the shard; nothing if they name none
   * @throws MissingException if Slurm numbers the tasks so that some shards would be left out
   */
  public static Optional<Shard> of(Map<String, String> environment) {
    return slurm(environment)
        .or(() -> counted(environment, "JOB_COMPLETION_INDEX", 0, "JOB_COMPLETIONS"))
        .or(() -> counted(environment, "STRATEGY_JOB_INDEX", 0, "STRATEGY_JOB_TOTAL"))
        .or(() -> counted(environment, "CI_NODE_INDEX", 1, "CI_NODE_TOTAL"));
  }

  /**
   * Tasks are numbered from any number, in any steps: 10, 12, 14. A task that is the only one of
   * its array, but not the first of one, is a lost task that somebody starts again: what it is one
   * of is known to nobody here.
   */
  private static Optional<Shard> slurm(Map<String, String> environment) {
    int first = number(environment, "SLURM_ARRAY_TASK_MIN");
    int last = number(environment, "SLURM_ARRAY_TASK_MAX");
    int count = number(environment, "SLURM_ARRAY_TASK_COUNT");
    int id = number(environment, "SLURM_ARRAY_TASK_ID");
    if (id < 0 || count < 1 || first < 0) {
      return Optional.empty();
    }
    if (count == 1 && id > 1) {
      throw refused("lone-task", id);
    }
    int step = Math.max(1, number(environment, "SLURM_ARRAY_TASK_STEP"));
    boolean even = (last - first) / step + 1 == count && (id - first) % step == 0;
    Optional<Shard> shard = even ? of((id - first) / step + 1, count) : Optional.empty();
    return Optional.of(shard.orElseThrow(() -> refused("gaps-in-tasks", count, first, last, id)));
  }

  private static MissingException refused(String key, Object... values) {
    return new MissingException(
        Sentence.of(Shard.class, key, values), Sentence.of(Shard.class, "number-shards"));
  }

  private static Optional<Shard> counted(
      Map<String, String> environment, String index, int first, String total) {
    int number = number(environment, index);
    return number < first ? Optional.empty() : of(number - first + 1, number(environment, total));
  }

  private static int number(Map<String, String> environment, String name) {
    String text = environment.getOrDefault(name, "");
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
  }

  /**
   * Returns whether a submission is one of this shard's.
   *
   * @param position its place among all submissions by name, from 0
   * @return whether this shard takes it
   */
  public boolean takes(int position) {
    return position % of == number - 1;
  }

  /** Returns the shard as an instructor writes it, for example {@code 2/3}. */
  @Override
  public String toString() {
    return number + "/" + of;
  }
}
