package dojo.cli;

import dojo.lab.Doctor;
import dojo.lab.Need;
import dojo.machine.Jdk;
import dojo.machine.MissingException;
import dojo.machine.Os;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code ./dojo doctor}: what is missing, and the command that mends it. */
@Command(name = "doctor")
final class DoctorCommand extends Subcommand {

  DoctorCommand(Main dojo) {
    super(dojo);
  }

  @Override
  public Integer call() {
    List<Need> needs = new Doctor(dojo().project(), Jdk.running(), Os.current()).examine();
    needs.forEach(this::tell);
    return needs.stream().allMatch(Need::isMet) ? 0 : 1;
  }

  private void tell(Need need) {
    String mark = need.isMet() ? terminal().yes() : terminal().no();
    String line =
        need.remedy()
            .map(remedy -> new MissingException(need.what(), remedy).in(dojo().language()))
            .orElseGet(() -> need.what().in(dojo().language()));
    terminal().say(mark + " " + line);
  }
}
