package dojo.grade;

/**
 * Comes to a verdict on submissions, one after the other.
 *
 * <p>Whatever a submission holds, the answer is a verdict: a student's class that ends its process,
 * fills its memory or writes nonsense is red; only what the kit itself did wrong is an error.
 */
public interface Judge extends AutoCloseable {

  /**
   * Judges a submission.
   *
   * @param handed what the student handed in
   * @return what the tests saw of every kata that is graded, of one that was not handed in, too
   */
  Judged judge(Handed handed);

  /**
   * Returns how well the student's process is shut in.
   *
   * @return the tier in which every submission is judged
   */
  Tier tier();

  @Override
  void close();
}
