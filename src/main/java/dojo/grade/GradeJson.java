package dojo.grade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.kata.State;
import dojo.kata.TestOutcome;
import dojo.kata.Verdict;
import dojo.words.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A graded submission as three texts in JSON: the grade, which is the same whenever and wherever it
 * is made; the details, which may hold values of a student's own randomness; and the times.
 */
final class GradeJson {
  /** A text of Java may hold half a character, which no file in UTF-8 can: it is written as \\u. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final ObjectWriter PRETTY = IndentedJson.writer(JSON);

  private GradeJson() {}

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static String text(JsonNode node) {
    try {
      return PRETTY.writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode node(String text) throws JsonProcessingException {
    return JSON.readTree(text);
  }

  static String grade(Graded graded) {
    Grade grade = graded.grade();
    ObjectNode json = object();
    json.put("submission", grade.submission());
    json.put("content", graded.content());
    json.put("kit", grade.kit());
    json.put("tier", grade.tier().name());
    put(json, grade.state(), grade.points(), grade.outOf());
    ArrayNode remarks = json.putArray("remarks");
    graded.remarks().forEach(remark -> remarks.add(remark(remark)));
    ArrayNode katas = json.putArray("katas");
    for (KataGrade kata : grade.katas()) {
      ObjectNode one = katas.addObject().put("kata", kata.kata());
      put(one, kata.state(), kata.points(), kata.outOf());
      ArrayNode groups = one.putArray("groups");
      kata.groups().forEach(group -> groups.add(group(group)));
    }
    return text(json);
  }

  private static ObjectNode group(GroupGrade group) {
    ObjectNode json = object().put("group", group.name());
    put(json, group.state(), group.points(), group.outOf());
    json.put("diagnosis", group.verdict().diagnosis());
    ArrayNode tests = json.putArray("tests");
    for (TestOutcome outcome : group.verdict().outcomes()) {
      ObjectNode test = tests.addObject().put("test", outcome.test());
      test.put("state", word(outcome.state())).put("diagnosis", outcome.diagnosis());
    }
    return json;
  }

  /** Where there is no grade, there is no number. */
  private static void put(ObjectNode json, State state, double points, double outOf) {
    json.put("state", word(state));
    if (!Double.isNaN(points)) {
      json.put("points", points);
    }
    json.put("out-of", outOf);
  }

  private static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /** By its key, for every language; its text is for whoever opens the file. */
  private static ObjectNode remark(Remark remark) {
    ObjectNode json = object().put("file", remark.file()).put("key", remark.what().key());
    ArrayNode values = json.putArray("values");
    for (Object value : remark.what().values()) {
      if (value instanceof Integer number) {
        values.add(number);
      } else {
        values.add(String.valueOf(value));
      }
    }
    return json.put("text", remark.what().in(Locale.ENGLISH));
  }

  static String details(Graded graded) {
    ObjectNode json = object().put("submission", graded.grade().submission());
    ArrayNode groups = json.putArray("groups");
    for (KataGrade kata : graded.grade().katas()) {
      for (GroupGrade group : kata.groups()) {
        ObjectNode one = groups.addObject().put("kata", kata.kata()).put("group", group.name());
        one.put("printed", group.verdict().printed());
        one.set("outcomes", JSON.valueToTree(group.verdict().outcomes()));
      }
    }
    return text(json);
  }

  static String times(Graded graded) {
    ObjectNode json = object().put("submission", graded.grade().submission());
    ObjectNode worked = json.putObject("worked-ms");
    graded.worked().forEach((group, time) -> worked.put(group, time.toMillis()));
    return text(json);
  }

  /** Reads what was written. */
  static Graded read(String grade, String details, String times) throws JsonProcessingException {
    JsonNode json = node(grade);
    List<Verdict> verdicts = new ArrayList<>();
    for (JsonNode group : node(details).path("groups")) {
      TestOutcome[] outcomes = JSON.treeToValue(group.path("outcomes"), TestOutcome[].class);
      verdicts.add(
          new Verdict(
              group.path("kata").asText(), List.of(outcomes), group.path("printed").asText()));
    }
    List<KataGrade> katas = new ArrayList<>();
    int next = 0;
    for (JsonNode kata : json.path("katas")) {
      List<GroupGrade> groups = new ArrayList<>();
      for (JsonNode group : kata.path("groups")) {
        groups.add(
            new GroupGrade(
                group.path("group").asText(),
                group.path("points").asDouble(Double.NaN),
                group.path("out-of").asDouble(),
                verdicts.get(next++)));
      }
      katas.add(new KataGrade(kata.path("kata").asText(), groups));
    }
    Grade read =
        new Grade(
            json.path("submission").asText(),
            json.path("kit").asText(),
            Tier.valueOf(json.path("tier").asText()),
            katas);
    return new Graded(read, json.path("content").asText(), remarks(json), worked(node(times)));
  }

  private static List<Remark> remarks(JsonNode json) {
    List<Remark> remarks = new ArrayList<>();
    for (JsonNode remark : json.path("remarks")) {
      List<Object> values = new ArrayList<>();
      for (JsonNode value : remark.path("values")) {
        if (value.isInt()) {
          values.add(value.intValue());
        } else {
          values.add(value.asText());
        }
      }
      Sentence what = new Sentence(Remark.class, remark.path("key").asText(), values);
      remarks.add(new Remark(remark.path("file").asText(), what));
    }
    return remarks;
  }

  private static Map<String, Duration> worked(JsonNode times) {
    Map<String, Duration> worked = new TreeMap<>();
    times
        .path("worked-ms")
        .properties()
        .forEach(field -> worked.put(field.getKey(), Duration.ofMillis(field.getValue().asLong())));
    return worked;
  }
}
