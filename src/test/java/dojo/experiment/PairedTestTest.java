package dojo.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class PairedTestTest {
  private static final Sample A = new Sample(0.0530, 0.0585, 0.0561, 0.0472, 0.0493);
  private static final Sample B = new Sample(0.1058, 0.0991, 0.1203, 0.0872, 0.1110);

  @Test
  void the_test_is_that_of_scipy() {
    PairedTest test = PairedTest.of(A, B); // scipy.stats.ttest_rel(a, b)
    assertEquals(-10.195789685238555, test.t(), 1e-12);
    assertEquals(0.0005213352057126492, test.pValue(), 1e-14);
    // scipy.stats.ttest_rel([1, 2, 4, 3], [1.5, 1.8, 4.5, 2.9])
    PairedTest weak = PairedTest.of(new Sample(1, 2, 4, 3), new Sample(1.5, 1.8, 4.5, 2.9));
    assertEquals(-0.9271726499455305, weak.t(), 1e-12);
    assertEquals(0.4222251822889122, weak.pValue(), 1e-12);
    assertEquals(2, weak.wins());
  }

  @Test
  void exchanging_the_settings_changes_the_sign_only() {
    PairedTest test = PairedTest.of(A, B);
    PairedTest reverse = PairedTest.of(B, A);
    assertEquals(-test.t(), reverse.t(), 1e-12);
    assertEquals(test.pValue(), reverse.pValue(), 1e-15);
    assertArrayEquals(A.minus(B).values(), test.differences().values());
    assertEquals(5, test.wins());
    assertEquals(0, reverse.wins());
  }

  @Test
  void settings_that_never_differ_are_explained_by_chance() {
    PairedTest same = PairedTest.of(A, A);
    assertEquals(0, same.t());
    assertEquals(1, same.pValue());
    assertEquals(
        "difference 0, 95 % interval [0, 0], t(4) = 0.0, p = 1, lower under 0 of 5" + " seeds",
        same.text(Locale.ENGLISH));
  }

  @Test
  void settings_that_always_differ_by_the_same_are_not_explained_by_chance() {
    PairedTest shifted = PairedTest.of(new Sample(1, 2, 3), new Sample(2, 3, 4));
    assertEquals(Double.NEGATIVE_INFINITY, shifted.t());
    assertEquals(0, shifted.pValue());
  }

  @Test
  void seeds_without_a_result_leave_the_test_without_one() {
    PairedTest lost = PairedTest.of(new Sample(1, Double.NaN), new Sample(1, 1));
    assertEquals(Double.NaN, lost.t());
    assertEquals(Double.NaN, lost.pValue());
  }

  @Test
  void printing_tells_all_that_a_reader_needs() {
    assertEquals(
        "difference -0.0519, 95 % interval [-0.0660, -0.0377], t(4) = -10.2, p = 0.0005, lower under"
            + " 5 of 5 seeds",
        PairedTest.of(A, B).toString());
  }

  @Test
  void too_few_seeds_or_other_seeds_are_rejected() {
    Sample one = new Sample(1);
    var e = assertThrows(IllegalArgumentException.class, () -> PairedTest.of(one, one));
    assertEquals("a paired test needs at least 2 seeds, but had 1", e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> PairedTest.of(A, one));
    assertEquals(
        "samples of one set of seeds are equally long, but had 5 and 1 numbers", e.getMessage());
  }
}
