package dojo.cli;

import dojo.book.Book;
import dojo.lab.Jupyter;
import dojo.lab.NotebookSettings;
import dojo.machine.Project;
import picocli.CommandLine.Command;

/** {@code ./dojo book}: writes the course as web pages, and runs nothing. */
@Command(name = "book")
final class BookCommand extends Subcommand {

  BookCommand(Main dojo) {
    super(dojo);
  }

  @Override
  public Integer call() {
    Project project = dojo().project();
    NotebookSettings settings =
        NotebookSettings.into(project.course()).withLanguage(dojo().language());
    Jupyter jupyter = Jupyter.prepare(project, settings, this::say);
    Book book = new Book(project, settings.output(), dojo().language());
    book.library().ifPresent(this::say);
    say("course-is-in", book.write(jupyter).toUri());
    return 0;
  }
}
