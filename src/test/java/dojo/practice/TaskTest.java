package dojo.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaskTest {
  private static final Task REHEARSAL =
      new Task(true, Path.of("/tmp/a\nb"), "kata03.ATest", Map.of("dojo.seed", "42", "x", "√ü"));
  private static final Task CHECK = new Task(false, Path.of("c"), "kata03.ATest", Map.of());

  @Test
  void tasks_arrive_one_after_the_other_as_they_were_sent() throws IOException {
    DataInputStream input =
        new DataInputStream(
            new SequenceInputStream(
                new ByteArrayInputStream(REHEARSAL.bytes()),
                new ByteArrayInputStream(CHECK.bytes())));
    assertEquals(REHEARSAL, Task.read(input));
    assertEquals(CHECK, Task.read(input));
    assertThrows(EOFException.class, () -> Task.read(input));
  }
}
