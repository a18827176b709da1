package dojo.grade;

import static java.nio.charset.StandardCharsets.UTF_8;

import dojo.content.Workbench;
import dojo.kata.Kata;
import java.io.ByteArrayOutputStream;

/**
 * Archives that no student's archiver would write, each with an honest answer to kata 26. Where the
 * answer to kata 03 must not be read, it is the right one.
 */
final class HostileArchives {
  private static final Kata THREE = Submissions.kata(3);
  private static final String PATH = "kata03/InvertedDropout.java";
  private static final String RIGHT = Workbench.solution(THREE);
  private static final int GIGABYTE = 1 << 30;

  private HostileArchives() {}

  /** Makes one, by the name in {@code expected.properties}. */
  static byte[] of(String name) {
    return switch (name) {
      case "zip-slip" -> zip().with("../" + PATH, RIGHT).with("/srv/" + PATH, RIGHT).bytes();
      case "links" -> zip().withLink(PATH, "../../solutions/" + PATH).bytes();
      case "zip-bomb" -> zip().withSpaces(PATH, GIGABYTE).bytes();
      case "archives-in-archives" -> nested();
      case "million-files" -> millionFiles();
      case "line-of-a-gigabyte" -> lineOfAGigabyte();
      case "build-files" -> buildFiles();
      case "names-of-files" -> namesOfFiles();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Zips zip() {
    Zips zip = Zips.zip();
    SourceFile honest = Submissions.solution(Submissions.kata(26));
    return zip.with("kata26/" + honest.name(), honest.bytes());
  }

  private static byte[] nested() {
    byte[] bytes = Zips.zip().with(PATH, RIGHT).bytes();
    for (int i = 0; i < 10; i++) {
      bytes = Zips.zip().with("a.zip", bytes).bytes();
    }
    return zip().with("a.zip", bytes).bytes();
  }

  private static byte[] millionFiles() {
    Zips zip = zip().with(PATH, RIGHT);
    for (int i = 0; i < 1_000_000; i++) {
      zip.again("f");
    }
    return zip.bytes();
  }

  /** Members of a gzip file follow each other: so little of it is repeated as often as wanted. */
  private static byte[] lineOfAGigabyte() {
    SourceFile honest = Submissions.solution(Submissions.kata(26));
    byte[] start =
        Tars.tar()
            .with("kata26/" + honest.name(), new String(honest.bytes(), UTF_8))
            .with(PATH, returnsItsInput())
            .header('0', "kata01/KeepRule.java", GIGABYTE - (1 << 20))
            .open();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(Tars.gzipped(start));
    byte[] spaces = Tars.gzipped(" ".repeat(1 << 20).getBytes(UTF_8));
    for (int i = 1; i < 1 << 10; i++) {
      all.writeBytes(spaces);
    }
    return all.toByteArray();
  }

  private static String returnsItsInput() {
    return """
    package kata03;

    public final class InvertedDropout {
      public static float[][] forward(float[][] x, double p, dojo.random.RandomKey key) {
        return x;
      }
    }
    """;
  }

  private static byte[] buildFiles() {
    String test =
        """
        package kata03;

        @dojo.expect.KataTest("kata03.InvertedDropout")
        class InvertedDropoutTest {
          @org.junit.jupiter.api.Test
          void with_p_1_nothing_stays() {}
        }
        """;
    return zip()
        .with(PATH, returnsItsInput())
        .with("kata03/InvertedDropoutTest.java", test)
        .with("exercises/kata03/kata.properties", "class = Object")
        .with("pom.xml", "<project><build><testSourceDirectory>mine</testSourceDirectory></build>")
        .with(".mvn/extensions.xml", "<extensions/>")
        .with(".mvn/jvm.config", "-javaagent:evil.jar")
        .with("mvnw", "#!/bin/sh\nexit 0\n")
        .with("META-INF/services/javax.annotation.processing.Processor", "kata03.Processor")
        .with("META-INF/services/org.junit.platform.launcher.TestExecutionListener", "kata03.Evil")
        .with("junit-platform.properties", "junit.jupiter.conditions.deactivate=*")
        .with("grading.json", "{}")
        .bytes();
  }

  private static byte[] namesOfFiles() {
    return zip()
        .with(PATH, returnsItsInput())
        .with("kata03/Inverted-Dropout Coin.java", "package kata03; class Coin {}")
        .with("kata03/class.java", "package kata03; class Two {}")
        .with("kata03/" + "A".repeat(60_000) + ".java", "package kata03; class Three {}")
        .with("kata03/\u001B[2J.java", "package kata03; class Four {}")
        .with("kata03/.java", "package kata03; class Five {}")
        .bytes();
  }
}
