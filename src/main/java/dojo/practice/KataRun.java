package dojo.practice;

import com.fasterxml.jackson.databind.ObjectMapper;
import dojo.expect.Chance;
import dojo.expect.KataFailure;
import dojo.kata.Seen;
import dojo.kata.TestOutcome;
import java.io.Closeable;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the tests of one kata in this JVM, as often as asked. */
public final class KataRun implements AutoCloseable {
  private static final LauncherConfig ALONE =
      LauncherConfig.builder()
          .enableLauncherSessionListenerAutoRegistration(false)
          .enableLauncherDiscoveryListenerAutoRegistration(false)
          .enableTestExecutionListenerAutoRegistration(false)
          .enablePostDiscoveryFilterAutoRegistration(false)
          .build();

  private final ClassLoader loader;
  private final Class<?> test;
  private final Launcher launcher = LauncherFactory.create(ALONE);

  /**
   * Opens the classes of a kata: these, and none of the same package from elsewhere.
   *
   * @param classes the folder that they were compiled into
   * @param testClass the full name of the test class, for example {@code
   *     kata03.InvertedDropoutTest}
   * @throws IOException if the folder is none
   * @throws ClassNotFoundException if the test class is not there
   */
  public KataRun(Path classes, String testClass) throws IOException, ClassNotFoundException {
    this(new URLClassLoader(new URL[] {classes.toUri().toURL()}, around(testClass)), testClass);
  }

  /**
   * Opens a test class that is loaded in another way. If the loader is a {@link
   * dojo.expect.SubjectFactory}, it decides where the student's class lives.
   *
   * @param loader loads the test class, and none of the same package from elsewhere
   * @param testClass the full name of the test class
   * @throws ClassNotFoundException if the test class is not there
   */
  public KataRun(ClassLoader loader, String testClass) throws ClassNotFoundException {
    this.loader = loader;
    this.test = loader.loadClass(testClass);
  }

  /**
   * Returns the classes of this JVM, but for those of the package of a kata.
   *
   * @param testClass the full name of the kata's test class
   * @return what is above the loader of that class
   */
  public static ClassLoader around(String testClass) {
    return new Without(testClass.substring(0, testClass.indexOf('.') + 1));
  }

  /** Loads what every run needs, while there is nothing to run yet. */
  static void warmUp() throws IOException {
    LauncherFactory.create(ALONE).discover(request(KataRun.class, Map.of()));
    new Chance(Chance.ALPHA, 0).count("", 5, 10).toBeBinomial(0.5);
    new ObjectMapper().writeValueAsString(List.of(TestOutcome.of("", new Seen.Passed())));
  }

  /**
   * Returns the test class.
   *
   * @return the class
   */
  public Class<?> test() {
    return test;
  }

  /**
   * Runs the tests from top to bottom.
   *
   * @param parameters the configuration parameters of JUnit, for example {@code dojo.seed}
   * @param starting hears the name of each test before it starts
   * @return what each test saw, in the order of the source
   */
  public List<TestOutcome> run(Map<String, String> parameters, Consumer<String> starting) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      Listener listener = new Listener(starting);
      launcher.execute(request(test, parameters), listener);
      return List.copyOf(listener.outcomes);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static LauncherDiscoveryRequest request(Class<?> test, Map<String, String> parameters) {
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(DiscoverySelectors.selectClass(test))
        .filters(EngineFilter.includeEngines("junit-jupiter"))
        .configurationParameters(parameters)
        .build();
  }

  @Override
  public void close() throws IOException {
    if (loader instanceof Closeable open) {
      open.close();
    }
  }

  /** This JVM's classes, but for the package of the kata: an IDE may have put one on the path. */
  private static final class Without extends ClassLoader {
    private final String home;

    Without(String home) {
      super(KataRun.class.getClassLoader());
      this.home = home;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith(home)) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }

    /** What is read of a class is of the one that is loaded. */
    @Override
    public @Nullable URL getResource(String name) {
      return name.startsWith(home.replace('.', '/')) ? null : super.getResource(name);
    }
  }

  private static final class Listener implements TestExecutionListener {
    private final List<TestOutcome> outcomes = new ArrayList<>();
    private final Consumer<String> starting;

    Listener(Consumer<String> starting) {
      this.starting = starting;
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
      if (identifier.isTest()) {
        starting.accept(name(identifier));
      }
    }

    @Override
    public void executionSkipped(TestIdentifier identifier, String reason) {
      outcomes.add(TestOutcome.of(name(identifier), new Seen.Skipped()));
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
      if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
        outcomes.add(failed(identifier, result.getThrowable().orElseThrow()));
      } else if (identifier.isTest()) {
        outcomes.add(TestOutcome.of(name(identifier), new Seen.Passed()));
      }
    }

    /** What the extension did not see is not about the student's class. */
    private static TestOutcome failed(TestIdentifier identifier, Throwable thrown) {
      return thrown instanceof KataFailure failure
          ? failure.outcome()
          : TestOutcome.of(
              identifier.isTest() ? name(identifier) : "", new Seen.Fault(thrown.toString()));
    }

    private static String name(TestIdentifier identifier) {
      return identifier.getLegacyReportingName().replaceAll("\\(.*", "");
    }
  }
}
