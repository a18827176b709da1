package dojo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class EffortTest {
  @Test
  void a_quick_notebook_takes_the_smaller_number_and_the_weaker_test() {
    Effort quick = Effort.QUICK;
    assertEquals(3, quick.choose(10, 3));
    assertEquals(0.1, quick.alpha());
    assertEquals("quick (DOJO_QUICK=1)", quick.toString());
  }

  @Test
  void a_full_notebook_takes_the_larger_number_and_the_stronger_test() {
    Effort full = Effort.FULL;
    assertEquals(10, full.choose(10, 3));
    assertEquals(0.001, full.alpha());
    assertEquals("full", full.toString());
  }

  @Test
  void an_effort_is_named_in_a_language() {
    assertEquals("rapide", Effort.QUICK.text(Locale.forLanguageTag("eo")));
    assertEquals("full", Effort.FULL.text(Locale.forLanguageTag("eo"))); // not translated
  }

  @Test
  void the_environment_decides_with_a_1_and_nothing_else() {
    boolean one = "1".equals(System.getenv("DOJO_QUICK"));
    assertEquals(one ? Effort.QUICK : Effort.FULL, Effort.fromEnvironment());
  }
}
