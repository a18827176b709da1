package dojo.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * What a page asked for and complained of. The browser keeps both until they are read, so nothing
 * is missed between two looks, whether it came from the network or from a file.
 */
final class Log {
  private static final JsonMapper JSON = new JsonMapper();

  private final ChromeDriver driver;
  private final List<String> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  Log(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Has the browser keep them. */
  static void keep(ChromeOptions options) {
    LoggingPreferences kept = new LoggingPreferences();
    kept.enable(LogType.PERFORMANCE, Level.ALL);
    kept.enable(LogType.BROWSER, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, kept);
    options.setExperimentalOption(
        "perfLoggingPrefs", Map.of("enableNetwork", true, "enablePage", false));
  }

  /** Forgets what was before. */
  void clear() {
    read();
    requests.clear();
    complaints.clear();
  }

  /** Addresses in the order of asking; what a page holds itself is no request. */
  List<String> requests() {
    read();
    return requests.stream()
        .filter(address -> !address.matches("(?s)(data|blob|about):.*"))
        .toList();
  }

  List<String> complaints() {
    read();
    return List.copyOf(complaints);
  }

  private void read() {
    for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
      complaints.add(entry.getLevel() + " " + entry.getMessage());
    }
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      JsonNode event = parsed(entry.getMessage()).path("message");
      JsonNode told = event.path("params");
      switch (event.path("method").asText()) {
        case "Network.requestWillBeSent" -> requests.add(told.at("/request/url").asText());
        case "Network.webSocketCreated", "Network.webTransportCreated" ->
            requests.add(told.path("url").asText());
        default -> {}
      }
    }
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(text, e);
    }
  }
}
