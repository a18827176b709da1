package dojo.lab;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.machine.Jdk;
import dojo.machine.Os;
import dojo.machine.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Jupyter kernel for Java, as its kernelspec describes it: IJava, or its maintained fork JJava.
 *
 * @param folder the folder of the kernelspec
 * @param spec what its {@code kernel.json} says
 */
public record Kernel(Path folder, ObjectNode spec) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Finds a kernel by its name, in the first of several folders that has it.
   *
   * @param name the kernelspec's name
   * @param data Jupyter data folders, in the order of search
   * @return the kernel, if there is one
   */
  public static Optional<Kernel> find(String name, List<Path> data) {
    return data.stream()
        .map(folder -> folder.resolve("kernels").resolve(name))
        .filter(folder -> Files.exists(folder.resolve("kernel.json")))
        .findFirst()
        .map(Kernel::read);
  }

  /**
   * Returns the names of all kernels for Java in some folders.
   *
   * @param data Jupyter data folders
   * @return their names, each once
   */
  public static List<String> names(List<Path> data) {
    List<String> names = new ArrayList<>();
    for (Path kernels : data.stream().map(folder -> folder.resolve("kernels")).toList()) {
      if (!Files.isDirectory(kernels)) {
        continue;
      }
      try (Stream<Path> folders = Files.list(kernels)) {
        folders
            .filter(folder -> Files.exists(folder.resolve("kernel.json")))
            .filter(folder -> read(folder).spec.path("language").asText().equals("java"))
            .forEach(folder -> names.add(String.valueOf(folder.getFileName())));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return names.stream().distinct().sorted().toList();
  }

  /** Reads a kernelspec. */
  static Kernel read(Path folder) {
    try {
      return new Kernel(folder, (ObjectNode) JSON.readTree(folder.resolve("kernel.json").toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the kernel's name, as Jupyter shows it.
   *
   * @return for example {@code "Java (jjava)"}
   */
  public String title() {
    return spec.path("display_name").asText("Java");
  }

  /**
   * Writes this kernel's spec anew, under the name {@code java} that every notebook asks for and
   * with the program {@code java} replaced by the one of a JDK.
   *
   * <p>The search path for kernels and the one for programs could find others first: a kernel
   * {@code java} in the reader's home folder, a {@code java.exe} in the system folder.
   *
   * @param data the Jupyter data folder to write to
   * @param jdk the JDK that runs the kernel
   * @param os the system
   */
  public void install(Path data, Jdk jdk, Os os) {
    ObjectNode copy = spec.deepCopy();
    ArrayNode command = copy.putArray("argv");
    for (int i = 0; i < spec.path("argv").size(); i++) {
      String word = spec.path("argv").get(i).asText();
      command.add(
          i == 0 && word.equals("java")
              ? os.program(jdk.bin(), "java").toString()
              : word.replace("{resource_dir}", folder.toString()));
    }
    try {
      Path target = Files.createDirectories(data.resolve("kernels").resolve("java"));
      WholeFile.write(
          target.resolve("kernel.json"),
          JSON.writerWithDefaultPrettyPrinter().writeValueAsString(copy));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
