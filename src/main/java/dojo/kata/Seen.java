package dojo.kata;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * What was seen when a test of a kata ran, as data without a word for a reader; {@link Composer}
 * says it in a language.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Seen.Passed.class, name = "passed"),
  @JsonSubTypes.Type(value = Seen.Skipped.class, name = "skipped"),
  @JsonSubTypes.Type(value = Seen.Todo.class, name = "todo"),
  @JsonSubTypes.Type(value = Seen.Difference.class, name = "difference"),
  @JsonSubTypes.Type(value = Seen.Count.class, name = "count"),
  @JsonSubTypes.Type(value = Seen.SharedDraw.class, name = "shared-draw"),
  @JsonSubTypes.Type(value = Seen.RepeatedDraws.class, name = "repeated-draws"),
  @JsonSubTypes.Type(value = Seen.IgnoredKey.class, name = "ignored-key"),
  @JsonSubTypes.Type(value = Seen.Broken.class, name = "broken"),
  @JsonSubTypes.Type(value = Seen.Accepted.class, name = "accepted"),
  @JsonSubTypes.Type(value = Seen.RefusedOtherwise.class, name = "refused-otherwise"),
  @JsonSubTypes.Type(value = Seen.Threw.class, name = "threw"),
  @JsonSubTypes.Type(value = Seen.Unusable.class, name = "unusable"),
  @JsonSubTypes.Type(value = Seen.ReturnedNull.class, name = "returned-null"),
  @JsonSubTypes.Type(value = Seen.Missing.class, name = "missing"),
  @JsonSubTypes.Type(value = Seen.Borrowed.class, name = "borrowed"),
  @JsonSubTypes.Type(value = Seen.TooSlow.class, name = "too-slow"),
  @JsonSubTypes.Type(value = Seen.Ended.class, name = "ended"),
  @JsonSubTypes.Type(value = Seen.Garbled.class, name = "garbled"),
  @JsonSubTypes.Type(value = Seen.NotCompiled.class, name = "not-compiled"),
  @JsonSubTypes.Type(value = Seen.NotText.class, name = "not-text"),
  @JsonSubTypes.Type(value = Seen.Unreadable.class, name = "unreadable"),
  @JsonSubTypes.Type(value = Seen.Misnamed.class, name = "misnamed"),
  @JsonSubTypes.Type(value = Seen.NotStarted.class, name = "not-started"),
  @JsonSubTypes.Type(value = Seen.NoTest.class, name = "no-test"),
  @JsonSubTypes.Type(value = Seen.Fault.class, name = "fault")
})
public sealed interface Seen {

  /**
   * Returns how a test stands at which this was seen.
   *
   * @return red, if the record does not say otherwise
   */
  default State state() {
    return State.RED;
  }

  /**
   * An answer of the student's class that a right solution would not give. All else that is red is
   * about Java, or says itself what to do: no hint of a kata speaks of it.
   */
  sealed interface WrongAnswer extends Seen {}

  /** Nothing wrong. */
  record Passed() implements Seen {
    @Override
    public State state() {
      return State.GREEN;
    }
  }

  /** Nothing: a test above it failed, so it was not run. */
  record Skipped() implements Seen {
    @Override
    public State state() {
      return State.SKIPPED;
    }
  }

  /**
   * The TODO of the start.
   *
   * @param what the words of the TODO; empty if the file was not run
   */
  record Todo(String what) implements Seen {
    @Override
    public State state() {
      return State.TODO;
    }
  }

  /**
   * An argument of a call.
   *
   * @param name its name in the call
   * @param value its value
   */
  record Argument(String name, Value value) {}

  /**
   * Another value than the right one.
   *
   * @param call the call as the student would write it
   * @param remarks what else is to be known about the call
   * @param given the arguments that are worth showing
   * @param expected the right value
   * @param actual the value that came
   * @param place the first place at which the two differ; empty for single values, and for arrays
   *     of different shapes
   */
  record Difference(
      String call,
      List<Label> remarks,
      List<Argument> given,
      Value expected,
      Value actual,
      List<Integer> place)
      implements WrongAnswer {}

