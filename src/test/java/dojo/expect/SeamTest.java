package dojo.expect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.kata.Seen;
import dojo.random.RandomKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a test can see of the student's class, in one JVM as well as through bytes. */
class SeamTest {

  static List<SubjectFactory> factories() {
    return List.of(new DirectSubject(), new Loopback());
  }

  interface Functions {
    String describe(
        boolean b, byte n, int i, long l, float f, double d, String text, RandomKey key);

    RandomKey child(RandomKey key);

    String[] sorted(String[] words);

    float[][] itself(float[][] x);

    float[][] shallow(float[][] x);

    void overwrite(float[][] x);

    void replaceRow(float[][] x);

    float[][] nothing();

    double checked();

    double endless();

    double hidden();

    double open();

    float open(int n);

    int describe();
  }

  interface Layer {
    void eval();

    float[][] forward(float[][] x);

    float cached();

    float[][] cache();

    void writeIntoCache(float value);

    boolean sameRate(Layer other);

    int made();

    int missing();
  }

  interface Layers {
    @Constructor
    Layer of(double p);

    @Constructor
    Layer of(int rows, String name);
  }

  interface Counter {
    int next();

    int always();
  }

  interface Function {
    double of(double x);
  }

  interface Map {
    float[][] of(float[][] x);
  }

  interface Model {
    double validate(double p, String set);

    double train(double p, long seed);
  }

  interface Trainer {
    double train(double p, long seed);

    double test(double p);
  }

  interface Callers {
    double slope(Function f, double x, double h);

    float[][] twice(Map f, float[][] x);

    double best(Model model);

    double best(Trainer model);

    Function shifted(double by);

    Map back(Map f);

    String guarded(Function f);

    double careless(Function f);

    double calls(Function f);

    double calls(Map f);

    double sum(Function f);
  }

  @ParameterizedTest
  @MethodSource("factories")
  void every_kind_of_data_crosses(SubjectFactory factory) {
    Functions subject = open(factory, "Functions", Functions.class);
    assertEquals(
        "true -1 2 " + Long.MIN_VALUE + " NaN -0.0 größer 42",
        subject.describe(
            true, (byte) -1, 2, Long.MIN_VALUE, Float.NaN, -0.0, "größer", new RandomKey(42)));
    assertEquals(new RandomKey(42).split(7), subject.child(new RandomKey(42)));
    assertArrayEquals(new String[] {"a", "b"}, subject.sorted(new String[] {"b", "a"}));
  }

  @ParameterizedTest
  @MethodSource("factories")
  void an_array_that_comes_back_is_the_one_that_went(SubjectFactory factory) {
    Functions subject = open(factory, "Functions", Functions.class);
    float[][] x = {{1}, {2}};
    assertSame(x, subject.itself(x));
    float[][] shallow = subject.shallow(x);
    assertNotSame(x, shallow);
    assertSame(x[1], shallow[1]);
  }

  @ParameterizedTest
  @MethodSource("factories")
  void what_is_written_into_an_array_is_seen(SubjectFactory factory) {
    Functions subject = open(factory, "Functions", Functions.class);
    float[][] x = {{1}, {2}};
    subject.overwrite(x);
    assertEquals(7, x[0][0]);
    float[] row = x[0];
    subject.replaceRow(x);
    assertArrayEquals(new float[] {8, 9}, x[0]);
    assertArrayEquals(new float[] {7}, row);
  }

  @ParameterizedTest
  @MethodSource("factories")
  void what_is_written_later_is_seen_on_both_sides(SubjectFactory factory) {
    Layer layer = open(factory, "Layer", Layers.class).of(0.5);
    float[][] x = {{1}};
    layer.forward(x);
    x[0][0] = 3;
    assertEquals(3, layer.cached());
    layer.writeIntoCache(4);
    assertEquals(4, x[0][0]);
    assertSame(x, layer.cache());
  }

