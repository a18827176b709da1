package dojo.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * One file over HTTP, with bounds on its size and on the time it takes: no server is trusted to
 * send what was asked for, or to come to an end. Redirects are followed, but never from https to
 * http.
 */
final class Fetch {
  private static final long LOOK_MILLIS = 20;

  /**
   * How long to wait.
   *
   * @param silence without a single byte
   * @param total for the whole file
   */
  record Patience(Duration silence, Duration total) {}

  private final int limit;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong announced = new AtomicLong(-1);

  private Fetch(int limit) {
    this.limit = limit;
  }

  /**
   * Returns the bytes of a file.
   *
   * @param uri where it is
   * @param limit the most bytes it may have
   * @param patience how long to wait
   * @param progress told about every quarter but the last, for example {@code "50 % of 26.4 MB"}
   * @throws IOException if it is not available; the message is the end of a sentence
   * @throws CancellationException if the thread is interrupted
   */
  static byte[] bytes(URI uri, int limit, Patience patience, Consumer<String> progress)
      throws IOException {
    return new Fetch(limit).run(uri, patience, progress);
  }

  private byte[] run(URI uri, Patience patience, Consumer<String> progress) throws IOException {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    CompletableFuture<HttpResponse<Void>> exchange =
        client.sendAsync(HttpRequest.newBuilder(uri).build(), this::subscribe);
    try {
      return await(exchange, patience, progress);
    } catch (ExecutionException e) {
      throw new IOException(reason(e), e);
    } catch (InterruptedException e) {
      throw (CancellationException)
          new CancellationException("the download was interrupted").initCause(e);
    } finally {
      exchange.cancel(true); // hangs up if the file was not read to its end
    }
  }

  private byte[] await(
      CompletableFuture<HttpResponse<Void>> exchange, Patience patience, Consumer<String> progress)
      throws IOException, ExecutionException, InterruptedException {
    long start = System.nanoTime();
    long lastByte = start;
    long lastReceived = 0;
    long quarters = 0;
    while (true) {
      try {
        int status = exchange.get(LOOK_MILLIS, TimeUnit.MILLISECONDS).statusCode();
        if (status != 200) {
          throw new IOException("answered with status " + status);
        }
        requireWithinLimit();
        return body.toByteArray();
      } catch (TimeoutException e) {
        requireWithinLimit();
        long now = System.nanoTime();
        long count = received.get();
        lastByte = count > lastReceived ? now : lastByte;
        lastReceived = count;
        requireTime(now - lastByte, patience.silence(), "sent nothing for");
        requireTime(now - start, patience.total(), "was not complete after");
        long size = announced.get();
        long arrived = size > 0 ? Math.min(3, 4 * count / size) : 0; // the end speaks for itself
        if (arrived > quarters) {
          quarters = arrived;
          progress.accept(
              String.format(Locale.ROOT, "%d %% of %.1f MB", 25 * quarters, size / 1e6));
        }
      }
    }
  }

  private static void requireTime(long nanos, Duration allowed, String what) throws IOException {
    if (nanos > allowed.toNanos()) {
      throw new IOException(what + " " + allowed.toMillis() / 1000.0 + " s");
    }
  }

  private void requireWithinLimit() throws IOException {
    if (received.get() > limit) {
      throw new IOException("sent more than the " + limit + " bytes that the file can have");
    }
  }

  private HttpResponse.BodySubscriber<Void> subscribe(HttpResponse.ResponseInfo info) {
    announced.set(info.headers().firstValueAsLong("Content-Length").orElse(-1));
    return HttpResponse.BodySubscribers.ofByteArrayConsumer(this::take);
  }

  private void take(Optional<byte[]> bytes) {
    byte[] some = bytes.orElseGet(() -> new byte[0]); // nothing: the end
    if (received.addAndGet(some.length) <= limit) {
      body.writeBytes(some);
    }
  }

  private String reason(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof ConnectException) {
      return cause.getCause() instanceof UnresolvedAddressException
          ? "has an address that is not known here"
          : "cannot be reached";
    }
    return received.get() > 0
        ? "broke off after " + received.get() + " of " + announced.get() + " bytes"
        : "gave no answer (" + cause + ")";
  }
}