  /**
   * A count that a right solution has with a probability of at most α.
   *
   * @param what what was counted
   * @param seen how many there were
   * @param n out of how many independent draws
   * @param probability the right probability of success of each draw
   * @param alpha α, the false-alarm rate
   * @param low the smallest count within the bounds
   * @param high the largest count within the bounds
   * @param seed the seed of the run
   */
  record Count(
      Label what, long seen, int n, double probability, double alpha, int low, int high, long seed)
      implements WrongAnswer {}

  /**
   * Two elements that fall alike under every key, so that they share a draw.
   *
   * @param call the call as the student would write it
   * @param one the place of the one
   * @param other the place of the other
   * @param keys under how many keys both were looked at
   * @param n how many elements were compared with each other
   * @param alpha α, the largest probability that a right solution gives such a pair
   * @param seed the seed of the run
   */
  record SharedDraw(
      String call, List<Integer> one, List<Integer> other, int keys, int n, double alpha, long seed)
      implements WrongAnswer {}

  /**
   * Elements in reading order that fall as others did before, so that they share their draws.
   *
   * @param call the call as the student would write it
   * @param one the place of the first of the one run
   * @param other the place of the first of the other run
   * @param length how many elements each run has
   * @param n how many elements were looked at
   * @param alpha α, the largest probability that a right solution gives such runs
   * @param seed the seed of the run
   */
  record RepeatedDraws(
      String call,
      List<Integer> one,
      List<Integer> other,
      int length,
      int n,
      double alpha,
      long seed)
      implements WrongAnswer {}

  /**
   * The same outcome under several keys.
   *
   * @param call the call as the student would write it
   * @param keys under how many keys
   * @param n how many elements it has
   * @param alpha α, the largest probability that a right solution does so
   * @param seed the seed of the run
   */
  record IgnoredKey(String call, int keys, int n, double alpha, long seed) implements WrongAnswer {}

  /**
   * A condition that does not hold.
   *
   * @param condition what must hold, with the values that were seen
   * @param given the arguments that are worth showing
   */
  record Broken(Label condition, List<Argument> given) implements WrongAnswer {}

  /**
   * A call that returned, although it should have been refused.
   *
   * @param call the call as the student would write it
   * @param exception the simple name of the exception that refuses it
   */
  record Accepted(String call, String exception) implements WrongAnswer {}

  /**
   * A call that was refused, but by another exception.
   *
   * @param call the call as the student would write it
   * @param exception the simple name of the exception that refuses it
   * @param type the simple name of the one that came
   * @param message its message, or an empty text
   */
  record RefusedOtherwise(String call, String exception, String type, String message)
      implements Seen {}

  /**
   * An exception of the student's class.
   *
   * @param type its simple name
   * @param message its message, or an empty text
   */
  record Threw(String type, String message) implements Seen {}

  /**
   * An exception of the test, which could not work with what the student's class returned.
   *
   * @param type its simple name
   * @param message its message, or an empty text
   */
  record Unusable(String type, String message) implements Seen {}

  /**
   * A method that returned null, or an array that holds it.
   *
   * @param method its name
   * @param place where in the array null is; empty if there is no array
   */
  record ReturnedNull(String method, List<Integer> place) implements Seen {

    /**
     * Tells of a method that returned null itself.
     *
     * @param method its name
     */
    public ReturnedNull(String method) {
      this(method, List.of());
    }
  }

  /**
   * Something that the student's class does not have, or not as the test needs it.
   *
   * @param what what is not there
   * @param needs what the test needs, as code
   * @param found the nearest that is there, as code; empty if there is nothing like it
   */
  record Missing(What what, String needs, String found) implements Seen {

    /** What the student's class may lack. */
    public enum What {
      /** The class; {@code found} is one of a like name. */
      CLASS,
      /** The line {@code package kata03;} at the top; {@code found} is in another package. */
      PACKAGE,
      /** A method of this name and these parameters. */
      METHOD,
      /** The right type of the result; {@code found} is the type that is there. */
      RESULT,
      /** A method that others may call: it is private. */
      ACCESS,
      /**
       * Both {@code static} and a constructor without parameters; {@code found} is what can have
       * none, for example {@code an interface}.
       */
      INSTANCE,
      /** A constructor of these parameters. */
      CONSTRUCTOR,
      /** A method of an object that the test hands over: the student's code calls another one. */
      CALLBACK
    }
  }

