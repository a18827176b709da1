package dojo.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class JdkTest {

  @Test
  void what_a_virtual_machine_found_in_the_environment_is_no_part_of_what_its_program_says() {
    assertEquals(
        "Picked up a stone\nOutOfMemoryError",
        Jdk.withoutNotes(
            """
            NOTE: Picked up JDK_JAVA_OPTIONS: -Da=b
            Picked up JAVA_TOOL_OPTIONS: -Xmx1g
            Picked up _JAVA_OPTIONS: -Xmx2m
            Picked up a stone
            OutOfMemoryError
            """));
  }
}
