package dojo.lab;

import java.lang.module.ModuleFinder;
import java.util.ArrayList;
import java.util.List;

/**
 * The options of the virtual machine that runs a notebook's cells. They change how long it takes,
 * never a bit.
 */
final class KernelOptions {
  private static final String VECTORS = "jdk.incubator.vector";

  /**
   * HotSpot compiles the loops of the product after a hundredth of its usual number of calls. At
   * the usual one it would first compile hundreds of small methods of the Vector API, which nobody
   * calls any more once those loops are compiled and have them inlined.
   *
   * <p>The loops of the coins are not among them: compiled so early, they now and then came out
   * slower than plain ones, and stayed so.
   */
  private static final List<String> LOOPS_FIRST =
      List.of("quiet", "CompileThresholdScaling,dojo.tensor.VectorGemm::*,0.01");

  private KernelOptions() {}

  /** A stale DISPLAY must not break a chart, and the vector kernels need their module. */
  static List<String> all() {
    List<String> options = new ArrayList<>(List.of("-Djava.awt.headless=true"));
    if (ModuleFinder.ofSystem().find(VECTORS).isPresent()) {
      options.add("--add-modules=" + VECTORS);
      LOOPS_FIRST.forEach(command -> options.add("-XX:CompileCommand=" + command));
    }
    return options;
  }
}
