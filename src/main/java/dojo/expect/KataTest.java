package dojo.expect;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks the test class of a kata: it names the class that the student writes.
 *
 * <p>The test declares an interface of the methods it needs and takes it as a parameter, so it
 * compiles whatever state the student's class is in. A {@link dojo.random.RandomKey} parameter is
 * the key of the run's seed, a {@link Chance} parameter judges counts:
 *
 * <pre>{@code
 * @KataTest("kata03.InvertedDropout")
 * class InvertedDropoutTest {
 *   interface Subject {
 *     float[][] forward(float[][] x, double p, RandomKey key);
 *   }
 *
 *   @Test
 *   void with_p_0_every_value_stays(Subject dropout, RandomKey key) { … }
 * }
 * }</pre>
 *
 * <p>The tests run from top to bottom and stop at the first that fails; {@code -Ddojo.all=true}
 * runs them all, {@code -Ddojo.seed=7} with another seed. A test that takes longer than ten seconds
 * fails, unless a debugger is attached.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(KataExtension.class)
@TestMethodOrder(SourceOrder.class)
@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public @interface KataTest {

  /**
   * Returns the full name of the class that the student writes.
   *
   * @return for example {@code kata03.InvertedDropout}
   */
  String value();
}