  /**
   * A class that does for the student what the kata has them write.
   *
   * @param type its full name, for example {@code dojo.dropout.Dropout}
   * @param member the method or field of it that is used; {@link #CONSTRUCTOR} for a new object;
   *     empty if only its name is used
   * @param file the source of the student's that uses it, for example {@code InvertedDropout.java}
   */
  record Borrowed(String type, String member, String file) implements Seen {

    /** The name of a constructor in a compiled class. */
    public static final String CONSTRUCTOR = "<init>";

    /** What is used, as code. */
    String call() {
      return member.isEmpty()
          ? type
          : member.equals(CONSTRUCTOR) ? "new " + type : type + "." + member;
    }
  }

  /**
   * A test, or the whole run, that did not come to an end.
   *
   * @param seconds how long it was given
   */
  record TooSlow(long seconds) implements Seen {}

  /**
   * A program that the student's class ended before its tests were done.
   *
   * @param exit the exit code
   */
  record Ended(int exit) implements Seen {}

  /** Bytes from the process of the student's class that are no answer to a call. */
  record Garbled() implements Seen {}

  /**
   * A place in a source that the compiler does not accept.
   *
   * @param file the name of the source, for example {@code InvertedDropout.java}
   * @param line from 1; 0 if the whole file is meant
   * @param message the compiler's words
   * @param code by which the compiler knows this kind of problem, for example {@code
   *     compiler.err.duplicate.class}
   */
  record Problem(String file, long line, String message, String code) {}

  /**
   * A class that does not compile.
   *
   * @param problems in the order of the sources, at least one
   */
  record NotCompiled(List<Problem> problems) implements Seen {}

  /**
   * A source that is not text in UTF-8.
   *
   * @param file its name, for example {@code InvertedDropout.java}
   * @param looksLike the encoding that it seems to have, for example {@code UTF-16}; empty if it
   *     seems to be no text at all
   */
  record NotText(String file, String looksLike) implements Seen {}

  /**
   * A place where a source should be, and where none can be read.
   *
   * @param file its name, for example {@code InvertedDropout.java}
   * @param why why it cannot be read
   */
  record Unreadable(String file, Why why) implements Seen {

    /** Why no source can be read. */
    public enum Why {
      /** It is not there. */
      MISSING,
      /** There is nothing in it. */
      EMPTY,
      /** It is a folder. */
      FOLDER,
      /** It is a link to nothing. */
      LINK,
      /** It is neither a file nor a folder, for example a pipe. */
      SPECIAL,
      /** The student has no permission to read it. */
      PERMISSION
    }
  }

  /**
   * An answer that was saved under another name than that of the student's file.
   *
   * @param file the name that it has, for example {@code InvertedDropout copy.java}
   * @param wanted the name that it should have, for example {@code InvertedDropout.java}
   * @param own how the file of this name is
   */
  record Misnamed(String file, String wanted, Own own) implements Seen {

    /** How the file is in which the answer should be. */
    public enum Own {
      /** It is not there. */
      MISSING,
      /** It is as it was at the start. */
      UNTOUCHED,
      /** There is nothing in it. */
      EMPTY
    }

    @Override
    public State state() {
      return own == Own.UNTOUCHED ? State.TODO : State.RED;
    }
  }

  /**
   * A JVM that ended before it began with the first test.
   *
   * @param exit its exit code
   */
  record NotStarted(int exit) implements Seen {
    @Override
    public State state() {
      return State.ERROR;
    }
  }

  /** No test at all: nothing was checked. */
  record NoTest() implements Seen {
    @Override
    public State state() {
      return State.ERROR;
    }
  }

  /**
   * A failure of the kit itself.
   *
   * @param what what happened, for those who will mend it
   */
  record Fault(String what) implements Seen {
    @Override
    public State state() {
      return State.ERROR;
    }
  }
}
