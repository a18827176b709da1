package dojo.expect;

import dojo.kata.Seen;
import dojo.machine.Printed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What comes back from a {@link Call}, as data. */
public sealed interface Answer {

  /** The call returned nothing: its method is void. */
  record Done() implements Answer {}

  /**
   * The call returned.
   *
   * @param value a number, a boolean, a text, an array of them, a {@link dojo.random.RandomKey} or
   *     a {@link Handle}
   */
  record Returned(Object value) implements Answer {}

  /**
   * There is nothing to call, or what came back is no value.
   *
   * @param seen what is missing
   */
  record Unfit(Seen seen) implements Answer {}

  /**
   * The call threw.
   *
   * @param types the full names of the exception's class and of those that it extends
   * @param message its message, cut if it is long; empty if it has none
   * @param trace where it was thrown: a few lines of the kata's own classes, the innermost first
   */
  record Threw(List<String> types, String message, List<StackTraceElement> trace)
      implements Answer {
    private static final int LONGEST_MESSAGE = 500;
    private static final int LONGEST_TRACE = 5;

    /**
     * Describes an exception.
     *
     * @param thrown the exception
     * @param home where the names of the kata's classes begin, for example {@code kata03.}
     * @return what crosses the seam
     */
    static Threw of(Throwable thrown, String home) {
      List<String> types = new ArrayList<>();
      for (Class<?> type = thrown.getClass(); type != Object.class; type = type.getSuperclass()) {
        types.add(type.getName());
      }
      List<StackTraceElement> trace =
          Stream.of(thrown.getStackTrace())
              .takeWhile(frame -> !frame.getClassName().equals(StudentSide.class.getName()))
              .filter(frame -> frame.getClassName().startsWith(home))
              .limit(LONGEST_TRACE)
              .toList();
      return new Threw(types, message(thrown), trace);
    }

    /** A student's exception may do anything when it is asked for its message. */
    private static String message(Throwable thrown) {
      try {
        String message = String.valueOf(thrown.getMessage());
        return "null".equals(message)
            ? ""
            : message.length() > LONGEST_MESSAGE
                ? Printed.beginning(message, LONGEST_MESSAGE) + "…"
                : message;
      } catch (Throwable e) {
        return "";
      }
    }
  }
}
