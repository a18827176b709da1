package dojo.lab;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.browser.Browser;
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
  /** Others may be open behind the one that is seen. */
  private static final String PANEL = ".jp-NotebookPanel:not(.lm-mod-hidden)";

  private static final String CELL = "document.querySelectorAll('" + PANEL + " .jp-Cell')[%d]";

  private static final String FILE =
      "[...document.querySelectorAll('.jp-DirListing-itemText')].find(it => it.textContent == '%s')";

  /** What the server knows of a notebook's kernel, if it has one yet. */
  private static final String KERNEL =
      """
      (() => {
        const ask = new XMLHttpRequest();
        ask.open('GET', '/api/sessions', false);
        ask.send();
        return JSON.parse(ask.responseText).find(each => each.path == '%s')?.kernel;
      })()
      """;

  /** Opens it from the list of files, and waits until it can be worked with. */
  static OpenNotebook in(Browser browser, Path notebook) {
    String name = String.valueOf(notebook.getFileName());
    browser.until(FILE.formatted(name));
    browser.run(
        FILE.formatted(name) + ".dispatchEvent(new MouseEvent('dblclick', {bubbles: true}))");
    browser.until(
        "document.querySelector('.lm-DockPanel-tabBar .lm-mod-current .lm-TabBar-tabLabel')"
            + "?.textContent == '"
            + name
            + "'");
    List<String> cells = new ArrayList<>();
    for (JsonNode cell : Notebook.read(notebook).content().path("cells")) {
      cells.add(cell.path("id").asText());
    }
    browser.until("document.querySelectorAll('" + PANEL + " .jp-Cell').length == " + cells.size());
    // until then a notebook that has no kernel is shown as idle
    browser.until(KERNEL.formatted(name) + "?.connections > 0");
    OpenNotebook open = new OpenNotebook(browser, cells);
    open.rest();
    return open;
  }

  /** Waits until the kernel is known to have nothing to do. */
  void rest() {
    browser.until(
        "document.querySelector('"
            + PANEL
            + " .jp-Notebook-ExecutionIndicator')?.dataset.status == 'idle'");
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
        PANEL + " .jp-Cell[data-windowed-list-index='" + index(cell) + "'] .jp-InputPrompt");
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
