package dojo.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.content.Given;
import dojo.content.Workbench;
import dojo.kata.State;
import dojo.kata.TestOutcome;
import dojo.kata.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code hostile} is a submission that tries something: it gets no more than its
 * honest part earns, which is that it returns its input, and the kata that comes after it in the
 * same submission does not suffer.
 */
class HostileTest {
  /** A right answer takes a hundredth of the work; what never ends takes all of it. */
  private static final Limits SHORT =
      new Limits(
          Duration.ofMillis(500),
          Duration.ofSeconds(3),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30));

  /** One of them: -Ddojo.hostile=sleep; all by default. */
  private static final String ONLY = System.getProperty("dojo.hostile", "");

  /** The tiers to try, as far as the machine offers them: -Ddojo.tiers=B. */
  private static final String TIERS = System.getProperty("dojo.tiers", "A, B, C");

  /** Side by side, as those of a class are: they must not harm each other either. */
  private static final ExecutorService JOBS = Executors.newFixedThreadPool(2);

  private static final Map<Tier, Kit> KITS = new EnumMap<>(Tier.class);
  private static final Map<Tier, BlockingQueue<Judge>> JUDGES = new EnumMap<>(Tier.class);

  @TempDir private static Path scratch;

  /** What was handed in, and what was judged. */
  private record Tried(Handed handed, Judged judged) {}

  @BeforeAll
  static void open(@TempDir Path stage) {
    Given.assumeUntouched();
    List<TestGroup> groups = List.of(Submissions.probe(), TestGroup.visible(Submissions.kata(26)));
    for (Tier tier : Tier.values()) {
      if (TIERS.contains(tier.name()) && Cages.find(tier, stage).isPresent()) {
        KITS.put(tier, Kit.open(Workbench.EXERCISES, groups, 42, tier, SHORT));
        JUDGES.put(tier, new LinkedBlockingQueue<>());
      }
    }
  }

  @AfterAll
  static void close() {
    JOBS.shutdownNow();
    JUDGES.values().forEach(judges -> judges.forEach(Judge::close));
    KITS.values().forEach(Kit::close);
  }

  static List<Arguments> submissions() {
    List<Arguments> all = new ArrayList<>();
    for (Attempt attempt : Attempt.all()) {
      for (Tier tier : KITS.keySet()) {
        if (attempt.name().startsWith(ONLY) && attempt.isFor(tier)) {
          all.add(Arguments.of(attempt, tier, JOBS.submit(() -> tried(attempt, tier))));
        }
      }
    }
    return all;
  }

  private static Tried tried(Attempt attempt, Tier tier) {
    BlockingQueue<Judge> judges = JUDGES.get(tier);
    Judge judge = Optional.ofNullable(judges.poll()).orElseGet(() -> KITS.get(tier).judge());
    try {
      Handed handed = attempt.handed(scratch);
      return new Tried(handed, judge.judge(handed));
    } finally {
      judges.add(judge);
    }
  }

  @ParameterizedTest(name = "{0} in tier {1}")
  @MethodSource("submissions")
  void nothing_is_won_and_nobody_else_loses(Attempt attempt, Tier tier, Future<Tried> trying)
      throws ExecutionException, InterruptedException {
    Tried tried = trying.get();
    Verdict hostile = tried.judged().katas().get(0).verdict();
    TestOutcome first = hostile.first().orElseThrow(() -> new AssertionError("all is green"));
    String seen = first.seen().getClass().getSimpleName();
    assertEquals(State.valueOf(attempt.expects("state", "")), hostile.state(), first::toString);
    assertTrue(seen.matches(attempt.expects("seen", "\\w+")), first::toString);
    assertTrue(Set.of("with_p_0_every_value_stays").containsAll(green(hostile)), "too much is won");
    assertEquals(
        State.valueOf(attempt.expects("next", "GREEN")),
        tried.judged().katas().get(1).verdict().state(),
        "the next kata suffers");
    String remarks = tried.handed().remarks().toString();
    assertTrue(remarks.matches("(?s).*(?:" + attempt.expects("remark", "") + ").*"), remarks);
  }

  private static Set<String> green(Verdict verdict) {
    return verdict.outcomes().stream()
        .filter(outcome -> outcome.state() == State.GREEN)
        .map(TestOutcome::test)
        .collect(Collectors.toSet());
  }

  @Test
  void each_attack_that_is_known_is_tried_and_each_that_is_tried_is_known() {
    Map<String, List<String>> tried = new LinkedHashMap<>();
    for (Attempt attempt : Attempt.all()) {
      for (String attack : attempt.attacks()) {
        tried.computeIfAbsent(attack, any -> new ArrayList<>()).add(attempt.name());
      }
    }
    Set<String> known = Attempt.properties(Attempt.ATTACKS).stringPropertyNames();
    assertEquals(
        new TreeSet<>(known),
        tried.keySet().stream()
            .flatMap(attack -> Stream.of(attack, attack + ".stopped"))
            .collect(Collectors.toCollection(TreeSet::new)));
  }
}
