package dojo.lab;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.browser.Browser;
import dojo.browser.Screen;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.By;

/**
 * A notebook that is open in JupyterLab, worked as a reader works it: by menus.
 *
 * @param browser where
 * @param cells the names of its cells, in order
 */
record OpenNotebook(Browser browser, List<String> cells) {
  private static final String CELL = "document.querySelectorAll('.jp-NotebookPanel .jp-Cell')[%d]";

  /** Opens it in a workspace of the tests, so that the reader's stays as it is. */
  static OpenNotebook at(Browser browser, URI lab, Path notebook) {
    String address =
        lab.resolve("/lab/workspaces/browser-test/tree/" + notebook.getFileName())
            + "?reset&"
            + lab.getQuery();
    browser.show(URI.create(address), Screen.light(1400));
    List<String> cells = new ArrayList<>();
    for (JsonNode cell : Notebook.read(notebook).content().path("cells")) {
      cells.add(cell.path("id").asText());
    }
    OpenNotebook open = new OpenNotebook(browser, cells);
    open.rest();
    browser.until(
        "document.querySelectorAll('.jp-NotebookPanel .jp-Cell').length == " + cells.size());
    return open;
  }

  /** Waits until the kernel has nothing to do. */
  void rest() {
    browser.until(
        "document.querySelector('.jp-NotebookPanel .jp-Notebook-ExecutionIndicator')"
            + "?.dataset.status == 'idle'");
  }

  /** Chooses from a menu. */
  void choose(String menu, String command) {
    browser.press(
        By.xpath(
            "//*[@id='jp-MainMenu']//li[contains(@class, 'lm-MenuBar-item')][.='" + menu + "']"));
    browser.press(By.cssSelector(".lm-Menu-item[data-command='" + command + "']"));
  }

  /** Waits until a cell has run to its end, whatever that was, and returns its number. */
  int number(String cell) {
    String prompt = at(cell) + ".querySelector('.jp-InputPrompt').textContent";
    browser.until("/\\[\\d+\\]/.test(" + prompt + ")");
    return Integer.parseInt(browser.evaluate(prompt).asText().replaceAll("\\D", ""));
  }

  /** Waits until something is true of what a cell shows, which is {@code it}. */
  void until(String cell, String condition) {
    browser.until(
        "(it => " + condition + ")(" + at(cell) + ".querySelector('.jp-Cell-outputArea'))");
  }

  /** Selects a cell. */
  void select(String cell) {
    browser.run(at(cell) + ".scrollIntoView({block: 'center'})");
    browser.press(
        By.xpath(
            "(//*[contains(@class, 'jp-NotebookPanel')]//*[contains(concat(' ', @class, ' '),"
                + " ' jp-Cell ')])["
                + (index(cell) + 1)
                + "]//*[contains(@class, 'jp-InputPrompt')]"));
  }

  private String at(String cell) {
    return CELL.formatted(index(cell));
  }

  private int index(String cell) {
    int index = cells.indexOf(cell);
    if (index < 0) {
      throw new IllegalArgumentException("no cell " + cell + " among " + cells);
    }
    return index;
  }
}
