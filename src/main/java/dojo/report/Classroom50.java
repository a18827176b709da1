package dojo.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.grade.JudgedKata;
import dojo.grade.Submission;
import dojo.kata.State;
import dojo.machine.MissingException;
import dojo.machine.WholeFile;
import dojo.words.Sentence;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an autograder leaves for Classroom 50: {@code result.json} of the one submission in whose
 * repository it runs, whose identity stands in the environment.
 *
 * <p>It holds the visible tests only, since students can read what grades them there: grade hidden
 * groups elsewhere. Scores are whole numbers, rounded down; where what a group is worth is no whole
 * number, all are in hundredths. The exact points and the diagnosis are further fields of a test,
 * which are kept. Where the kit failed there is no file: the run then ends with an error, and
 * Classroom 50 tells of it.
 */
record Classroom50(Map<String, String> environment) implements Format {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Override
  public String name() {
    return "classroom50";
  }

  @Override
  public List<Sentence> write(ClassResults results, Path into) throws IOException {
    List<Submission> all = results.submissions();
    if (all.size() != 1) {
      throw new MissingException(
          Sentence.of(Classroom50.class, "not-one-submission", all.size()),
          Sentence.of(Classroom50.class, "grade-one-repository"));
    }
    Path folder = Files.createDirectories(into.resolve(name()));
    Files.deleteIfExists(folder.resolve("result.json"));
    Optional<SubmissionResult> result =
        results.forStudent(all.get(0)).filter(Classroom50::isGraded);
    if (result.isEmpty()) {
      return List.of(Sentence.of(Classroom50.class, "no-result-json", all.get(0).name()));
    }
    ObjectNode json = json(result.get(), results.students().at());
    WholeFile.write(folder.resolve("result.json"), Json.text(json));
    return List.of();
  }

  private static boolean isGraded(SubmissionResult result) {
    return visible(result).allMatch(each -> each.group().state() != State.ERROR);
  }

  /** A visible group of tests, and the kata that it belongs to. */
  private record Visible(KataResult kata, GroupResult group) {}

  private static Stream<Visible> visible(SubmissionResult result) {
    return result.katas().stream()
        .flatMap(
            kata ->
                kata.groups().stream()
                    .filter(group -> group.name().equals(JudgedKata.VISIBLE))
                    .map(group -> new Visible(kata, group)));
  }

  private ObjectNode json(SubmissionResult result, Instant at) {
    String commit = variable("COMMIT_URL");
    ObjectNode json = Json.object().put("schema", "classroom50/result/v1");
    json.put("classroom", variable("CLASSROOM")).put("assignment", variable("ASSIGNMENT"));
    json.put("submission", variable("SUBMISSION_TAG"));
    json.put("commit", commit).put("release", variable("RELEASE_URL"));
    String review = environment.getOrDefault("REVIEW_URL", "");
    json.put("review", review.isEmpty() ? commit : review);
    json.put("datetime", at.truncatedTo(ChronoUnit.SECONDS).toString());
    boolean whole =
        visible(result).allMatch(each -> each.group().outOf() == Math.rint(each.group().outOf()));
    BigDecimal unit = whole ? BigDecimal.ONE : HUNDRED;
    GroupText text = new GroupText(result.words());
    ArrayNode tests = json.arrayNode();
    visible(result)
        .forEach(
            each -> {
              GroupResult group = each.group();
              ObjectNode test = tests.addObject();
              test.put("test-name", text.title(each.kata(), group));
              test.put("passed", group.state() == State.GREEN);
              test.put("score", score(group.points(), unit));
              test.put("max-score", score(group.outOf(), unit));
              test.put("points", Json.number(group.points()));
              test.put("diagnosis", group.diagnosis()).put("output", text.text(group));
            });
    json.put("score", sum(tests, "score")).put("max-score", sum(tests, "max-score"));
    json.set("tests", tests);
    return json;
  }

  private static int score(double points, BigDecimal unit) {
    return Json.number(points).multiply(unit).setScale(0, RoundingMode.DOWN).intValueExact();
  }

  private static int sum(ArrayNode tests, String field) {
    int sum = 0;
    for (int i = 0; i < tests.size(); i++) {
      sum += tests.get(i).path(field).asInt();
    }
    return sum;
  }

  private String variable(String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(value -> !value.isBlank())
        .orElseThrow(
            () ->
                new MissingException(
                    Sentence.of(Classroom50.class, "variable-not-set", name),
                    Sentence.of(Classroom50.class, "run-in-classroom50")));
  }
}
