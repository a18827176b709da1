package dojo.lab;

import java.nio.file.Path;

/** The notebooks that these tests run. */
final class Fixtures {

  private Fixtures() {}

  static Notebook notebook(String name) {
    return Notebook.read(folder().resolve(name + ".ipynb"));
  }

  static Path folder() {
    return Path.of("src", "test", "resources", "dojo", "lab", "notebooks");
  }
}
