package dojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dojo.dropout.DropRate;
import dojo.dropout.Mask;
import dojo.nn.Forward;
import dojo.nn.Gradients;
import dojo.nn.Layer;
import dojo.nn.Linear;
import dojo.nn.Loss;
import dojo.nn.Mode;
import dojo.nn.Objective;
import dojo.nn.Population;
import dojo.nn.SelfAttention;
import dojo.nn.SoftmaxCrossEntropy;
import dojo.optim.Adam;
import dojo.optim.Optimizer;
import dojo.plot.LineChart;
import dojo.plot.Pictures;
import dojo.random.RandomKey;
import dojo.support.RandomLayers;
import dojo.tensor.Tensor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A tensor of any shape that goes into a public method is worked on, or refused by a rule of this
 * kit: never by an index or a size that some array happened not to have.
 *
 * <p>Every public constructor and method of the rooms from {@code tensor} to {@code plot} that
 * takes tensors is called with tensors of the shape, and every public method of what they return.
 */
class AnyShapeTest {
  private static final RandomKey KEY = RandomKey.of(4);
  private static final Method PULL_BACK = back();

  /** What the other parameters are, by type. */
  private static final Map<Type, Object> OTHERS =
      Map.ofEntries(
          Map.entry(int.class, 1),
          Map.entry(double.class, 0.5),
          Map.entry(boolean.class, true),
          Map.entry(int[].class, new int[] {0}),
          Map.entry(String.class, "a"),
          Map.entry(Locale.class, Locale.ROOT),
          Map.entry(RandomKey.class, KEY),
          Map.entry(DropRate.class, new DropRate(0.5)),
          Map.entry(Mode.class, Mode.train(KEY)),
          Map.entry(SelfAttention.Sight.class, SelfAttention.Sight.PAST),
          Map.entry(Mask.class, Mask.of(Tensor.ones(2, 3))),
          Map.entry(Layer.class, Linear.he(3, 2, KEY)),
          Map.entry(Loss.class, new SoftmaxCrossEntropy()),
          Map.entry(Objective.class, new SoftmaxCrossEntropy()),
          Map.entry(Optimizer.class, Adam.of(0.1)),
          Map.entry(Optimizer.State.class, new Optimizer.State(0, List.of())),
          Map.entry(Population.class, new Population(Tensor.zeros(3), Tensor.ones(3), 2)));

