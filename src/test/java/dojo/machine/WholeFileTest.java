package dojo.machine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  private static final byte[] OLD = {1, 2, 3};
  private static final byte[] NEW = {4};

  @TempDir private Path folder;

  @Test
  void a_file_is_replaced_and_nothing_else_is_left_behind() throws IOException {
    Path file = folder.resolve("file");
    WholeFile.write(file, OLD);
    WholeFile.write(file, NEW);
    assertArrayEquals(NEW, Files.readAllBytes(file));
    assertEquals(List.of(file), list(folder));
  }

  @Test
  void a_name_may_be_as_long_as_file_systems_allow() throws IOException {
    Path file = folder.resolve("n".repeat(250) + ".json");
    for (byte[] bytes : List.of(OLD, NEW)) {
      WholeFile.write(file, bytes);
      assertArrayEquals(bytes, Files.readAllBytes(file));
    }
    assertEquals(List.of(file), list(folder));
  }

  @Test
  void what_cannot_be_replaced_stays_and_nothing_else_is_left_behind() throws IOException {
    Path full = Files.createDirectories(folder.resolve("taken/by a folder"));
    assertThrows(IOException.class, () -> WholeFile.write(full.resolveSibling(""), NEW));
    assertEquals(List.of(full), list(full.resolveSibling("")));
    assertEquals(1, list(folder).size());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_new_file_has_the_permissions_of_any_new_file() throws IOException {
    Path any = Files.createFile(folder.resolve("any"));
    Path file = folder.resolve("file");
    WholeFile.write(file, NEW);
    assertEquals(Files.getPosixFilePermissions(any), Files.getPosixFilePermissions(file));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_file_that_is_replaced_keeps_its_permissions() throws IOException {
    Path file = folder.resolve("file");
    WholeFile.write(file, OLD);
    for (String permissions : List.of("rw-r-----", "rw-rw-rw-", "rw-------")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
      WholeFile.write(file, NEW);
      assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void through_a_symbolic_link_the_file_is_written_that_it_leads_to() throws IOException {
    Path kept = Files.createDirectory(folder.resolve("kept"));
    Path target = kept.resolve("file");
    Path first = Files.createSymbolicLink(folder.resolve("first"), Path.of("kept/file"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), first);
    for (byte[] bytes : List.of(OLD, NEW)) { // a link to nothing, a link to a file
      WholeFile.write(second, bytes);
      assertTrue(Files.isSymbolicLink(first) && Files.isSymbolicLink(second));
      assertTrue(Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS));
      assertArrayEquals(bytes, Files.readAllBytes(target));
    }
    Path circle = folder.resolve("circle");
    Files.createSymbolicLink(circle, circle);
    assertThrows(IOException.class, () -> WholeFile.write(circle, NEW));
    assertEquals(List.of(target), list(kept));
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
