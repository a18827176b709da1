package dojo.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvenZipTest {
  private static final Map<String, Commit.Content> FILES =
      new TreeMap<>(
          Map.of(
              "dojo", content("#!/bin/sh\necho\n", true),
              "dojo.cmd", content("@echo off\r\n", false),
              "a/b.txt", content("b", false)));

  @TempDir private Path folder;

  private static Commit.Content content(String text, boolean executable) {
    return new Commit.Content(text.getBytes(StandardCharsets.UTF_8), executable);
  }

  private Path packed(String name, Instant time) throws IOException {
    Tree tree = new Tree(Files.createDirectories(folder.resolve(name)));
    tree.write(FILES);
    tree.date(time);
    Path zip = folder.resolve(name + ".zip");
    new EvenZip(zip, Instant.parse("2026-01-02T03:04:05Z")).pack(tree, "top");
    return zip;
  }

  @Test
  void the_same_files_make_the_same_bytes_whenever_they_were_written() throws IOException {
    assertArrayEquals(
        Files.readAllBytes(packed("one", Instant.parse("2020-01-01T00:00:00Z"))),
        Files.readAllBytes(packed("two", Instant.parse("2024-07-01T12:00:00Z"))));
  }

  @Test
  void programs_stay_programs_and_every_byte_stays() throws IOException {
    Path zip = packed("one", Instant.EPOCH);
    try (ZipFile read = ZipFile.builder().setPath(zip).get()) {
      assertEquals(
          List.of("top/ 755", "top/a/ 755", "top/a/b.txt 644", "top/dojo 755", "top/dojo.cmd 644"),
          Collections.list(read.getEntries()).stream()
              .map(e -> e.getName() + " " + Integer.toOctalString(e.getUnixMode() & 0777))
              .toList());
      assertEquals(
          "@echo off\r\n",
          new String(
              read.getInputStream(read.getEntry("top/dojo.cmd")).readAllBytes(),
              StandardCharsets.UTF_8));
    }
  }

  @Test
  void what_cannot_be_packed_whole_is_no_zip() throws IOException {
    Tree tree = new Tree(Files.createDirectories(folder.resolve("tree")));
    tree.write(FILES);
    EvenZip never = new EvenZip(folder.resolve("tree.zip"), Instant.MAX);
    assertThrows(DateTimeException.class, () -> never.pack(tree, "top"));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(tree.folder()), left.toList());
    }
  }
}
