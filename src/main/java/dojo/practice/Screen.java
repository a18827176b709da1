package dojo.practice;

import dojo.kata.Kata;
import java.nio.file.Path;

/** Where a student sees the desk, and an editor opens. */
public interface Screen {

  /**
   * Shows what lies before the student.
   *
   * @param desk the desk, with the page to read
   */
  void show(Desk desk);

  /**
   * Says that a kata is being checked.
   *
   * @param kata the kata
   */
  void checking(Kata kata);

  /**
   * Opens the student's file in the editor.
   *
   * @param desk the desk, with the kata in hand
   * @return whether the screen was the editor's, and must be drawn anew
   */
  boolean open(Desk desk);

  /**
   * Says that the student's way is not remembered.
   *
   * @param file the file that cannot be written
   */
  void notRemembered(Path file);
}
