package dojo.cli;

import dojo.lab.Notebook;
import dojo.lab.Notebooks;
import dojo.lab.Translation;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Begins translations of notebooks, or brings them in step: {@code ./dojo translate zh 05}. */
@Command(name = "translate", hidden = true) // for authors
final class TranslateCommand extends Subcommand {

  @Parameters(index = "0", paramLabel = "TAG", descriptionKey = "tag")
  private String tag = "";

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "NN", descriptionKey = "notebooks")
  private List<String> wanted = new ArrayList<>();

  TranslateCommand(Main dojo) {
    super(dojo);
  }

  @Override
  public Integer call() {
    String language =
        Language.of(tag)
            .orElseThrow(() -> wrong("not-a-language-to-translate-to", tag))
            .toLanguageTag();
    Notebooks course = Notebooks.in(dojo().project().notebooks());
    List<Integer> numbers = numbers(Selection.OF_NOTEBOOKS, course.numbers(), wanted);
    for (Notebook notebook : (wanted.isEmpty() ? course : course.select(numbers)).all()) {
      Translation translation = new Translation(notebook, language);
      String file = String.valueOf(translation.write());
      terminal().say(translation.trouble(dojo().language()).orElse(words().say("in-step", file)));
    }
    return 0;
  }
}
