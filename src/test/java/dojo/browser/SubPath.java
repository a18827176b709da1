package dojo.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A folder on a server of this machine, below a path, as static hosts publish projects. */
public final class SubPath implements AutoCloseable {
  private static final String PATH = "/some/where/";
  private static final Map<String, String> KINDS =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png");

  private final HttpServer server;

  private SubPath(HttpServer server) {
    this.server = server;
  }

  public static SubPath of(Path folder) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, folder));
    server.start();
    return new SubPath(server);
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
  }

  private static void answer(HttpExchange exchange, Path folder) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      Path file =
          path.startsWith(PATH)
              ? folder.resolve(path.substring(PATH.length())).normalize()
              : folder;
      if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] bytes = Files.readAllBytes(file);
      String kind = KINDS.getOrDefault(path.replaceFirst(".*\\.", ""), "application/octet-stream");
      exchange.getResponseHeaders().set("Content-Type", kind);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
