package dojo.expect;

/**
 * The way from a test to the class that it judges, and from there back to the functions that the
 * test hands over.
 *
 * <p>Only data crosses it: numbers, booleans, texts, arrays of them, keys, and {@link Handle}s of
 * everything else. An array keeps its identity: what one side writes into it, the other sees after
 * the call, and an array that comes back is the one that went. So the two sides may be one JVM or
 * two, and a test cannot tell which.
 */
public interface Seam {

  /**
   * Calls a method on the other side.
   *
   * @param call the call
   * @return what came of it
   */
  Answer call(Call call);
}
