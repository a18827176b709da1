package dojo.grade;

/**
 * How much of a submission is read: more than any student writes, and no more than this program can
 * hold.
 *
 * @param entries how many files and folders
 * @param source how many bytes of a Java source
 * @param sources how many Java sources
 * @param kept how many bytes of Java sources together, without those of the kit itself
 * @param archive how many bytes of an archive that lies in another one
 * @param depth how deep archives may lie in each other
 * @param unpacked how many bytes come out of all archives together
 */
record Caps(int entries, int source, int sources, int kept, int archive, int depth, long unpacked) {
  private static final int MEGABYTE = 1 << 20;

  static Caps usual() {
    return new Caps(
        100_000, MEGABYTE / 4, 5_000, 16 * MEGABYTE, 32 * MEGABYTE, 3, 1024L * MEGABYTE);
  }
}
