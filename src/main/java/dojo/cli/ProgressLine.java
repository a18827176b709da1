package dojo.cli;

import dojo.lab.CellListener;
import dojo.lab.Notebook;
import dojo.words.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The line that says how far the notebook is that is waited for; another one may run ahead of it.
 */
final class ProgressLine implements CellListener {
  private final Terminal terminal;
  private final Words words;
  private final Map<String, String> latest = new HashMap<>();
  private final AtomicReference<String> shown = new AtomicReference<>("");

  ProgressLine(Terminal terminal, Words words) {
    this.terminal = terminal;
    this.words = words;
  }

  /** Follows a notebook from now on. */
  synchronized void follow(Notebook notebook) {
    shown.set(notebook.name());
    terminal.sayForNow(latest.getOrDefault(notebook.name(), ""));
  }

  /** Follows none, and removes the line. */
  synchronized void forget() {
    shown.set("");
    terminal.forget();
  }

  @Override
  public synchronized void cell(Notebook notebook, int cell, int cells, String said) {
    String name = notebook.name();
    String line =
        cell == 0
            ? words.say("starting-the-kernel", name)
            : words.say(said.isEmpty() ? "cell-of" : "cell-of-saying", name, cell, cells, said);
    latest.put(name, line);
    if (name.equals(shown.get())) {
      terminal.sayForNow(line);
    }
  }
}
