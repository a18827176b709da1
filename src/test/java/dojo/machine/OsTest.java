package dojo.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OsTest {

  @ParameterizedTest
  @CsvSource({"Windows 11,WINDOWS", "Mac OS X,MACOS", "Linux,DEBIAN", "FreeBSD,DEBIAN"})
  void java_names_the_system(String name, Os os) {
    assertEquals(os, Os.named(name));
  }

  @Test
  void an_environment_keeps_its_python_where_the_system_wants_it() {
    Path folder = Path.of(".venv");
    assertEquals(
        Path.of(".venv", "bin", "python"), Os.MACOS.program(Os.MACOS.scripts(folder), "python"));
    assertEquals(
        Path.of(".venv", "Scripts", "python.exe"),
        Os.WINDOWS.program(Os.WINDOWS.scripts(folder), "python"));
  }

  @Test
  void debian_mends_a_python_without_environments_by_its_own_package() {
    assertEquals("sudo apt install python3.11-venv", Os.DEBIAN.installVenv("3.11.7").toString());
  }
}
