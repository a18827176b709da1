package dojo.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.machine.ChildProcess;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A page in a real browser without a window: Chromium, or one of its kin, which is told what to do
 * by the <a href="https://chromedevtools.github.io/devtools-protocol/">DevTools protocol</a>.
 */
final class Browser implements AutoCloseable {
  /** Names the program, where it is not on the path. */
  static final String VARIABLE = "DOJO_BROWSER";

  private static final JsonMapper JSON = new JsonMapper();
  private static final long PATIENCE = 120; // seconds, on a machine that has much else to do
  private static final List<String> NAMES =
      List.of(
          "chromium", "chromium-browser", "google-chrome", "chrome", "microsoft-edge", "msedge");
  private static final List<String> PLACES =
      List.of(
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
          "C:/Program Files/Google/Chrome/Application/chrome.exe",
          "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe");

  private final ChildProcess process;
  private final WebSocket socket;
  private final String session;
  private final AtomicInteger last;
  private final Answers answers;

  private Browser(
      ChildProcess process, WebSocket socket, String session, AtomicInteger last, Answers answers) {
    this.process = process;
    this.socket = socket;
    this.session = session;
    this.last = last;
    this.answers = answers;
  }

  /** What the browser sends: answers to calls, and events. */
  private record Answers(
      StringBuilder begun,
      Map<Integer, CompletableFuture<JsonNode>> awaited,
      List<JsonNode> events,
      Map<String, CompletableFuture<JsonNode>> awaitedEvents)
      implements WebSocket.Listener {

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean end) {
      begun.append(data);
      if (end) {
        take(begun.toString());
        begun.setLength(0);
      }
      socket.request(1);
      return null;
    }

    private void take(String text) {
      try {
        JsonNode message = JSON.readTree(text);
        CompletableFuture<JsonNode> answer =
            message.has("id")
                ? awaited.remove(message.path("id").asInt())
                : awaitedEvents.get(message.path("method").asText());
        events.add(message);
        if (answer != null) {
          answer.complete(message);
        }
      } catch (IOException e) {
        throw new IllegalStateException(text, e);
      }
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      awaited.values().forEach(each -> each.completeExceptionally(error));
    }
  }

  /** Finds a browser on this machine. */
  static Optional<Path> find() {
    String named = System.getenv(VARIABLE);
    if (named != null && !named.isBlank()) {
      return Optional.of(Path.of(named));
    }
    Stream<Path> onPath =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .filter(folder -> !folder.isBlank())
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    return Stream.concat(onPath, PLACES.stream().map(Path::of))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts a browser with an empty page. */
  static Browser open(Path program, Path profile) throws Exception {
    ProcessBuilder command =
        new ProcessBuilder(
            program.toString(),
            "--headless=new",
            "--no-sandbox", // which root and some containers do not have; all pages are our own
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--no-default-browser-check",
            "--hide-scrollbars",
            "--user-data-dir=" + profile,
            "--remote-debugging-port=0",
            "about:blank");
    command.redirectErrorStream(true);
    ChildProcess process = ChildProcess.start(command);
    process.endAfter(Duration.ofSeconds(4 * PATIENCE));
    CompletableFuture<String> address = new CompletableFuture<>();
    List<String> said = new CopyOnWriteArrayList<>();
    Thread reader =
        new Thread(
            () -> {
              try {
                process.lines(
                    line -> {
                      said.add(line);
                      if (line.contains("DevTools listening on ")) {
                        address.complete(line.replaceFirst(".*listening on ", "").strip());
                      }
                    });
              } finally {
                address.completeExceptionally(new IllegalStateException(said.toString()));
              }
            });
    reader.setDaemon(true);
    reader.start();
    try {
      Answers answers =
          new Answers(
              new StringBuilder(),
              new ConcurrentHashMap<>(),
              new CopyOnWriteArrayList<>(),
              new ConcurrentHashMap<>());
      WebSocket socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .buildAsync(URI.create(address.get(PATIENCE, TimeUnit.SECONDS)), answers)
              .get(PATIENCE, TimeUnit.SECONDS);
      Browser whole = new Browser(process, socket, "", new AtomicInteger(), answers);
      JsonNode target = whole.call("Target.createTarget", Map.of("url", "about:blank"));
      JsonNode attached =
          whole.call(
              "Target.attachToTarget",
              Map.of("targetId", target.path("targetId").asText(), "flatten", true));
      Browser page =
          new Browser(process, socket, attached.path("sessionId").asText(), whole.last, answers);
      for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
        page.call(domain + ".enable", Map.of());
      }
      return page;
    } catch (Exception e) {
      process.close();
      throw e;
    }
  }

  /** Has the browser do something. */
  JsonNode call(String method, Map<String, ?> parameters) throws Exception {
    int id = last.incrementAndGet();
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", JSON.valueToTree(parameters));
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.awaited().put(id, answer);
    socket.sendText(message.toString(), true).get(PATIENCE, TimeUnit.SECONDS);
    JsonNode told = answer.get(PATIENCE, TimeUnit.SECONDS);
    if (told.has("error")) {
      throw new IllegalStateException(method + ": " + told.path("error"));
    }
    return told.path("result");
  }

  /** Shows a page as on a screen of so many pixels, and waits until it is there. */
  void show(Path page, int width, String scheme) throws Exception {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
    call(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    answers.events().clear();
    CompletableFuture<JsonNode> loaded = new CompletableFuture<>();
    answers.awaitedEvents().put("Page.loadEventFired", loaded);
    call("Page.navigate", Map.of("url", page.toUri().toString()));
    loaded.get(PATIENCE, TimeUnit.SECONDS);
  }

  /** Returns what an expression of JavaScript is in the page. */
  JsonNode evaluate(String expression) throws Exception {
    JsonNode told =
        call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    if (told.has("exceptionDetails")) {
      throw new IllegalStateException(expression + ": " + told.path("exceptionDetails"));
    }
    return told.path("result").path("value");
  }

  /** What the page complained of since it was shown. */
  List<String> complaints() {
    return events("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded");
  }

  /** What the page asked for since it was shown, itself included. */
  List<String> requests() {
    return answers.events().stream()
        .filter(event -> event.path("method").asText().equals("Network.requestWillBeSent"))
        .map(event -> event.path("params").path("request").path("url").asText())
        .toList();
  }

  private List<String> events(String... methods) {
    List<String> found = new ArrayList<>();
    for (JsonNode event : answers.events()) {
      if (List.of(methods).contains(event.path("method").asText())) {
        found.add(event.path("params").toString());
      }
    }
    return found;
  }

  /** Takes a picture of the page, or of all that a reader can scroll to. */
  void picture(Path file, boolean whole) throws Exception {
    JsonNode told =
        call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", whole));
    Files.write(file, Base64.getDecoder().decode(told.path("data").asText()));
  }

  /** Prints the page. */
  byte[] pdf() throws Exception {
    JsonNode told =
        call("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true));
    return Base64.getDecoder().decode(told.path("data").asText());
  }

  @Override
  public void close() {
    socket.abort();
    process.close();
  }
}
