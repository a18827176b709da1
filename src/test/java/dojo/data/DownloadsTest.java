package dojo.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import dojo.random.RandomKey;
import dojo.support.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DownloadsTest {
  private static final Fetch.Patience LONG =
      new Fetch.Patience(Duration.ofSeconds(30), Duration.ofSeconds(50));
  private static final Fetch.Patience SHORT =
      new Fetch.Patience(Duration.ofMillis(250), Duration.ofSeconds(50));

  /** The name of no host, for its letters are more than 63: known without asking the network. */
  private static final String TOO_LONG = "x".repeat(64);

  /** Bytes that do not compress. */
  private static final byte[] BYTES = bytes(100_000);

  private static final byte[] GZ = Mirror.gzip(BYTES);
  private static final RemoteFile FILE = new RemoteFile("numbers", BYTES.length, Sha256.of(BYTES));

  @TempDir private Path folder;
  private final List<String> said = new CopyOnWriteArrayList<>();

  private static byte[] bytes(int n) {
    byte[] bytes = new byte[n];
    for (int i = 0; i < n; i++) {
      bytes[i] = (byte) RandomKey.of(16).bits(i);
    }
    return bytes;
  }

  private Downloads downloads(Fetch.Patience patience, Mirror... mirrors) {
    return new Downloads(
        folder, Arrays.stream(mirrors).map(Mirror::uri).toList(), patience, said::add);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void a_file_is_downloaded_once_and_then_kept() throws IOException {
    try (Mirror mirror = Mirror.sending(GZ)) {
      folder = folder.resolve("not/there/yet");
      assertArrayEquals(BYTES, downloads(LONG, mirror).bytes(FILE));
      assertArrayEquals(BYTES, downloads(LONG, mirror).bytes(FILE));
      assertEquals(List.of("/files/numbers.gz"), mirror.requests());
      assertEquals("downloading " + mirror.uri() + "numbers.gz", said.get(0));
      assertEquals(List.of("numbers"), files()); // and nothing that was used on the way
      assertArrayEquals(BYTES, Files.readAllBytes(folder.resolve("numbers")));
    }
  }

  @Test
  void another_compression_of_the_same_bytes_is_as_good() throws IOException {
    ByteArrayOutputStream parts = new ByteArrayOutputStream(); // a gzip file may have several
    parts.write(Mirror.gzip(Arrays.copyOfRange(BYTES, 0, 40_000)));
    parts.write(Mirror.gzip(Arrays.copyOfRange(BYTES, 40_000, BYTES.length)));
    try (Mirror mirror = Mirror.sending(parts.toByteArray())) {
      assertArrayEquals(BYTES, downloads(LONG, mirror).bytes(FILE));
    }
  }

  @Test
  void mirrors_are_asked_in_turn() throws IOException {
    try (Mirror first = new Mirror(exchange -> exchange.sendResponseHeaders(404, -1));
        Mirror second = Mirror.sending(GZ);
        Mirror third = Mirror.sending(GZ)) {
      assertArrayEquals(BYTES, downloads(LONG, first, second, third).bytes(FILE));
      assertEquals(1, first.requests().size());
      assertEquals(0, third.requests().size());
      assertEquals(
          List.of(
              "downloading " + first.uri() + "numbers.gz",
              first.uri() + "numbers.gz answered with status 404",
              "downloading " + second.uri() + "numbers.gz"),
          said.subList(0, 3));
    }
  }

  @Test
  void a_redirect_is_followed() throws IOException {
    try (Mirror other = Mirror.sending(GZ);
        Mirror mirror = redirecting(other.uri() + "elsewhere")) {
      assertArrayEquals(BYTES, downloads(LONG, mirror).bytes(FILE));
      assertEquals(List.of("/files/elsewhere"), other.requests());
    }
  }

  private static Mirror redirecting(String location) throws IOException {
    return new Mirror(
        exchange -> {
          exchange.getResponseHeaders().add("Location", location);
          exchange.sendResponseHeaders(302, -1);
        });
  }

  @Test
  void a_redirect_that_goes_in_circles_is_given_up() throws IOException {
    try (Mirror mirror = redirecting("numbers.gz")) {
      assertRefused(mirror, LONG, "answered with status 302");
      assertTrue(mirror.requests().size() < 10);
    }
  }

  @Test
  void a_failure_names_the_file_each_mirror_and_the_remedy_in_one_line() throws IOException {
    try (Mirror gone = new Mirror(exchange -> exchange.sendResponseHeaders(404, -1));
        Mirror broken = new Mirror(exchange -> exchange.sendResponseHeaders(503, -1))) {
      IOException e =
          assertThrows(IOException.class, () -> downloads(LONG, gone, broken).bytes(FILE));
      assertEquals(
          "numbers is not available: "
              + gone.uri()
              + "numbers.gz answered with status 404; "
              + broken.uri()
              + "numbers.gz answered with status 503. Try again later, or get the file elsewhere and"
              + " save it as "
              + folder.resolve("numbers.gz"),
          e.getMessage());
    }
    assertEquals(List.of(), files());
  }

  @Test
  void a_page_instead_of_the_file_is_rejected() throws IOException {
    try (Mirror mirror =
        Mirror.sending("<html>Please log in".getBytes(StandardCharsets.US_ASCII))) {
      assertRefused(mirror, LONG, "is no gzip file");
    }
  }

  @Test
  void other_bytes_are_rejected_whatever_their_number() throws IOException {
    byte[] other = BYTES.clone();
    other[70_000] ^= 1;
    try (Mirror mirror = Mirror.sending(Mirror.gzip(other))) {
      String wrong = "has the wrong SHA-256: " + Sha256.of(other) + " instead of " + FILE.sha256();
      assertRefused(mirror, LONG, wrong);
    }
    try (Mirror mirror = Mirror.sending(Mirror.gzip(bytes(99_999)))) {
      assertRefused(mirror, LONG, "has 99999 instead of 100000 bytes");
    }
    try (Mirror mirror = Mirror.sending(Mirror.gzip(bytes(100_001)))) {
      assertRefused(mirror, LONG, "has more instead of 100000 bytes");
    }
    try (Mirror mirror = Mirror.sending(new byte[0])) {
      assertRefused(mirror, LONG, "is cut short");
    }
    try (Mirror mirror = Mirror.sending(Arrays.copyOf(GZ, 50_000))) {
      assertRefused(mirror, LONG, "is cut short");
    }
  }

  @Test
  void a_small_file_that_unpacks_to_a_huge_one_is_not_unpacked() throws IOException {
    byte[] bomb = Mirror.gzip(new byte[50_000_000]);
    assertTrue(bomb.length < 60_000);
    try (Mirror mirror = Mirror.sending(bomb)) {
      assertRefused(mirror, LONG, "has more instead of 100000 bytes");
    }
  }

  @Test
  void a_mirror_that_hangs_up_is_refused() throws IOException {
    try (Mirror mirror =
        new Mirror(
            exchange -> {
              exchange.sendResponseHeaders(200, GZ.length);
              exchange.getResponseBody().write(GZ, 0, 60_000);
              exchange.getResponseBody().flush();
              throw new IOException("on purpose");
            })) {
      assertRefused(mirror, LONG, "broke off after 60000 of " + GZ.length + " bytes");
    }
  }

  @Test
  void a_mirror_that_falls_silent_is_refused() throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    try (Mirror before = new Mirror(exchange -> over.await());
        Mirror within =
            new Mirror(
                exchange -> {
                  exchange.sendResponseHeaders(200, GZ.length);
                  exchange.getResponseBody().write(GZ, 0, 1000);
                  exchange.getResponseBody().flush();
                  over.await();
                })) {
      assertRefused(before, SHORT, "sent nothing for 0.25 s");
      assertRefused(within, SHORT, "sent nothing for 0.25 s");
      over.countDown();
    }
  }

  @Test
  void a_mirror_that_dribbles_for_ever_is_refused() throws IOException {
    Fetch.Patience patience = new Fetch.Patience(Duration.ofSeconds(50), Duration.ofMillis(300));
    try (Mirror mirror = new Mirror(DownloadsTest::dribble)) {
      assertRefused(mirror, patience, "was not complete after 0.3 s");
    }
  }

  private static void dribble(HttpExchange exchange) throws IOException, InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    exchange.sendResponseHeaders(200, 0);
    OutputStream body = exchange.getResponseBody();
    while (!never.await(20, TimeUnit.MILLISECONDS)) {
      body.write(0);
      body.flush();
    }
  }

  @Test
  void a_mirror_that_sends_without_end_is_refused() throws IOException {
    try (Mirror mirror =
        new Mirror(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              while (true) {
                exchange.getResponseBody().write(new byte[65_536]);
              }
            })) {
      assertRefused(mirror, LONG, "sent more than the 102000 bytes that the file can have");
    }
  }

  @Test
  void a_mirror_that_is_not_there_is_refused() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    for (String host : List.of("127.0.0.1:" + port, TOO_LONG)) {
      URI mirror = URI.create("http://" + host + "/");
      Downloads downloads = new Downloads(folder, List.of(mirror), LONG, said::add);
      IOException e = assertThrows(IOException.class, () -> downloads.bytes(FILE));
      assertTrue(
          e.getMessage()
              .startsWith(
                  "numbers is not available: "
                      + mirror
                      + "numbers.gz "
                      + (host.startsWith("127")
                          ? "cannot be reached. "
                          : "has an address that is not known here. ")),
          e.getMessage());
    }
  }

  private void assertRefused(Mirror mirror, Fetch.Patience patience, String reason)
      throws IOException {
    said.clear();
    IOException e = assertThrows(IOException.class, () -> downloads(patience, mirror).bytes(FILE));
    String refusal = mirror.uri() + "numbers.gz " + reason;
    assertTrue(
        e.getMessage().startsWith("numbers is not available: " + refusal + ". "), e.getMessage());
    assertEquals(refusal, said.get(said.size() - 1));
    assertEquals(List.of(), files()); // nothing is kept of it
  }

  @Test
  void a_damaged_copy_is_downloaded_again() throws IOException {
    Files.write(folder.resolve("numbers"), Arrays.copyOf(BYTES, 500));
    try (Mirror mirror = Mirror.sending(GZ)) {
      assertArrayEquals(BYTES, downloads(LONG, mirror).bytes(FILE));
      assertTrue(said.get(0).startsWith(folder.resolve("numbers") + " has the wrong SHA-256: "));
      assertArrayEquals(BYTES, Files.readAllBytes(folder.resolve("numbers")));
    }
  }

  @Test
  void a_file_that_the_reader_saved_is_taken_compressed_or_not() throws IOException {
    Files.write(folder.resolve("numbers.gz"), GZ);
    assertArrayEquals(BYTES, downloads(LONG).bytes(FILE));
    Files.delete(folder.resolve("numbers.gz"));
    Files.write(folder.resolve("numbers"), BYTES);
    assertArrayEquals(BYTES, downloads(LONG).bytes(FILE));
  }

  @Test
  void a_wrong_file_that_the_reader_saved_is_told_of() throws IOException {
    Path saved = Files.write(folder.resolve("numbers.gz"), BYTES);
    IOException e = assertThrows(IOException.class, () -> downloads(LONG).bytes(FILE));
    assertTrue(
        e.getMessage().startsWith("numbers is not available: " + saved + " is no gzip file. "),
        e.getMessage());
  }

  @Test
  void a_cache_that_cannot_be_written_costs_only_the_next_download() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    folder = file.resolve("below");
    try (Mirror mirror = Mirror.sending(GZ)) {
      assertArrayEquals(BYTES, downloads(LONG, mirror).bytes(FILE));
      String last = said.get(said.size() - 1);
      assertTrue(last.startsWith(folder.resolve("numbers") + " cannot be written ("), last);
      assertTrue(
          last.endsWith(", so it will be downloaded again: set DOJO_CACHE to a folder that can"),
          last);
    }
  }

  @Test
  void two_at_once_do_each_other_no_harm() throws Exception {
    int n = 4;
    CyclicBarrier together = new CyclicBarrier(n); // all ask before any gets an answer
    ExecutorService threads = Executors.newFixedThreadPool(n);
    try (Mirror mirror =
        new Mirror(
            exchange -> {
              try {
                together.await();
              } catch (BrokenBarrierException e) {
                throw new IOException(e);
              }
              Mirror.send(exchange, GZ);
            })) {
      List<Future<byte[]>> results = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        results.add(threads.submit(() -> downloads(LONG, mirror).bytes(FILE)));
      }
      for (Future<byte[]> result : results) {
        assertArrayEquals(BYTES, result.get());
      }
      assertEquals(List.of("numbers"), files());
      assertArrayEquals(BYTES, Files.readAllBytes(folder.resolve("numbers")));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_long_download_tells_every_quarter() throws IOException {
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    try (Mirror mirror =
        new Mirror(
            exchange -> { // sends a quarter and a bit, and the next when that was told
              exchange.sendResponseHeaders(200, GZ.length);
              OutputStream body = exchange.getResponseBody();
              for (int sent = 0; sent < GZ.length; ) {
                int some = Math.min(GZ.length / 4 + 10, GZ.length - sent);
                body.write(GZ, sent, some);
                body.flush();
                sent += some;
                if (sent < GZ.length) {
                  told.take();
                }
              }
            })) {
      Downloads downloads =
          new Downloads(
              folder,
              List.of(mirror.uri()),
              LONG,
              line -> {
                said.add(line);
                told.addAll(line.contains(" % of ") ? List.of(line) : List.of());
              });
      assertArrayEquals(BYTES, downloads.bytes(FILE));
      assertEquals(
          List.of(
              "downloading " + mirror.uri() + "numbers.gz",
              "numbers.gz: 25 % of 0.1 MB",
              "numbers.gz: 50 % of 0.1 MB",
              "numbers.gz: 75 % of 0.1 MB"),
          said);
    }
  }

  @Test
  void an_interrupted_download_is_cancelled_and_the_thread_can_go_on() throws IOException {
    try (Mirror mirror = Mirror.sending(GZ)) {
      Thread.currentThread().interrupt();
      var e = assertThrows(CancellationException.class, () -> downloads(LONG, mirror).bytes(FILE));
      assertEquals("the download was interrupted", e.getMessage());
      assertFalse(Thread.currentThread().isInterrupted());
    }
  }
}
