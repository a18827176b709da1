package dojo.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TickerTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000_000_000); // it runs over

  @Test
  void what_is_short_says_nothing() {
    try (Ticker ticker = ticker(true)) {
      after(1999, ticker, 1);
    }
    assertEquals("", said());
  }

  @Test
  void what_is_long_overwrites_its_line_twice_a_second_and_leaves_blanks() {
    try (Ticker ticker = ticker(true)) {
      after(2000, ticker, 8);
      after(499, ticker, 9);
      after(1, ticker, 10);
    }
    assertEquals("\repoch 8 of 10\r\repoch 10 of 10\r\r              \r", said());
  }

  @Test
  void outside_a_notebook_nobody_hears_it() {
    try (Ticker ticker = ticker(false)) {
      after(5000, ticker, 1);
    }
    assertEquals("", said());
  }

  private Ticker ticker(boolean heard) {
    PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
    return new Ticker(out, heard, now::get, "epochs", 10);
  }

  private void after(long milliseconds, Ticker ticker, int done) {
    now.addAndGet(Duration.ofMillis(milliseconds).toNanos());
    ticker.done(done);
  }

  private String said() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