  @ParameterizedTest
  @MethodSource("factories")
  void each_subject_is_one_object(SubjectFactory factory) {
    TestSide side = side(factory, "Counter");
    Counter first = side.subject(Counter.class);
    Counter second = side.subject(Counter.class);
    assertEquals(1, first.next());
    assertEquals(2, first.next());
    assertEquals(1, second.next());
    assertEquals(5, second.always());
  }

  @ParameterizedTest
  @MethodSource("factories")
  void objects_that_are_made_share_nothing_but_what_is_static(SubjectFactory factory) {
    Layers layers = open(factory, "Layer", Layers.class);
    Layer first = layers.of(0.25);
    int made = first.made();
    Layer second = layers.of(0.5);
    first.eval();
    float[][] x = {{1}};
    assertSame(x, first.forward(x));
    assertEquals(0.5f, second.forward(x)[0][0]);
    assertEquals(made + 1, first.made());
    assertTrue(first.sameRate(layers.of(0.25)));
    assertTrue(!first.sameRate(second));
  }

  @ParameterizedTest
  @MethodSource("factories")
  void a_constructor_may_refuse_its_arguments(SubjectFactory factory) {
    Layers layers = open(factory, "Layer", Layers.class);
    StudentException refused = assertThrows(StudentException.class, () -> layers.of(Double.NaN));
    assertTrue(refused.is(IllegalArgumentException.class));
    assertEquals("p must be in [0, 1], but was NaN", refused.getMessage());
  }

  @ParameterizedTest
  @MethodSource("factories")
  void functions_cross_in_both_directions(SubjectFactory factory) {
    Callers subject = open(factory, "Callers", Callers.class);
    assertEquals(6, subject.slope(x -> x * x, 3, 0.5));
    assertEquals(3.5, subject.shifted(1.5).of(2));
    Map own = x -> x;
    assertSame(own, subject.back(own));
    assertEquals(4, subject.slope(subject.shifted(0)::of, 0, 1) * 4);
  }

  @ParameterizedTest
  @MethodSource("factories")
  void an_array_keeps_its_identity_through_functions(SubjectFactory factory) {
    Callers subject = open(factory, "Callers", Callers.class);
    float[][] x = {{1}};
    List<float[][]> asked = new ArrayList<>();
    float[][] y =
        subject.twice(
            given -> {
              asked.add(given);
              given[0][0]++;
              return given;
            },
            x);
    assertSame(x, y);
    assertEquals(List.of(x, x), asked);
    assertEquals(3, x[0][0]);
  }

  @ParameterizedTest
  @MethodSource("factories")
  void an_object_with_several_methods_is_called_by_their_names(SubjectFactory factory) {
    Callers subject = open(factory, "Callers", Callers.class);
    List<String> asked = new ArrayList<>();
    Model model =
        new Model() {
          @Override
          public double train(double p, long seed) {
            asked.add("train " + p + " " + seed);
            return 1;
          }

          @Override
          public double validate(double p, String set) {
            asked.add("validate " + p + " " + set);
            return 2;
          }
        };
    assertEquals(3, subject.best(model));
    assertEquals(List.of("train 0.5 1", "validate 0.5 validation"), asked);
  }

  @ParameterizedTest
  @MethodSource("factories")
  void the_students_code_meets_an_exception_of_a_function_as_it_was(SubjectFactory factory) {
    Callers subject = open(factory, "Callers", Callers.class);
    Function refuses =
        x -> {
          throw new IllegalArgumentException("no");
        };
    assertEquals("IllegalArgumentException: no", subject.guarded(refuses));
    StudentException passed = assertThrows(StudentException.class, () -> subject.calls(refuses));
    assertTrue(passed.is(IllegalArgumentException.class));
  }

  @ParameterizedTest
  @MethodSource("factories")
  void a_check_inside_a_function_cannot_be_swallowed(SubjectFactory factory) {
    Callers subject = open(factory, "Callers", Callers.class);
    Function mustNotBeCalled =
        x -> {
          Expect.expectThat(false, "not-called", x).orDiagnose("STILL_CALLS_F");
          return x;
        };
    Misstep misstep = assertThrows(Misstep.class, () -> subject.careless(mustNotBeCalled));
    assertEquals("STILL_CALLS_F", misstep.diagnosis());
    assertEquals(2, subject.careless(x -> x + 1), "and it does not stay");
  }

