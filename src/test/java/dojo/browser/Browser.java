package dojo.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A page in a real browser without a window, driven by Selenium. */
public final class Browser implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  /** On a machine that has much else to do; what is awaited is there long before. */
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private static final int HEIGHT = 900;

  /** Kept, so that it stays silent: of Selenium's own classes for DevTools none is used here. */
  private static final Logger DEVTOOLS = Logger.getLogger("org.openqa.selenium.devtools");

  private final ChromeDriver driver;
  private final Log log;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
    this.log = new Log(driver);
  }

  /**
   * Starts the browser of this machine with an empty page.
   *
   * @param check what is left out where there is none
   */
  public static Browser orLeftOut(String check) {
    DEVTOOLS.setLevel(Level.SEVERE);
    Programs programs = Programs.orLeftOut(check);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(programs.browser().toString());
    options.addArguments(
        "--headless=new",
        "--no-sandbox", // which root and some containers do not have; all pages are our own
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--hide-scrollbars");
    Log.keep(options);
    ChromeDriverService.Builder service = new ChromeDriverService.Builder();
    programs.driver().ifPresent(file -> service.usingDriverExecutable(file.toFile()));
    ChromeDriver driver = null;
    String refused = "";
    try {
      driver = new ChromeDriver(service.build(), options);
    } catch (WebDriverException e) {
      refused =
          ": " + Optional.ofNullable(e.getMessage()).orElse("").lines().findFirst().orElse("");
    }
    LeftOut.unless(
        driver != null,
        check,
        "nothing drives " + programs.browser() + refused,
        "install the chromedriver of the browser's version; Debian's package is chromium-driver");
    driver.manage().timeouts().scriptTimeout(PATIENCE).pageLoadTimeout(PATIENCE);
    return new Browser(driver);
  }

  /** Opens a page on a screen, and waits until it is there. */
  public void show(URI page, Screen screen) {
    on(screen);
    log.clear();
    driver.get(page.toString());
  }

  /** Moves the page that is open to another screen. */
  public void on(Screen screen) {
    on(screen, HEIGHT);
  }

  /** A page that makes only what can be seen shows more on a high screen. */
  public void on(Screen screen, int height) {
    tell(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            screen.width(),
            "height",
            height,
            "deviceScaleFactor",
            1,
            "mobile",
            screen.isPhone()));
    tell(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", screen.scheme().toString()),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  /** Returns what an expression of JavaScript is in the page. */
  public JsonNode evaluate(String expression, Object... arguments) {
    return JSON.valueToTree(driver.executeScript("return (" + expression + ")", arguments));
  }

  /** Returns what an expression promises. */
  public JsonNode await(String promise) {
    String script = "const done = arguments[0]; (%s).then(done, error => done('failed: ' + error))";
    return JSON.valueToTree(driver.executeAsyncScript(script.formatted(promise)));
  }

  /** Runs a script in the page. */
  public void run(String script) {
    driver.executeScript(script);
  }

  /** Waits until an expression is true. */
  public void until(String expression) {
    waiting(expression).until(page -> evaluate("!!(" + expression + ")").asBoolean());
  }

  /** Returns the first element that a selector of CSS means, as soon as it can be seen. */
  public WebElement find(String selector) {
    return find(By.cssSelector(selector));
  }

  /** Presses what a selector of CSS means, as soon as it can be pressed. */
  public void press(String selector) {
    press(By.cssSelector(selector));
  }

  /** Returns the first element that a selector means, as soon as it can be seen. */
  public WebElement find(By selector) {
    return waiting(selector.toString())
        .until(
            page -> {
              WebElement found = page.findElement(selector);
              return found.isDisplayed() ? found : null;
            });
  }

  /** Presses what a selector means, as soon as it can be pressed. */
  public void press(By selector) {
    waiting(selector.toString())
        .ignoring(WebDriverException.class) // hidden behind another, which is about to go
        .until(
            page -> {
              page.findElement(selector).click();
              return true;
            });
  }

  private WebDriverWait waiting(String what) {
    WebDriverWait wait = new WebDriverWait(driver, PATIENCE);
    wait.withMessage(() -> what + " on " + driver.getCurrentUrl() + ", as seen in " + seen())
        .ignoring(NoSuchElementException.class, StaleElementReferenceException.class);
    return wait;
  }

  /** Keeps what was to be seen instead of what was waited for. */
  private Path seen() {
    try {
      Path file = Path.of("target", "browser", "waited-in-vain.png");
      picture(file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the page complained of since it was shown. */
  public List<String> complaints() {
    return log.complaints();
  }

  /** What the page asked for since it was shown, itself included. */
  public List<String> requests() {
    return log.requests();
  }

  /** Takes a picture of all that a reader can scroll to. */
  public void picture(Path file) throws IOException {
    Map<String, Object> told =
        tell("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
    Files.createDirectories(file.resolve("..").normalize());
    Files.write(file, Base64.getDecoder().decode((String) told.get("data")));
  }

  /** Prints the page. */
  public byte[] pdf() {
    Map<String, Object> told =
        tell("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true));
    return Base64.getDecoder().decode((String) told.get("data"));
  }

  private Map<String, Object> tell(String command, Map<String, Object> parameters) {
    return driver.executeCdpCommand(command, new HashMap<>(parameters));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
