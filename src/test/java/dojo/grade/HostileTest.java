package dojo.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.content.Given;
import dojo.content.Workbench;
import dojo.kata.State;
import dojo.kata.TestOutcome;
import dojo.kata.Verdict;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
  private static final Limits SHORT = Limits.of(Duration.ofSeconds(1));

  /** One of them: -Ddojo.hostile=sleep; all by default. */
  private static final String ONLY = System.getProperty("dojo.hostile", "");

  /** The tiers to try, as far as the machine offers them: -Ddojo.tiers=B. */
  private static final String TIERS = System.getProperty("dojo.tiers", "A, B, C");

  private static final Map<Tier, Kit> KITS = new EnumMap<>(Tier.class);
  private static final Map<Tier, Judge> JUDGES = new EnumMap<>(Tier.class);

  @BeforeAll
  static void open(@TempDir Path stage) {
    Given.assumeUntouched();
    List<TestGroup> groups = List.of(Submissions.probe(), TestGroup.visible(Submissions.kata(26)));
    for (Tier tier : offered(stage)) {
      KITS.put(tier, Kit.open(Workbench.EXERCISES, groups, 42, tier, SHORT));
      JUDGES.put(tier, KITS.get(tier).judge());
    }
  }

  private static List<Tier> offered(Path stage) {
    return Stream.of(Tier.values())
        .filter(tier -> TIERS.contains(tier.name()))
        .filter(tier -> Cages.find(tier, stage).isPresent())
        .toList();
  }

  @AfterAll
  static void close() {
    JUDGES.values().forEach(Judge::close);
    KITS.values().forEach(Kit::close);
  }

  static List<Arguments> submissions(@TempDir Path stage) throws IOException {
    List<Tier> offered = offered(stage);
    try (Stream<Path> folders = Files.list(Submissions.HOSTILE)) {
      return folders
          .sorted()
          .filter(folder -> folder.getFileName().toString().startsWith(ONLY))
          .flatMap(folder -> offered.stream().map(tier -> Arguments.of(folder, tier)))
          .filter(each -> tiers((Path) each.get()[0]).contains(each.get()[1].toString()))
          .toList();
    }
  }

  private static String tiers(Path folder) {
    return expected(folder).getProperty("tiers", "A, B, C");
  }

  private static Properties expected(Path folder) {
    Properties expected = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.resolve("expected.properties"))) {
      expected.load(reader);
      return expected;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("submissions")
  void nothing_is_won_and_nobody_else_loses(Path folder, Tier tier) {
    Properties expected = expected(folder);
    Judged judged =
        JUDGES
            .get(tier)
            .judge(
                Submissions.handed(
                    Map.of(
                        "03",
                        Submissions.sources(folder),
                        "26",
                        List.of(Submissions.solution(Submissions.kata(26))))));
    Verdict hostile = judged.katas().get(0).verdict();
    TestOutcome first = hostile.first().orElseThrow(() -> new AssertionError("all is green"));
    String seen = first.seen().getClass().getSimpleName();
    assertEquals(State.valueOf(expected.getProperty("state")), hostile.state(), first::toString);
    assertTrue(seen.matches(expected.getProperty("seen", "\\w+")), first::toString);
    assertTrue(Set.of("with_p_0_every_value_stays").containsAll(green(hostile)), "too much is won");
    assertEquals(State.GREEN, judged.katas().get(1).verdict().state(), "the next kata suffers");
  }

  private static Set<String> green(Verdict verdict) {
    return verdict.outcomes().stream()
        .filter(outcome -> outcome.state() == State.GREEN)
        .map(TestOutcome::test)
        .collect(Collectors.toSet());
  }
}
