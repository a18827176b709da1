package dojo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.machine.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code ./dojo}, with a java that prints its arguments in the place of the real one.
 */
@DisabledOnOs(OS.WINDOWS)
class ScriptTest {

  @TempDir Path folder;
  private Path home;
  private Path jdk;

  @BeforeEach
  void make_a_built_project_and_a_java() throws IOException {
    home = Files.createDirectories(folder.toRealPath().resolve("home"));
    Files.copy(Path.of("dojo"), home.resolve("dojo"));
    executable(home.resolve("dojo"));
    Files.writeString(home.resolve("pom.xml"), "");
    Files.createDirectories(home.resolve("src/main"));
    Files.createDirectories(home.resolve("target/lib"));
    Files.writeString(home.resolve("target/dojo.jar"), "");
    jdk = folder.resolve("jdk");
    java("echo 'openjdk version \"17.0.15\"' >&2");
  }

  @Test
  void the_words_go_to_the_jar_of_the_project() {
    assertEquals(
        "-Ddojo.home=" + home + " -jar " + home + "/target/dojo.jar check 03",
        dojo(home.resolve("dojo"), Map.of()).text());
  }

  @Test
  void a_link_to_the_script_finds_the_project() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path absolute = Files.createSymbolicLink(bin.resolve("dojo"), home.resolve("dojo"));
    Path relative = Files.createSymbolicLink(bin.resolve("d"), absolute.getFileName());
    String straight = dojo(home.resolve("dojo"), Map.of()).text();
    assertEquals(straight, dojo(absolute, Map.of()).text());
    assertEquals(straight, dojo(relative, Map.of()).text());
  }

  @Test
  void a_typing_mistake_in_the_options_shows_what_java_says() throws IOException {
    java("echo 'Unrecognized option: -Xfoo' >&2; exit 1");
    assertEquals(
        new ChildProcess.Output(
            1,
            "Unrecognized option: -Xfoo\n"
                + "dojo: java does not start: correct or unset JAVA_TOOL_OPTIONS,"
                + " JDK_JAVA_OPTIONS and _JAVA_OPTIONS"),
        dojo(home.resolve("dojo"), Map.of("JAVA_TOOL_OPTIONS", "-Xfoo")));
  }

  @Test
  void an_old_java_is_told_from_none_at_all_by_neither_words_nor_exit_code() throws IOException {
    java("echo 'openjdk version \"11.0.2\"' >&2");
    ChildProcess.Output old = dojo(home.resolve("dojo"), Map.of());
    Files.delete(jdk.resolve("bin/java"));
    assertEquals(old, dojo(home.resolve("dojo"), Map.of()));
    assertEquals(1, old.exit());
    assertEquals(
        "dojo: JDK 17 or newer is missing in JAVA_HOME=" + jdk,
        old.text().replaceFirst(" \\(correct.*", ""));
  }

  /** Makes a java that answers {@code -version} with some commands, and else prints its words. */
  private void java(String version) throws IOException {
    Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
    Files.writeString(
        java, "#!/bin/sh\n[ \"$1\" = -version ] || { echo \"$@\"; exit; }\n" + version + "\n");
    executable(java);
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private ChildProcess.Output dojo(Path script, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(List.of(script.toString(), "check", "03"));
    builder
        .environment()
        .keySet()
        .removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().putAll(environment);
    return ChildProcess.run(builder.redirectErrorStream(true));
  }
}
