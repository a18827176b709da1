package dojo.report;

import dojo.grade.JudgedKata;
import dojo.grade.Points;
import dojo.kata.Report;
import dojo.kata.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * JUnit XML as Surefire writes it: a file for each kata, which build servers and editors read.
 *
 * <p>What is not green is a {@code failure}, whose type is the diagnosis or the state. Only where
 * the kit failed there is an {@code error}, and no points. A group whose tests are not disclosed is
 * one test case of its name. All times are 0: they are no part of a grade, and the same grade gives
 * the same file. Points, and what is known of the submission, are properties.
 */
final class JUnitXml implements StudentFormat {
  @Override
  public String name() {
    return "junit";
  }

  @Override
  public Map<String, String> files(SubmissionResult result) {
    Map<String, String> files = new LinkedHashMap<>();
    for (KataResult kata : result.katas()) {
      List<Case> cases =
          kata.groups().stream().flatMap(group -> cases(kata, group, result).stream()).toList();
      files.put("TEST-kata" + kata.kata() + ".xml", xml(result, kata, cases));
    }
    return files;
  }

  /**
   * A test case.
   *
   * @param type the diagnosis or the state
   * @param line why it is not green, in a line
   * @param text the same in full
   * @param printed what the student's class printed
   */
  private record Case(
      String className,
      String name,
      State state,
      String type,
      String line,
      String text,
      String printed) {}

  private static List<Case> cases(KataResult kata, GroupResult group, SubmissionResult result) {
    String visible = "kata" + kata.kata();
    boolean hidden = !group.name().equals(JudgedKata.VISIBLE);
    String className = hidden ? visible + "." + group.name() : visible;
    List<Case> cases = new ArrayList<>();
    for (TestResult test : group.tests()) {
      String printed = cases.isEmpty() ? group.printed() : "";
      String name = test.name().isEmpty() ? test.title() : test.name();
      cases.add(
          new Case(
              className,
              name,
              test.state(),
              type(test.diagnosis(), test.state()),
              line(test.report(), test.title()),
              GroupText.text(test.report()),
              printed));
    }
    if (cases.isEmpty()) {
      String points =
          new GroupText(result.words()).points(group.state(), group.points(), group.outOf());
      cases.add(
          new Case(
              className,
              group.name(),
              group.state(),
              type(group.diagnosis(), group.state()),
              points,
              GroupText.text(group.report()),
              ""));
    }
    return cases;
  }

  private static String type(String diagnosis, State state) {
    return diagnosis.isEmpty() ? state.name().toLowerCase(Locale.ROOT) : diagnosis;
  }

  /** The diagnosis, which says most; otherwise the first sentence; otherwise the title. */
  private static String line(Report report, String title) {
    return report.parts().stream()
        .filter(Report.Diagnosis.class::isInstance)
        .map(part -> ((Report.Diagnosis) part).text())
        .findFirst()
        .or(
            () ->
                report.parts().stream()
                    .filter(Report.Paragraph.class::isInstance)
                    .map(part -> ((Report.Paragraph) part).text())
                    .findFirst())
        .orElse(title);
  }

  private static String xml(SubmissionResult result, KataResult kata, List<Case> cases) {
    Map<String, String> suite = new LinkedHashMap<>();
    suite.put("name", "kata" + kata.kata());
    suite.put("time", "0");
    suite.put("tests", String.valueOf(cases.size()));
    suite.put("errors", count(cases, State.ERROR));
    suite.put("skipped", count(cases, State.SKIPPED));
    suite.put("failures", count(cases, State.RED, State.TODO));
    Xml xml = new Xml();
    xml.element(
        "testsuite",
        suite,
        () -> {
          xml.element(
              "properties",
              Map.of(),
              () ->
                  properties(result, kata)
                      .forEach((key, value) -> xml.element("property", pair(key, value), "")));
          cases.forEach(each -> write(xml, each));
        });
    return xml.toString();
  }

  private static String count(List<Case> cases, State... states) {
    return String.valueOf(
        cases.stream().filter(each -> List.of(states).contains(each.state())).count());
  }

  private static Map<String, String> pair(String name, String value) {
    Map<String, String> pair = new LinkedHashMap<>();
    pair.put("name", name);
    pair.put("value", value);
    return pair;
  }

  private static Map<String, String> properties(SubmissionResult result, KataResult kata) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("submission", result.submission());
    all.put("kit", result.kit());
    all.put("tier", result.tier().name());
    all.put("state", kata.state().name().toLowerCase(Locale.ROOT));
    if (kata.state() != State.ERROR) {
      all.put("points", Points.text(kata.points()));
    }
    all.put("out-of", Points.text(kata.outOf()));
    result.seed().ifPresent(seed -> all.put("seed", String.valueOf(seed)));
    result.about().forEach((key, value) -> all.put("about." + key, value));
    return all;
  }

  private static void write(Xml xml, Case test) {
    Map<String, String> named = new LinkedHashMap<>();
    named.put("name", test.name());
    named.put("classname", test.className());
    named.put("time", "0");
    boolean green = test.state() == State.GREEN;
    if (green && test.printed().isBlank()) {
      xml.element("testcase", named, "");
      return;
    }
    xml.element(
        "testcase",
        named,
        () -> {
          if (test.state() == State.SKIPPED) {
            xml.element("skipped", Map.of(), "");
          } else if (!green) {
            Map<String, String> why = new LinkedHashMap<>();
            why.put("message", test.line());
            why.put("type", test.type());
            xml.element(test.state() == State.ERROR ? "error" : "failure", why, test.text());
          }
          if (!test.printed().isBlank()) {
            xml.element("system-out", Map.of(), test.printed());
          }
        });
  }
}