  static Stream<int[]> shapes() {
    int large = 1 << 16;
    return Stream.of(
        new int[] {},
        new int[] {0},
        new int[] {1},
        new int[] {3},
        new int[] {0, 0},
        new int[] {0, 3},
        new int[] {3, 0},
        new int[] {2, 3},
        new int[] {3, 3},
        new int[] {1, 1, 1},
        new int[] {2, 2, 2, 3},
        new int[] {1, 1, 1, 1, 3},
        new int[] {large + 1, 0},
        new int[] {0, large + 1},
        new int[] {large, large, 0},
        new int[] {0, large, large},
        new int[] {large, large, 0, 3},
        new int[] {0, 3, large, large});
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void a_tensor_of_any_shape_is_worked_on_or_refused_by_a_rule(int... shape) {
    Tensor tensor = Tensor.zeros(shape);
    List<String> faults = new ArrayList<>();
    List<Object> receivers = new ArrayList<>(List.of(tensor, LineChart.of("a", "x", "y")));
    RandomLayers.all().map(RandomLayers.Example::layer).forEach(receivers::add);
    int calls = 0;
    for (Executable maker : makers()) {
      for (Object[] arguments : arguments(maker, tensor).stream().toList()) {
        calls++;
        Object made = call(maker, null, arguments, faults);
        if (made != null && made.getClass().getName().startsWith("dojo.")) {
          receivers.add(made);
        }
      }
    }
    for (Object receiver : receivers) {
      for (Method method : publicMethods(receiver)) {
        for (Object[] arguments : arguments(method, tensor).stream().toList()) {
          calls++;
          Object returned = call(method, receiver, arguments, faults);
          if (returned instanceof Forward pass) {
            call(PULL_BACK, null, new Object[] {pass}, faults);
          }
        }
      }
    }
    assertTrue(calls > 500, "the search finds only " + calls + " calls");
    assertEquals("", String.join("\n", new TreeSet<>(faults)));
  }

  /** Goes back through a pass that was made. */
  public static Gradients back(Forward pass) {
    Gradients gradients = pass.pullback().apply(pass.output());
    gradients.input();
    return gradients;
  }

  private static Method back() {
    try {
      return AnyShapeTest.class.getMethod("back", Forward.class);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Returns the public constructors and static methods: those that take tensors, and of the rooms
   * without files and network those that make what takes them.
   */
  private static List<Executable> makers() {
    List<Executable> makers = new ArrayList<>();
    for (JavaClass imported :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                "dojo.tensor",
                "dojo.nn",
                "dojo.dropout",
                "dojo.optim",
                "dojo.data",
                "dojo.train",
                "dojo.experiment",
                "dojo.plot")) {
      Class<?> type = imported.reflect();
      List<Executable> all = new ArrayList<>();
      if (!Modifier.isAbstract(type.getModifiers())) {
        all.addAll(List.of(type.getConstructors()));
      }
      Stream.of(type.getMethods())
          .filter(method -> Modifier.isStatic(method.getModifiers()))
          .forEach(all::add);
      boolean pure = type.getPackageName().matches("dojo.(nn|dropout|optim)");
      all.stream()
          .filter(call -> Modifier.isPublic(type.getModifiers()) && !type.isEnum())
          .filter(call -> pure || takesTensors(call))
          .forEach(makers::add);
    }
    return makers;
  }

  private static boolean takesTensors(Executable call) {
    return Arrays.stream(call.getGenericParameterTypes())
        .anyMatch(type -> type.toString().matches(".*(Tensor|Tile)>?"));
  }

  private static List<Method> publicMethods(Object receiver) {
    return Arrays.stream(receiver.getClass().getMethods())
        .filter(method -> Modifier.isPublic(receiver.getClass().getModifiers()))
        .filter(method -> method.getDeclaringClass() != Object.class)
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> !Modifier.isAbstract(method.getModifiers()))
        .toList();
  }

  /** Returns arguments for a call; empty if a type is not listed above, which has no tensors. */
  private static Optional<Object[]> arguments(Executable call, Tensor tensor) {
    Object[] arguments = new Object[call.getParameterCount()];
    Type[] types = call.getGenericParameterTypes();
    for (int i = 0; i < arguments.length; i++) {
      Object argument = argument(types[i], tensor);
      if (argument == null) {
        return Optional.empty();
      }
      arguments[i] = argument;
    }
    return Optional.of(arguments);
  }

  private static Object argument(Type type, Tensor tensor) {
    if (type == Tensor.class) {
      return tensor;
    }
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      Type of = list.getActualTypeArguments()[0];
      return of == Tensor.class
          ? List.of(tensor, tensor)
          : of == Pictures.Tile.class ? List.of(new Pictures.Tile(tensor, "a")) : null;
    }
    if (type == float[].class) {
      return tensor.toArray();
    }
    return OTHERS.get(type);
  }

  /** Makes a call, and notes a fault unless it is answered or refused by this kit. */
  private static Object call(
      Executable call, Object receiver, Object[] arguments, List<String> faults) {
    call.setAccessible(true); // of an interface that only its own room sees
    try {
      return call instanceof Constructor<?> constructor
          ? constructor.newInstance(arguments)
          : ((Method) call).invoke(receiver, arguments);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      if (!refused(cause)) {
        faults.add(call + " of " + name(receiver) + ": " + cause + at(cause));
      }
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      faults.add(call + ": " + e);
    }
    return null;
  }

  private static String name(Object receiver) {
    return receiver == null ? "nothing" : receiver.getClass().getSimpleName();
  }

  private static boolean refused(Throwable thrown) {
    boolean rule =
        thrown.getClass() == IllegalArgumentException.class
            || thrown.getClass() == IllegalStateException.class;
    boolean index = // Objects.checkIndex, which names the index and the length
        thrown.getClass() == IndexOutOfBoundsException.class
            && String.valueOf(thrown.getMessage())
                .matches("Index -?\\d+ out of bounds for length \\d+");
    boolean ours =
        Arrays.stream(thrown.getStackTrace())
            .findFirst()
            .map(frame -> frame.getClassName().startsWith("dojo."))
            .orElse(false);
    return index || (rule && ours);
  }

  private static String at(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("dojo."))
        .limit(3)
        .map(Objects::toString)
        .toList()
        .toString();
  }
}
