package dojo.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.machine.Jdk;
import dojo.machine.Os;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelTest {

  @TempDir Path folder;

  @Test
  void the_first_folder_wins() throws IOException {
    Path home = write("home", "java", "IJava");
    Path system = write("system", "java", "JJava");
    Kernel kernel = Kernel.find("java", List.of(folder, home, system)).orElseThrow();
    assertEquals("IJava", kernel.title());
  }

  @Test
  void a_name_that_is_nowhere_is_not_found() throws IOException {
    assertTrue(Kernel.find("ijava", List.of(write("home", "java", "IJava"))).isEmpty());
  }

  @Test
  void only_kernels_for_java_are_offered() throws IOException {
    Path home = write("home", "java", "IJava");
    Path python = Files.createDirectories(home.resolve("kernels").resolve("python3"));
    Files.writeString(python.resolve("kernel.json"), "{\"language\": \"python\"}");
    assertEquals(List.of("java"), Kernel.names(List.of(home, home, folder)));
  }

  @Test
  void an_installed_kernel_starts_the_given_java_and_finds_its_own_files() throws IOException {
    Kernel kernel = Kernel.find("java", List.of(write("home", "java", "IJava"))).orElseThrow();
    Path data = folder.resolve("ours");
    kernel.install(data, new Jdk(Path.of("jdk"), "17", true), Os.DEBIAN);
    Kernel ours = Kernel.find("java", List.of(data)).orElseThrow();
    assertEquals(Path.of("jdk", "bin", "java").toString(), ours.spec().at("/argv/0").asText());
    assertEquals(kernel.folder() + "/ijava.jar", ours.spec().at("/argv/2").asText());
    assertEquals("{connection_file}", ours.spec().at("/argv/3").asText());
    assertEquals("message", ours.spec().path("interrupt_mode").asText());
  }

  private Path write(String data, String name, String title) throws IOException {
    Path kernel = Files.createDirectories(folder.resolve(data).resolve("kernels").resolve(name));
    Files.writeString(
        kernel.resolve("kernel.json"),
        """
        {"argv": ["java", "-jar", "{resource_dir}/ijava.jar", "{connection_file}"],
         "display_name": "%s", "language": "java", "interrupt_mode": "message"}
        """
            .formatted(title));
    return folder.resolve(data);
  }
}
