package dojo.cli;

import dojo.lab.Doctor;
import dojo.lab.Need;
import dojo.machine.Jdk;
import dojo.machine.Os;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code ./dojo doctor}: what is missing, and the command that mends it. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Looks for everything the kit needs and names the command that mends what is missing.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:everything is there", "1:something is missing"})
final class DoctorCommand implements Callable<Integer> {

  @ParentCommand private Main dojo = new Main(Terminal.system(), Path.of(""));

  @Override
  public Integer call() {
    Terminal terminal = dojo.terminal();
    List<Need> checks = new Doctor(dojo.project(), Jdk.running(), Os.current()).examine();
    for (Need check : checks) {
      String mark = check.passes() ? terminal.yes() : terminal.no();
      terminal.say(mark + " " + check.what() + check.remedy().map(r -> ": " + r).orElse(""));
    }
    return checks.stream().allMatch(Need::passes) ? 0 : 1;
  }
}
