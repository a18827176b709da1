package dojo.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.grade.Disclosure;
import dojo.grade.PointsPlan;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudienceTest {
  private static final PointsPlan PLAN = new PointsPlan("", Situation.PLAN);

  private static Audience audience(Audience.Who who, PointsPlan plan, Instant at) {
    return new Audience(who, plan, at, Audience.Seeds.SECRET);
  }

  @ParameterizedTest
  @CsvSource({
    "visible, EVERYTHING, EVERYTHING",
    "edge-cases, POINTS, EXAMPLE",
    "speed, DIAGNOSIS, DIAGNOSIS",
    "unnamed, POINTS, POINTS"
  })
  void students_see_what_the_plan_says_and_the_staff_everything(
      String group, Disclosure before, Disclosure after) {
    Audience.Who student = Audience.Who.STUDENT;
    assertEquals(before, audience(student, PLAN, Situation.BEFORE).disclosure(group));
    assertEquals(after, audience(student, PLAN, Situation.AFTER).disclosure(group));
    Audience staff = audience(Audience.Who.STAFF, PLAN, Situation.BEFORE);
    assertEquals(Disclosure.EVERYTHING, staff.disclosure(group));
  }

  @Test
  void a_bug_gets_its_name_when_nobody_looks_for_it_any_more() {
    Audience.Who student = Audience.Who.STUDENT;
    assertEquals(0, audience(student, PLAN, Situation.BEFORE).hints());
    assertEquals(4, audience(student, PLAN, Situation.AFTER).hints());
    assertEquals(0, audience(student, PointsPlan.usual(), Situation.AFTER).hints());
    assertEquals(4, audience(Audience.Who.STAFF, PLAN, Situation.BEFORE).hints());
  }

  @Test
  void the_deadline_itself_is_after_it() {
    Instant deadline = PLAN.deadline().orElseThrow().toInstant();
    Audience.Who student = Audience.Who.STUDENT;
    assertEquals(Disclosure.EXAMPLE, audience(student, PLAN, deadline).disclosure("edge-cases"));
    assertEquals(
        Disclosure.POINTS,
        audience(student, PLAN, deadline.minusMillis(1)).disclosure("edge-cases"));
  }

  @Test
  void students_are_told_no_note_of_the_staff() {
    Map<String, String> roster = Map.of("Late", "yes", "attempt", "2", "remark", "ask me about it");
    Audience staff = audience(Audience.Who.STAFF, PLAN, Situation.BEFORE);
    Audience student = audience(Audience.Who.STUDENT, PLAN, Situation.BEFORE);
    assertEquals(roster, staff.about(roster));
    assertEquals(Map.of("Late", "yes", "attempt", "2"), student.about(roster));
  }
}
