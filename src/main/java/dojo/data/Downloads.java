package dojo.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Files that are downloaded once and then kept.
 *
 * <p>A file is taken from the cache if it is there and undamaged, else from the mirrors in turn. It
 * gets its name in the cache by one atomic step, once it is complete and verified: so a process
 * that is stopped leaves no partial file, and two processes at once do the work twice, but no harm.
 *
 * @param folder where to keep them
 * @param mirrors folders that hold the compressed files; each ends in a slash
 * @param patience with each mirror
 * @param say receives the progress, line by line
 */
record Downloads(Path folder, List<URI> mirrors, Fetch.Patience patience, Consumer<String> say) {

  /** Returns the downloads of this user, kept in a subfolder of the cache. */
  static Downloads of(String subfolder, Consumer<String> say, List<String> mirrors) {
    return new Downloads(
        Cache.folder().resolve(subfolder),
        mirrors.stream().map(URI::create).toList(),
        new Fetch.Patience(Duration.ofSeconds(20), Duration.ofMinutes(10)),
        say);
  }

  /**
   * Returns the bytes of a file.
   *
   * @throws IOException if no mirror has it; the message names the file, what each said, the remedy
   */
  byte[] bytes(RemoteFile file) throws IOException {
    List<String> reasons = new ArrayList<>();
    for (Path path : List.of(path(file.name()), path(file.compressedName()))) {
      if (Files.exists(path)) {
        try {
          return kept(path, file);
        } catch (IOException e) {
          refuse(path, e, reasons);
        }
      }
    }
    for (URI mirror : mirrors) {
      URI uri = mirror.resolve(file.compressedName());
      say.accept("downloading " + uri);
      try {
        byte[] bytes =
            file.uncompressed(
                Fetch.bytes(
                    uri,
                    file.compressedLimit(),
                    patience,
                    progress -> say.accept(file.compressedName() + ": " + progress)));
        keep(path(file.name()), bytes);
        return bytes;
      } catch (IOException e) {
        refuse(uri, e, reasons);
      }
    }
    throw new IOException(
        file.name()
            + " is not available: "
            + String.join("; ", reasons)
            + ". Try again later, or get the file elsewhere and save it as "
            + path(file.compressedName()));
  }

  private Path path(String name) {
    return folder.resolve(name);
  }

  private void refuse(Object where, IOException e, List<String> reasons) {
    String reason = where + " " + e.getMessage();
    reasons.add(reason);
    say.accept(reason);
  }

  private static byte[] kept(Path path, RemoteFile file) throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(path);
    } catch (IOException e) {
      throw new IOException("cannot be read (" + e.getClass().getSimpleName() + ")", e);
    }
    return path.endsWith(file.name()) ? file.checked(bytes) : file.uncompressed(bytes);
  }

  /** Stores a file; if that fails, only reports it, because the bytes can be used all the same. */
  private void keep(Path path, byte[] bytes) {
    String unique = "." + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".part";
    Path part = path(path.getFileName() + unique);
    try {
      Files.createDirectories(folder);
      try {
        Files.write(part, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      say.accept(
          path
              + " cannot be written ("
              + e.getClass().getSimpleName()
              + "), so it will be downloaded again: set DOJO_CACHE to a folder that can");
    }
  }
}
