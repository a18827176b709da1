package dojo.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** Arguments that must be refused, and what the reader is told. */
public final class Rejection {
  private Rejection() {}

  /** Fails unless a call is refused with exactly this message. */
  public static void assertRejected(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
