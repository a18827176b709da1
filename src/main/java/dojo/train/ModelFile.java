package dojo.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import dojo.machine.WholeFile;
import dojo.nn.Layer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Models as files: what is saved and loaded again is equal to the bit.
 *
 * <p>A file is JSON, so that a reader can look into it:
 *
 * <pre>
 *   {"format": "dropout-dojo-model", "version": 4, "sha256": "…",
 *    "model": {"layer": "Sequential", "layers": [
 *      {"layer": "Linear",
 *       "weight": {"shape": [64, 10], "float32": "…"}, "bias": {"shape": [10], "float32": "…"}},
 *      {"layer": "Dropout", "rate": {"p": 0.5}}]}}
 * </pre>
 *
 * <p>Every layer is its name and its components, as its Javadoc lists them; numbers of a tensor are
 * little-endian float32, last axis fastest, in Base64. Only the layers of this kit can be loaded,
 * each through its own constructor with its own checks, so a file cannot run code. A file of
 * another version is rejected; a change of a layer's components raises the version.
 *
 * <p>The SHA-256, 64 hexadecimal digits, is that of all other bytes of the file: a file in which a
 * single bit has changed since it was saved is rejected, and so is one that was written anew by
 * another program.
 *
 * <p>Not supported: the state of the optimizer, layers from elsewhere.
 */
public final class ModelFile {
  private ModelFile() {}

  /**
   * Saves a model. A file of that name is replaced at once and whole, or not at all, and its
   * permissions stay; a new file has those of any file that the user makes. Where the name is a
   * symbolic link, the file that it leads to is replaced.
   *
   * @param model made of layers of this kit
   * @param file where to; its folder must exist
   * @throws IllegalArgumentException if the model has a layer that is not of this kit, or a
   *     parameter of more numbers than a file can hold, 201,326,592, or layers in one another
   *     deeper than about 95 Sequentials
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void save(Layer model, Path file) {
    byte[] bytes;
    try {
      bytes = ModelJson.of(model);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "only layers of this kit can be saved, but the model was " + model, e);
    }
    try {
      WholeFile.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("the model file " + file + " cannot be written: " + e, e);
    }
  }

  /**
   * Loads a model.
   *
   * @param file written by {@link #save}
   * @return the model that was saved, equal to the bit
   * @throws IllegalArgumentException if the file is no whole model file of this version
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Layer load(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the model file " + file + " cannot be read: " + e, e);
    }
    try {
      return ModelJson.model(bytes);
    } catch (JsonProcessingException e) {
      throw broken(file, e.getOriginalMessage(), e);
    } catch (IOException | IllegalArgumentException e) {
      throw broken(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static IllegalArgumentException broken(Path file, String why, Exception cause) {
    return new IllegalArgumentException(
        "a model file is one whole JSON object of format "
            + ModelJson.FORMAT
            + ", version "
            + ModelJson.VERSION
            + ", but "
            + file
            + " is not: "
            + why.lines().findFirst().orElse("")
            + ". Write it again with ModelFile.save, or take another file",
        cause);
  }
}
