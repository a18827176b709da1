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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The script {@code ./dojo}, with a java that prints its arguments in the place of the real one.
 */
@DisabledOnOs(OS.WINDOWS)
class ScriptTest {
  private static final String VERSION = "echo 'openjdk version \"17.0.15\"' >&2";
  private static final String START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC ";
  private static final String PRINT = "echo \"$@\"";

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
    java(VERSION, PRINT);
  }

  @Test
  void the_words_go_to_the_jar_of_the_project() {
    assertEquals(
        START + "-Ddojo.home=" + home + " -jar " + home + "/target/dojo.jar check 03",
        dojo(home.resolve("dojo"), Map.of()).text());
  }

  @Test
  void classes_come_from_their_archive_unless_it_was_cut_off() throws IOException {
    String without = dojo(home.resolve("dojo"), Map.of()).text();
    Path archive = Files.writeString(home.resolve("target/dojo.jsa"), "classes");
    assertEquals(without, dojo(home.resolve("dojo"), Map.of()).text());
    Files.writeString(home.resolve("target/dojo.jsa.size"), "8\n");
    assertEquals(without, dojo(home.resolve("dojo"), Map.of()).text());
    Files.writeString(home.resolve("target/dojo.jsa.size"), "7\n");
    assertEquals(
        without.replace(START, START + "-XX:SharedArchiveFile=" + archive + " -Xlog:cds*=off "),
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
  void a_link_counts_from_where_it_really_lies() throws IOException {
    Path deep = Files.createDirectories(home.resolveSibling("deep/er/bin"));
    Files.createSymbolicLink(deep.resolve("dojo"), Path.of("../../../home/dojo"));
    Path chain = Files.createDirectories(folder.resolve("chain"));
    Files.createSymbolicLink(chain.resolve("bin"), deep);
    Path link = Files.createSymbolicLink(chain.resolve("dojo"), Path.of("bin/dojo"));
    assertEquals(
        dojo(home.resolve("dojo"), Map.of()), dojo(link, Map.of("CDPATH", folder.toString())));
  }

  @Test
  void a_link_to_the_folder_is_a_name_of_the_project() throws IOException {
    Path name = Files.createSymbolicLink(folder.toRealPath().resolve("name"), home);
    assertEquals(
        dojo(home.resolve("dojo"), Map.of()).text().replace(home.toString(), name.toString()),
        dojo(name.resolve("dojo"), Map.of()).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:b", "a*", "a?", "Hooray!", "so 📁", "🎲"})
  void a_place_where_java_cannot_work_is_refused_at_once(String name) throws IOException {
    assertEquals(
        new ChildProcess.Output(
            1,
            "dojo: the path of the project must not have :, *, ?, an emoji or a ! before a slash,"
                + (" but is " + folder.toRealPath().resolve(name) + ": move the project")),
        dojo(moved(name), Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Übung", "a b", "it's", "a\"b", "a#b", "a%20b", "a!b", "a&b", "a;b", "日本"})
  void every_other_place_will_do(String name) throws IOException {
    Path script = moved(name);
    assertEquals(
        (START + "-Ddojo.home=%1$s -jar %1$s/target/dojo.jar check 03")
            .formatted(script.getParent()),
        dojo(script, Map.of("LC_ALL", "C")).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"LC_ALL=C", "LC_ALL=POSIX", "LC_ALL=xx_XX.UTF-8", "LC_CTYPE=C", "LANG="})
  void java_works_in_a_locale_that_has_all_letters(String locale) throws IOException {
    java(VERSION, "locale charmap");
    String[] variable = locale.split("=", -1);
    assertEquals("UTF-8", dojo(home.resolve("dojo"), Map.of(variable[0], variable[1])).text());
  }

  @Test
  void a_locale_with_all_letters_stays() throws IOException {
    java(VERSION, "echo $LC_ALL,$LANG");
    Path script = home.resolve("dojo");
    String[] chosen = dojo(script, Map.of("LANG", "xx")).text().split(",", -1);
    assertEquals("xx", chosen[1]);
    assertEquals(",xx", dojo(script, Map.of("LANG", "xx", "LC_CTYPE", chosen[0])).text());
  }

  @Test
  void a_path_that_no_locale_of_the_machine_can_name_is_refused() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    executable(Files.writeString(bin.resolve("locale"), "#!/bin/sh\necho ANSI_X3.4-1968\n"));
    Map<String, String> path = Map.of("PATH", bin + ":" + System.getenv("PATH"));
    Path script = moved("Übung");
    assertEquals(
        "dojo: Java cannot read %s in this locale: set LC_ALL to one of UTF-8 (see locale -a), or move the project"
            .formatted(script.getParent()),
        dojo(script, path).text());
    assertEquals(0, dojo(moved("Uebung"), path).exit());
  }

  @ParameterizedTest
  @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"})
  void a_typing_mistake_in_the_options_shows_what_java_says(String variable) throws IOException {
    java("echo 'Unrecognized option: -Xfoo' >&2; exit 1", PRINT);
    assertEquals(
        new ChildProcess.Output(
            1,
            "Unrecognized option: -Xfoo\n"
                + "dojo: java does not start: correct or unset JAVA_TOOL_OPTIONS,"
                + " JDK_JAVA_OPTIONS and _JAVA_OPTIONS"),
        dojo(home.resolve("dojo"), Map.of(variable, "-Xfoo")));
  }

  @Test
  void a_typing_mistake_in_the_options_of_the_compiler_does_not_hide_it() throws IOException {
    Files.delete(home.resolve("target/dojo.jar"));
    Path javac = jdk.resolve("bin/javac");
    Files.writeString(javac, "#!/bin/sh\ntest -z \"$JDK_JAVAC_OPTIONS\"\n");
    executable(javac);
    Path mvn =
        executable(Files.writeString(jdk.resolve("bin/mvn"), "#!/bin/sh\n>target/dojo.jar\n"));
    assertEquals(
        0,
        dojo(
                home.resolve("dojo"),
                Map.of(
                    "JDK_JAVAC_OPTIONS",
                    "-foo",
                    "PATH",
                    mvn.getParent() + ":" + System.getenv("PATH")))
            .exit());
  }

  @Test
  void an_old_java_is_told_from_none_at_all_by_neither_words_nor_exit_code() throws IOException {
    java("echo 'openjdk version \"11.0.2\"' >&2", PRINT);
    ChildProcess.Output old = dojo(home.resolve("dojo"), Map.of());
    Files.delete(jdk.resolve("bin/java"));
    assertEquals(old, dojo(home.resolve("dojo"), Map.of()));
    assertEquals(1, old.exit());
    assertEquals(
        "dojo: JDK 17 or newer is missing in JAVA_HOME=" + jdk,
        old.text().replaceFirst(" \\(correct.*", ""));
  }

  /** Puts the project elsewhere. */
  private Path moved(String name) throws IOException {
    home = Files.move(home, home.resolveSibling(name));
    return home.resolve("dojo");
  }

  /** Makes a java that answers {@code -version} with some commands, and all else with others. */
  private void java(String version, String other) throws IOException {
    Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
    Files.writeString(
        java, "#!/bin/sh\n[ \"$1\" = -version ] || { " + other + "; exit; }\n" + version + "\n");
    executable(java);
  }

  private static Path executable(Path file) throws IOException {
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private ChildProcess.Output dojo(Path script, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(List.of(script.toString(), "check", "03"));
    builder
        .environment()
        .keySet()
        .removeAll(
            List.of(
                "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "LC_ALL", "LC_CTYPE"));
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().putAll(environment);
    return ChildProcess.run(builder.redirectErrorStream(true));
  }
}
