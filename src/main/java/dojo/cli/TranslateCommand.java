package dojo.cli;

import dojo.lab.Notebook;
import dojo.lab.Notebooks;
import dojo.lab.Translation;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    Locale language =
        Language.of(tag).orElseThrow(() -> wrong("not-a-language-to-translate-to", tag));
    if (language.getLanguage().equals(Translation.ORIGINAL.getLanguage())) {
      throw wrong("language-of-the-originals", tag);
    }
    Notebooks course = Notebooks.in(dojo().project().notebooks());
    List<String> words = wanted.isEmpty() ? List.of("all") : wanted;
    List<Integer> numbers = numbers(Selection.OF_NOTEBOOKS, course.numbers(), words);
    for (Notebook notebook : course.select(numbers).all()) {
      translate(new Translation(notebook, language.toLanguageTag()));
    }
    return 0;
  }

  private void translate(Translation translation) {
    if (!Files.exists(translation.file())) {
      say("translation-begun", translation.file());
    } else if (!translation.isInStep()) {
      say("brought-in-step", translation.file());
    }
    String file = String.valueOf(translation.write());
    terminal().say(translation.trouble(dojo().language()).orElse(words().say("in-step", file)));
  }
}
