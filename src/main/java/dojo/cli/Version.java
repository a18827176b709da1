package dojo.cli;

import dojo.machine.Project;
import picocli.CommandLine.IVersionProvider;

/** Tells the version of the kit, from the jar's manifest, and that of its JDK. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "Dropout Dojo " + Project.version(), "JDK " + System.getProperty("java.version")
    };
  }
}