  @ParameterizedTest
  @MethodSource("factories")
  void what_the_student_threw_is_named_with_its_line(SubjectFactory factory) {
    Functions subject = open(factory, "Functions", Functions.class);
    StudentException checked = assertThrows(StudentException.class, subject::checked);
    assertEquals("IOException", checked.type());
    assertEquals("checked", checked.getStackTrace()[0].getMethodName());
    assertTrue(checked.getStackTrace()[0].getLineNumber() > 0);
    StudentException endless = assertThrows(StudentException.class, subject::endless);
    assertEquals("StackOverflowError", endless.type());
  }

  @Test
  void what_a_static_initialiser_threw_is_named() {
    Ten broken = open(new Loopback(), "Broken", Ten.class);
    assertEquals("NumberFormatException", assertThrows(StudentException.class, broken::ten).type());
  }

  interface Ten {
    int ten();

    int size();
  }

  @ParameterizedTest
  @MethodSource("factories")
  void what_is_missing_is_told(SubjectFactory factory) {
    Functions functions = open(factory, "Functions", Functions.class);
    Layers layers = open(factory, "Layer", Layers.class);
    assertMissing("ACCESS", "hidden()", "", functions::hidden);
    assertEquals(1, functions.open());
    assertMissing("METHOD", "open(int)", "open()", () -> functions.open(1));
    assertMissing(
        "METHOD",
        "describe()",
        "describe(boolean, byte, int, long, float, double, String, RandomKey)",
        functions::describe);
    assertMissing("METHOD", "missing()", "made", () -> layers.of(0.5).missing());
    assertMissing("CONSTRUCTOR", "Layer(int, String)", "Layer(double)", () -> layers.of(2, "name"));
    Ten closed = open(factory, "Closed", Ten.class);
    assertMissing("INSTANCE", "size()", "", closed::size);
    assertMissing("METHOD", "ten()", "size", closed::ten);
    Ten nowhere = open(factory, "Nowhere", Ten.class);
    assertMissing("CLASS", "dojo.expect.Samples$Nowhere", "", nowhere::ten);
  }

  @ParameterizedTest
  @MethodSource("factories")
  void a_function_of_another_shape_is_told(SubjectFactory factory) {
    Callers subject = open(factory, "Callers", Callers.class);
    assertMissing(
        "METHOD", "calls(Map)", "calls(DoubleUnaryOperator)", () -> subject.calls((Map) x -> x));
    Trainer trainer =
        new Trainer() {
          @Override
          public double train(double p, long seed) {
            return p;
          }

          @Override
          public double test(double p) {
            return p;
          }
        };
    assertMissing("CALLBACK", "validate(double, String)", "", () -> subject.best(trainer));
    assertMissing("METHOD", "sum(Function)", "sum(Callers)", () -> subject.sum((Function) x -> x));
  }

  @ParameterizedTest
  @MethodSource("factories")
  void null_is_told(SubjectFactory factory) {
    Functions subject = open(factory, "Functions", Functions.class);
    Misstep misstep = assertThrows(Misstep.class, subject::nothing);
    assertEquals(new Seen.ReturnedNull("nothing"), misstep.seen());
  }

  private static void assertMissing(
      String what, String needs, String found, org.junit.jupiter.api.function.Executable call) {
    Seen missing = new Seen.Missing(Seen.Missing.What.valueOf(what), needs, found);
    assertEquals(missing, assertThrows(Misstep.class, call).seen());
  }

  private static <T> T open(SubjectFactory factory, String name, Class<T> type) {
    return side(factory, name).subject(type);
  }

  private static TestSide side(SubjectFactory factory, String name) {
    String className = Samples.class.getName() + "$" + name;
    return new TestSide(factory, className, SeamTest.class.getClassLoader(), Optional.empty());
  }
}
