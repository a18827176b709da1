package dojo.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.kata.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an autograder leaves for Gradescope: {@code results.json}, a test case for each group of
 * tests.
 *
 * <p>Where the kit failed, there is neither a score nor a test case. Gradescope takes such a file
 * for that of an autograder that did not work, which is the truth: it gives no points and tells the
 * instructor. All text is plain text to it, and none of it is cut here.
 */
final class Gradescope implements StudentFormat {
  @Override
  public String name() {
    return "gradescope";
  }

  @Override
  public Map<String, String> files(SubmissionResult result) {
    return Map.of("results.json", Json.text(json(result)));
  }

  private static ObjectNode json(SubmissionResult result) {
    ObjectNode json = Json.object();
    if (result.graded()) {
      json.put("score", Json.number(result.points()));
    }
    json.put("output", output(result)).put("output_format", "text");
    json.put("test_output_format", "text").put("test_name_format", "text");
    json.put("visibility", "visible").put("stdout_visibility", "hidden");
    ObjectNode extra = json.putObject("extra_data");
    extra.put("kit", result.kit()).put("tier", result.tier().name());
    extra.put("state", word(result.state()));
    result.seed().ifPresent(seed -> extra.put("seed", String.valueOf(seed)));
    ObjectNode about = extra.putObject("about");
    result.about().forEach(about::put);
    if (result.graded()) {
      ArrayNode tests = json.putArray("tests");
      for (KataResult kata : result.katas()) {
        kata.groups().forEach(group -> test(tests.addObject(), result, kata, group));
      }
    }
    return json;
  }

  private static String output(SubmissionResult result) {
    GroupText text = new GroupText(result.words());
    List<String> lines = new ArrayList<>();
    lines.add(text.points(result.state(), result.points(), result.outOf()));
    if (!result.graded()) {
      lines.add(result.words().say("kit-failed"));
    }
    result.remarks().forEach(remark -> lines.add(Plain.line(remark, result.language())));
    result.repeat().ifPresent(command -> lines.add(result.words().say("repeat", command)));
    return String.join("\n", lines);
  }

  private static void test(
      ObjectNode test, SubmissionResult result, KataResult kata, GroupResult group) {
    GroupText text = new GroupText(result.words());
    test.put("score", Json.number(group.points())).put("max_score", Json.number(group.outOf()));
    test.put("status", group.state() == State.GREEN ? "passed" : "failed");
    test.put("name", text.title(kata, group));
    test.put("output", text.text(group));
    ArrayNode tags = test.putArray("tags").add(word(group.state()));
    if (!group.diagnosis().isEmpty()) {
      tags.add(group.diagnosis());
    }
    test.put("visibility", "visible");
    ObjectNode extra = test.putObject("extra_data");
    extra.put("kata", kata.kata()).put("group", group.name()).put("diagnosis", group.diagnosis());
  }

  private static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
