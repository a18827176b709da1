package dojo;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import dojo.nn.BatchNorm;
import dojo.nn.Mode;
import dojo.random.RandomKey;
import java.nio.file.Files;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** The rules of the house, each with the way out for whoever has run into it. */
@AnalyzeClasses(packages = "dojo", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** The rooms whose numbers must be the same on every machine. */
  private static final String[] COMPUTING = rooms("random", "experiment");

  /** The rooms that might one day run in a browser. */
  private static final String[] CORE = rooms("random", "optim");

  @ArchTest
  static final ArchRule a_room_imports_only_rooms_before_it =
      layers()
          .because(
              "what a class needs is either below it or in the wrong room: move the class down the"
                  + " list "
                  + Rooms.ALL
                  + ", or hand it what it needs through an interface of its own room");

  @ArchTest
  static final ArchRule only_plot_knows_charts =
      noClasses()
          .that()
          .resideOutsideOfPackage("dojo.plot..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.knowm..", "java.awt..", "javax.swing..", "javax.imageio..")
          .because("charts and images are drawn in dojo.plot: add a method there and call it");

  @ArchTest
  static final ArchRule only_train_experiment_and_plot_know_tables =
      noClasses()
          .that()
          .resideOutsideOfPackages("dojo.train..", "dojo.experiment..", "dojo.plot..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("tech.tablesaw..")
          .because(
              "tables are made by History.table() and Results.table(): return numbers and let those"
                  + " make the table");

  @ArchTest
  static final ArchRule randomness_is_an_argument =
      noClasses()
          .that()
          .resideInAnyPackage(rooms("tensor", "plot"))
          .and()
          .doNotHaveFullyQualifiedName("dojo.experiment.Experiment") // under the keys of its seeds
          .should()
          .callMethod(RandomKey.class, "of", long.class)
          .orShould()
          .callConstructor(RandomKey.class, long.class)
          .because(
              "a notebook names the keys behind its numbers by its own code: take the key as an"
                  + " argument");

  @ArchTest
  static final ArchRule only_the_commands_know_the_command_line =
      noClasses()
          .that()
          .resideOutsideOfPackage("dojo.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..")
          .because(
              "commands are thin: read the options in dojo.cli and call a method without them");

  @ArchTest
  static final ArchRule randomness_comes_from_a_key =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.util\\.(SplittableRandom|concurrent\\.ThreadLocalRandom)")
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("java.util.random..")
          .orShould()
          .accessTargetWhere(calls(Math.class, "random"))
          .orShould()
          .accessTargetWhere(calls(StrictMath.class, "random"))
          .orShould()
          .accessTargetWhere(calls(Collections.class, "shuffle"))
          .because(
              "the same key must give the same run: take a dojo.random.RandomKey as a parameter and"
                  + " ask it, or a child made with split, for the number");

  @ArchTest
  static final ArchRule layers_ask_for_noise_and_not_which_case_a_mode_is =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Mode.class)
          .should()
          .dependOnClassesThat(
              describe(
                  "are a case of Mode",
                  c -> c.isAssignableTo(Mode.class) && !c.isEquivalentTo(Mode.class)))
          .because(
              "two of the three cases are random, and a layer that asks for one of them evaluates in"
                  + " the other: ask mode.noise(), and make modes with Mode.train, sample and eval");

  @ArchTest
  static final ArchRule only_batch_normalisation_asks_for_the_statistics_of_the_batch =
      noClasses()
          .that()
          .areNotAssignableTo(BatchNorm.class)
          .should()
          .accessTargetWhere(calls(Mode.class, "usesBatchStatistics"))
          .because("all else that differs between modes is noise: ask mode.noise()");

  @ArchTest
  static final ArchRule only_computing_rooms_touch_the_arrays_of_tensors =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dojo.tensor..",
              "dojo.nn..",
              "dojo.dropout..",
              "dojo.optim..",
              "dojo.data..",
              "dojo.plot..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("dojo.tensor.Floats")
          .because(
              "tensors are values, and Floats hands out their arrays uncopied: use Tensor.toArray()"
                  + " and Tensor.of(…), which copy");

  @ArchTest
  static final ArchRule the_core_has_no_threads_files_or_reflection =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .and()
          .doNotHaveFullyQualifiedName("dojo.tensor.VectorKernel") // finds a class, and times it
          .and()
          .doNotHaveFullyQualifiedName("dojo.tensor.Gemm$Fastest") // times an instruction
          .and()
          .haveNameNotMatching(
              "dojo\\.tensor\\.(Cores|Helper|Job|Scratch)") // cores, and their memory
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "java.io..",
                      "java.nio.file..",
                      "java.nio.channels..",
                      "java.net..",
                      "java.util.concurrent..",
                      "java.lang.reflect..",
                      "java.time..")
                  .or(
                      DescribedPredicate.<JavaClass>describe(
                          "are threads, processes or class loaders",
                          c ->
                              Set.of(
                                      "java.lang.Thread",
                                      "java.lang.ThreadLocal",
                                      "java.lang.Process",
                                      "java.lang.ProcessBuilder",
                                      "java.lang.Runtime",
                                      "java.lang.ClassLoader",
                                      "java.util.ServiceLoader")
                                  .contains(c.getName()))))
          .orShould()
          .accessTargetWhere(calls(Class.class, "forName", "newInstance", "getResourceAsStream"))
          .orShould()
          .accessTargetWhere(
              calls(System.class, "getenv", "getProperty", "currentTimeMillis", "nanoTime"))
          .orShould()
          .accessTargetWhere(calls(Collection.class, "parallelStream"))
          .because(
              "random to optim are pure functions, so that the same code can run anywhere: do this in"
                  + " data, train or experiment, or name its one seam in this rule");

  @ArchTest
  static final ArchRule the_core_formats_nothing_but_tensors =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .and(DescribedPredicate.not(simpleName("TensorText")))
          .should()
          .accessTargetWhere(calls(String.class, "format", "formatted"))
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.(text\\..*|util\\.(Formatter|Locale))")
          .orShould()
          .accessTargetWhere(
              describe(
                  "the target is System.out or System.err",
                  a ->
                      a.getTargetOwner().isEquivalentTo(System.class)
                          && Set.of("out", "err").contains(a.getName())))
          .because(
              "formatting is slow to start and depends on the machine's language: put numbers"
                  + " together with +, print in the notebook, or extend TensorText");

  @ArchTest
  static final ArchRule arithmetic_is_the_same_on_every_machine =
      noClasses()
          .that()
          .resideInAnyPackage(COMPUTING)
          .should()
          .accessTargetWhere(
              calls(
                  Math.class,
                  "exp",
                  "expm1",
                  "log",
                  "log10",
                  "log1p",
                  "pow",
                  "sin",
                  "cos",
                  "tan",
                  "asin",
                  "acos",
                  "atan",
                  "atan2",
                  "sinh",
                  "cosh",
                  "tanh",
                  "cbrt",
                  "hypot"))
          .because(
              "these functions of Math may differ in the last digit from machine to machine: use the"
                  + " same ones of StrictMath");

  @ArchTest
  static final ArchRule sums_have_one_order =
      noClasses()
          .that()
          .resideInAnyPackage(COMPUTING)
          .should()
          .accessTargetWhere(calls(DoubleStream.class, "sum", "average", "summaryStatistics"))
          .orShould()
          .accessTargetWhere(
              calls(Collectors.class, "summingDouble", "averagingDouble", "summarizingDouble"))
          .because(
              "streams of numbers are added in an order, and with a correction, that Java leaves open:"
                  + " write the loop");

  @ArchTest
  static final ArchRule nothing_that_was_made_changes =
      fields()
          .that()
          .areNotAnnotatedWith("picocli.CommandLine$Option")
          .and()
          .areNotAnnotatedWith("picocli.CommandLine$Parameters")
          .and()
          .areNotAnnotatedWith("picocli.CommandLine$Mixin")
          .and()
          .areNotAnnotatedWith("picocli.CommandLine$Spec")
          .and()
          .areNotAnnotatedWith("picocli.CommandLine$ParentCommand")
          .and()
          .areDeclaredInClassesThat()
          .haveNameNotMatching("dojo\\.expect\\.SharedArrays?.*") // two memories kept alike
          .should()
          .beFinal()
          .because(
              "a value cannot be forgotten in a wrong state: make the field final and return a changed"
                  + " copy; where a field must change, name it in this rule and say why");

  @ArchTest
  static final ArchRule files_are_written_whole =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dojo.train..",
              "dojo.experiment..",
              "dojo.plot..",
              "dojo.kata..",
              "dojo.lab..",
              "dojo.book..",
              "dojo.grade..",
              "dojo.report..",
              "dojo.cli..")
          .should()
          .accessTargetWhere(calls(Files.class, "write", "writeString", "copy"))
          .orShould()
          .accessTargetWhere(calls(ObjectWriter.class, "writeValue"))
          .because(
              "a crash must leave the old file or the new one: write it with dojo.machine.WholeFile;"
                  + " a log that grows may have a writer of its own");

  @ArchTest
  static final ArchRule only_the_command_line_ends_the_program =
      noClasses()
          .that()
          .resideOutsideOfPackage("dojo.cli..")
          .and(
              DescribedPredicate.not(
                  resideInAPackage("dojo.practice..")
                      .and(simpleName("StudentMain")))) // ends student threads
          .and(
              DescribedPredicate.not(
                  resideInAPackage("dojo.expect..").and(simpleName("Worker")))) // likewise
          .should()
          .accessTargetWhere(calls(System.class, "exit"))
          .orShould()
          .accessTargetWhere(calls(Runtime.class, "exit", "halt"))
          .because(
              "a notebook's kernel would die with it: throw an exception, and let dojo.cli turn it"
                  + " into an exit code");

  private static LayeredArchitecture layers() {
    LayeredArchitecture layers =
        layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
    for (String room : Rooms.ALL) {
      layers = layers.layer(room).definedBy("dojo." + room + "..");
    }
    layers = layers.whereLayer(Rooms.ALL.get(0)).mayNotAccessAnyLayer();
    for (int i = 1; i < Rooms.ALL.size(); i++) {
      String[] before = Rooms.ALL.subList(0, i).toArray(String[]::new);
      layers = layers.whereLayer(Rooms.ALL.get(i)).mayOnlyAccessLayers(before);
    }
    return layers;
  }

  private static String[] rooms(String first, String last) {
    return Rooms.from(first, last).stream()
        .map(room -> "dojo." + room + "..")
        .toArray(String[]::new);
  }

  /** Calls and method references alike. */
  private static DescribedPredicate<JavaAccess<?>> calls(Class<?> owner, String... names) {
    return describe(
        "the target is " + owner.getSimpleName() + "." + String.join(", ", names),
        access ->
            access.getTargetOwner().isAssignableTo(owner)
                && Set.of(names).contains(access.getName()));
  }
}
