package dojo.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.machine.ChildProcess;
import dojo.machine.Jdk;
import dojo.machine.Os;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a reader has told pip about other installations, ours is complete and in its place; what
 * it was told about the way to an index counts. With the real pip, and a folder for an index.
 */
class VirtualEnvironmentIT {

  @TempDir Path folder;
  private Path elsewhere;

  @BeforeEach
  void make_an_index_with_one_package() throws IOException {
    elsewhere = folder.resolve("elsewhere");
    Path index = Files.createDirectories(folder.resolve("index of mine"));
    String info = "probe-1.0.dist-info/";
    try (OutputStream file = Files.newOutputStream(index.resolve("probe-1.0-py3-none-any.whl"));
        ZipOutputStream wheel = new ZipOutputStream(file)) {
      write(wheel, "probe.py", "");
      write(wheel, info + "METADATA", "Metadata-Version: 2.1\nName: probe\nVersion: 1.0\n");
      write(
          wheel,
          info + "WHEEL",
          "Wheel-Version: 1.0\nGenerator: dojo\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
      write(wheel, info + "RECORD", "");
    }
    Files.writeString(folder.resolve("requirements.txt"), "probe==1.0\n");
    Files.writeString(folder.resolve("constraints.txt"), "");
    Files.writeString(folder.resolve("others.txt"), "probe==2.0\n");
  }

  @Test
  void settings_in_the_environment_do_not_break_it() throws IOException {
    Map<String, String> environment = new LinkedHashMap<>();
    settings()
        .forEach(
            (name, value) ->
                environment.put("PIP_" + name.toUpperCase(Locale.ROOT).replace('-', '_'), value));
    environment.put("PIP_FIND_LINKS", index());
    Path broken = Files.createDirectories(folder.resolve("broken"));
    Files.writeString(broken.resolve("venv.py"), "raise SystemExit('not this one')");
    environment.put("PYTHONPATH", broken.toString());
    environment.put("PYTHONHOME", elsewhere.toString());
    environment.put("PYTHONUSERBASE", elsewhere.toString());
    assertMade(environment);
  }

  @Test
  @EnabledOnOs(OS.WINDOWS)
  void settings_in_a_file_that_is_named_do_not_break_it() throws IOException {
    Path file = Files.writeString(folder.resolve("pip.conf"), configuration());
    assertMade(Map.of("PIP_CONFIG_FILE", file.toString()));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void settings_in_the_home_do_not_break_it() throws IOException {
    Path home = Files.createDirectories(folder.resolve("home/.config/pip"));
    Files.writeString(home.resolve("pip.conf"), configuration());
    assertMade(Map.of("HOME", folder.resolve("home").toString()));
  }

  @Test
  void settings_that_pip_cannot_read_are_told_with_its_words() throws IOException {
    Path file = Files.writeString(folder.resolve("pip.conf"), "index-url = nowhere\n");
    ChildProcess.Output made = make(Map.of("PIP_CONFIG_FILE", file.toString()));
    assertTrue(made.text().contains("pip cannot read its settings: correct them"), made.text());
    assertTrue(made.text().contains(file.toString()), made.text());
  }

  /** All settings that keep pip from installing what we ask for, where we ask for it. */
  private Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String flag : List.of("user", "dry-run", "require-hashes", "require-virtualenv", "pre")) {
      settings.put(flag, "true");
    }
    for (String place : List.of("target", "prefix", "root", "python", "src")) {
      settings.put(place, elsewhere.toString());
    }
    settings.put("constraint", folder.resolve("others.txt").toString());
    settings.put("requirement", folder.resolve("others.txt").toString());
    settings.put("no-binary", ":all:");
    settings.put("quiet", "3");
    settings.put("no-index", "true");
    return settings;
  }

  private String configuration() {
    String global =
        settings().entrySet().stream()
            .map(setting -> setting.getKey() + " = " + setting.getValue())
            .collect(Collectors.joining("\n"));
    return "[global]\nfind-links = /nowhere\n%s\n[install]\nuser = true\nfind-links =\n  /not/here\n  %s\n"
        .formatted(global, index());
  }

  /** The address of the index: a path with a space would be two. */
  private String index() {
    return folder.resolve("index of mine").toUri().toString();
  }

  private void assertMade(Map<String, String> environment) throws IOException {
    assertEquals(new ChildProcess.Output(0, "made"), make(environment));
    VirtualEnvironment made = environment(folder);
    ChildProcess.Output found =
        ChildProcess.run(
            new ProcessBuilder(
                made.python().toString(), "-I", "-c", "import probe; print(probe.__file__)"));
    assertTrue(
        Path.of(found.text()).toRealPath().startsWith(made.folder().toRealPath()), found.text());
    assertFalse(Files.exists(elsewhere));
  }

  private ChildProcess.Output make(Map<String, String> environment) {
    ProcessBuilder builder =
        Jdk.running()
            .java(
                Os.current(),
                List.of(
                    "-cp",
                    System.getProperty("java.class.path"),
                    Make.class.getName(),
                    folder.toString()));
    builder.environment().keySet().removeIf(name -> name.startsWith("PIP_"));
    builder.environment().putAll(environment);
    return ChildProcess.run(builder.redirectErrorStream(true));
  }

  /** Makes the environment, as the first {@code ./dojo run} does. */
  static final class Make {
    public static void main(String[] args) {
      try {
        environment(Path.of(args[0])).prepare(sentence -> {});
        System.out.println("made");
      } catch (RuntimeException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  private static VirtualEnvironment environment(Path folder) {
    return new VirtualEnvironment(
        folder.resolve(".venv"), folder.resolve("requirements.txt"), Os.current());
  }

  private static void write(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
