package dojo.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.machine.Jdk;
import dojo.machine.Os;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelOptionsTest {

  /** What HotSpot says about an option would stand above what the first cell prints. */
  @Test
  void a_virtual_machine_takes_the_options_without_a_word() throws Exception {
    Path classes = Path.of(Hello.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> arguments = new ArrayList<>(KernelOptions.all());
    arguments.addAll(List.of("-cp", classes.toString(), Hello.class.getName()));
    Process java = Jdk.running().java(Os.current(), arguments).redirectErrorStream(true).start();
    String printed = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, java.waitFor(), printed);
    assertEquals(
        List.of("hello"),
        printed.lines().filter(line -> !line.startsWith("WARNING: Using incubator")).toList());
  }

  /** HotSpot says nothing about the name of a class that is not there. */
  @Test
  void the_class_that_is_compiled_first_is_there() throws ClassNotFoundException {
    String command = "-XX:CompileCommand=CompileThresholdScaling,";
    List<String> named =
        KernelOptions.all().stream()
            .filter(option -> option.startsWith(command))
            .map(option -> option.substring(command.length(), option.indexOf("::")))
            .toList();
    assertEquals(1, named.size());
    ClassLoader loader = KernelOptions.class.getClassLoader();
    assertEquals(named.get(0), Class.forName(named.get(0), false, loader).getName());
  }

  /** The program of a virtual machine that takes the options. */
  static final class Hello {
    private Hello() {}

    public static void main(String[] args) {
      System.out.println("hello");
    }
  }
}
