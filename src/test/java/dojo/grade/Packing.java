package dojo.grade;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** How a student packs what is handed in. */
enum Packing {
  /** As in the kit. */
  PROJECT,
  /** All files in one folder. */
  LOOSE,
  /** In more folders than anybody needs. */
  DEEP,
  /** By the archiver of a Mac. */
  ZIP,
  /** By Unix. */
  TAR_GZ,
  /** An archive for each kata. */
  ZIPS;

  /**
   * Writes a submission.
   *
   * @param inbox where it is put
   * @param name the name of the submission
   * @param files by kata and name, for example {@code kata03/InvertedDropout.java}
   */
  void write(Path inbox, String name, Map<String, byte[]> files) throws IOException {
    switch (this) {
      case PROJECT -> {
        put(inbox, name + "/pom.xml", "<project>edited</project>".getBytes(StandardCharsets.UTF_8));
        folder(inbox, name + "/exercises/", files);
      }
      case LOOSE -> {
        Files.createDirectories(inbox.resolve(name));
        for (Map.Entry<String, byte[]> each : files.entrySet()) {
          put(inbox, name + "/" + each.getKey().replaceFirst(".*/", ""), each.getValue());
        }
      }
      case DEEP -> folder(inbox, name + "/Desktop/New folder (2)/dojo-main/exercises/", files);
      case ZIP -> {
        Zips zip = Zips.zip();
        for (Map.Entry<String, byte[]> each : files.entrySet()) {
          zip.with("dojo/exercises/" + each.getKey(), each.getValue());
          zip.with("__MACOSX/dojo/exercises/" + hidden(each.getKey()), new byte[] {0, 5, 22, 7});
        }
        put(inbox, name + ".zip", zip.with("dojo/README.md", "mine").bytes());
      }
      case TAR_GZ -> {
        Tars tar = Tars.tar();
        files.forEach((file, bytes) -> tar.header('0', file, bytes.length).content(bytes));
        put(inbox, name + ".tar.gz", tar.gzipped());
      }
      case ZIPS -> {
        Files.createDirectories(inbox.resolve(name));
        for (Map.Entry<String, byte[]> each : files.entrySet()) {
          String kata = each.getKey().replaceFirst("/.*", "");
          put(
              inbox,
              name + "/" + kata + ".zip",
              Zips.zip().with(each.getKey(), each.getValue()).bytes());
        }
      }
    }
  }

  private static String hidden(String file) {
    return file.replace("/", "/._");
  }

  private static void folder(Path inbox, String before, Map<String, byte[]> files)
      throws IOException {
    Files.createDirectories(inbox.resolve(before));
    for (Map.Entry<String, byte[]> each : files.entrySet()) {
      put(inbox, before + each.getKey(), each.getValue());
    }
  }

  private static void put(Path inbox, String name, byte[] bytes) throws IOException {
    Path file = inbox.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }
}
