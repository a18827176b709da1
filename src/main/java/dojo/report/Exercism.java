package dojo.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.kata.State;
import dojo.words.Words;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a test runner leaves for Exercism: {@code results.json} of version 3, for each kata.
 *
 * <p>Tests stand in the order of the source, the visible ones first. Where none of them ran, the
 * status is {@code error}, and the message says why: the class does not compile, or the kit failed.
 * What a student's class printed is cut after 500 characters and a message after 65,535 bytes, both
 * of which Exercism demands; a line says so.
 */
final class Exercism implements StudentFormat {
  private static final int PRINTED = 500;
  private static final int MESSAGE = 65_535;

  @Override
  public String name() {
    return "exercism";
  }

  @Override
  public Map<String, String> files(SubmissionResult result) {
    Map<String, String> files = new LinkedHashMap<>();
    for (KataResult kata : result.katas()) {
      files.put("kata" + kata.kata() + "/results.json", Json.text(json(result.words(), kata)));
    }
    return files;
  }

  private static ObjectNode json(Words words, KataResult kata) {
    ObjectNode json = Json.object().put("version", 3);
    boolean none = kata.groups().stream().noneMatch(Exercism::ran);
    if (kata.state() == State.ERROR || none) {
      String why =
          kata.groups().stream()
              .filter(group -> kata.state() != State.ERROR || group.state() == State.ERROR)
              .map(group -> new GroupText(words).text(group))
              .filter(text -> !text.isEmpty())
              .findFirst()
              .orElse(words.say("kit-failed"));
      return json.put("status", "error")
          .put("message", cut(words, why))
          .set("tests", Json.object().arrayNode());
    }
    json.put("status", kata.state() == State.GREEN ? "pass" : "fail").putNull("message");
    ArrayNode tests = json.putArray("tests");
    kata.groups().forEach(group -> tests(tests, words, group));
    return json;
  }

  /** Without a test's name, none was running. */
  private static boolean ran(GroupResult group) {
    return group.tests().isEmpty()
        ? group.state() != State.ERROR
        : group.tests().stream().anyMatch(test -> !test.name().isEmpty());
  }

  private static void tests(ArrayNode tests, Words words, GroupResult group) {
    String output = group.printed();
    for (TestResult test : group.tests()) {
      ObjectNode json = tests.addObject().put("name", test.title());
      status(json, test.state(), words, GroupText.text(test.report()));
      if (!output.isBlank()) {
        json.put("output", printed(words, output));
        output = "";
      }
    }
    if (group.tests().isEmpty()) {
      String points = new GroupText(words).points(group.state(), group.points(), group.outOf());
      String report = GroupText.text(group.report());
      status(
          tests.addObject().put("name", group.name()),
          group.state(),
          words,
          report.isEmpty() ? points : points + "\n\n" + report);
    }
  }

  private static void status(ObjectNode json, State state, Words words, String message) {
    boolean green = state == State.GREEN;
    json.put("status", green ? "pass" : state == State.ERROR ? "error" : "fail");
    if (!green) {
      json.put("message", cut(words, message));
    }
  }

  private static String printed(Words words, String text) {
    String note = "\n" + words.say("printed-cut", PRINTED);
    return text.length() <= PRINTED ? text : Utf8.whole(text, PRINTED - note.length()) + note;
  }

  private static String cut(Words words, String text) {
    return Utf8.cut(text, MESSAGE, "\n" + words.say("message-cut", MESSAGE));
  }
}
