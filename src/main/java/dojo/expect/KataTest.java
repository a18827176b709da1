package dojo.expect;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks the test class of a kata: it names the class that the student writes.
 *
 * <p>The test declares interfaces of what it needs and takes them as parameters, so it compiles
 * whatever state the student's class is in. Methods are found by their names and the types of their
 * parameters; a parameter or a result of the student's may be any interface or class where the test
 * declares an interface. A {@link dojo.random.RandomKey} parameter is the key of the run's seed, a
 * {@link Chance} parameter judges random events, and {@link Trials} judge a test that the student
 * writes.
 *
 * <p><b>A function.</b> The student's method may be static; otherwise it belongs to one object,
 * which is made without arguments for each subject parameter of each test:
 *
 * <pre>{@code
 * @KataTest("kata03.InvertedDropout")
 * class InvertedDropoutTest {
 *   interface Subject {
 *     float[][] forward(float[][] x, double p, RandomKey key);
 *   }
 *
 *   @Test
 *   void with_p_0_every_value_stays(Subject dropout, RandomKey key) {
 *     expect("forward(x, 0, key)", dropout.forward(X, 0, key)).toBeExactly(X);
 *   }
 * }
 * }</pre>
 *
 * <p><b>An object that is made with arguments</b>, and <b>two that must not share anything</b>: a
 * method with {@link Constructor} stands for the constructor of the student's class.
 *
 * <pre>{@code
 * interface Layer {
 *   void eval();
 *   float[][] forward(float[][] x, RandomKey key);
 * }
 *
 * interface Subject {
 *   @Constructor
 *   Layer dropout(double p);
 * }
 *
 * @Test
 * void each_layer_has_a_mode_of_its_own(Subject make, RandomKey key) {
 *   Layer first = make.dropout(0.6);
 *   Layer second = make.dropout(0.6);
 *   first.eval();
 *   chance.count("zeros", zeros(second.forward(ONES, key)), 10_000).toBeBinomial(0.6);
 * }
 * }</pre>
 *
 * <p><b>A function as an argument.</b> The student may declare {@code DoubleUnaryOperator} or an
 * interface of their own, if it has one method of this shape; of an interface with several methods,
 * the names must be the same.
 *
 * <pre>{@code
 * interface Function {
 *   double of(double x);
 * }
 *
 * interface Subject {
 *   double slope(Function f, double x, double h);
 * }
 *
 * @Test
 * void a_parabola_has_the_slope_2x(Subject numerical) {
 *   double slope = numerical.slope(x -> x * x, 3, 1e-4);
 *   expect("slope(x -> x * x, 3, 1e-4)", slope).toBeWithin(1e-6, 0, 6.0);
 * }
 * }</pre>
 *
 * <p><b>A function that must not be called.</b> Let it note that it was, and check the note: a
 * failure inside of it is kept, even if the student's code swallows it, but then the diagnosis
 * would have to stand there.
 *
 * <pre>{@code
 * @Test
 * void a_dropped_block_is_not_computed(Subject block) {
 *   List<float[][]> asked = new ArrayList<>();
 *   block.forward(X, x -> { asked.add(x); return x; }, 1.0);
 *   expectThat(asked.isEmpty(), "f-is-not-called").orDiagnose("STILL_CALLS_F");
 * }
 * }</pre>
 *
 * <p>Numbers, booleans, texts, arrays of them and keys cross to the student's class as they are;
 * arrays keep their identity, so that a test sees whether its array was overwritten or returned.
 *
 * <p>The tests run from top to bottom and stop at the first that fails; {@code -Ddojo.all=true}
 * runs them all, {@code -Ddojo.seed=7} with another seed. A test that takes longer than ten seconds
 * fails, unless a debugger is attached.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({KataExtension.class, LessonExtension.class})
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestMethodOrder(SourceOrder.class)
@Timeout(value = KataTest.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public @interface KataTest {

  /** How long a test may take, in seconds. */
  int SECONDS = 10;

  /**
   * Returns the full name of the class that the student writes.
   *
   * @return for example {@code kata03.InvertedDropout}
   */
  String value();
}
