package dojo.kata;

import dojo.words.Words;
import java.util.ArrayList;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was seen, in sentences and tables of one language. */
final class SeenText {
  /** The rooms of what a student learns to write. */
  private static final Pattern OF_THE_LIBRARY =
      Pattern.compile("dojo\\.(nn|dropout|optim|train)\\..*");

  /** A call that makes an object, and calls no method of it. */
  private static final Pattern MAKES = Pattern.compile("new \\w+\\([^()]*\\)");

  private final Subject subject;
  private final Words words;
  private final boolean seeds;

  SeenText(Subject subject, Words words, boolean seeds) {
    this.subject = subject;
    this.words = words;
    this.seeds = seeds;
  }

  /** What stands in the place of a test's name where no test was running. */
  String heading(Seen seen) {
    if (seen instanceof Seen.NotCompiled not) {
      return words.say("no-class", not.problems().get(0).line());
    }
    String key =
        seen.state() == State.ERROR
            ? seen instanceof Seen.NoTest ? "no-test" : "error"
            : seen.state() == State.TODO
                ? "no-start"
                : seen instanceof Seen.TooSlow
                    ? "no-end"
                    : seen instanceof Seen.NotText ? "no-text" : "no-result";
    return words.say(key);
  }

  List<Report.Part> parts(Seen seen) {
    if (seen instanceof Seen.Todo todo && todo.what().isEmpty()) {
      return List.of(); // the heading has said it
    }
    if (seen instanceof Seen.Difference difference) {
      return difference(difference);
    }
    if (seen instanceof Seen.Broken broken) {
      List<Report.Part> parts = paragraphs(say(broken.condition()));
      return with(parts, broken.given().stream().map(SeenText::column).toList());
    }
    if (seen instanceof Seen.Count count) {
      return paragraphs(
          say(count.what()),
          words.say(
              "count-expected",
              Math.round(count.n() * count.probability()),
              count.low(),
              count.high()),
          words.say("count-seen", count.seen(), count.n()),
          words.say("count-bound", rate(count.alpha()), seed(count.seed())));
    }
    if (seen instanceof Seen.SharedDraw shared) {
      String elements =
          words.say(
              "shared-draw",
              place(shared.one()),
              place(shared.other()),
              shared.call(),
              shared.keys());
      return paragraphs(elements, bound(shared.n(), shared.alpha(), shared.seed()));
    }
    if (seen instanceof Seen.RepeatedDraws repeated) {
      String runs =
          words.say(
              "repeated-draws",
              repeated.length(),
              repeated.call(),
              place(repeated.one()),
              place(repeated.other()));
      return paragraphs(runs, bound(repeated.n(), repeated.alpha(), repeated.seed()));
    }
    if (seen instanceof Seen.IgnoredKey ignored) {
      return paragraphs(
          words.say("ignored-key", ignored.call(), ignored.keys()),
          bound(ignored.n(), ignored.alpha(), ignored.seed()));
    }
    if (seen instanceof Seen.Accepted accepted) {
      return paragraphs(
          accepted.call(),
          words.say("accepted-expected", accepted.exception()),
          words.say(MAKES.matcher(accepted.call()).matches() ? "accepted-made" : "accepted-seen"));
    }
    if (seen instanceof Seen.RefusedOtherwise other) {
      return paragraphs(
          other.call(),
          words.say("accepted-expected", other.exception()),
          words.say("refused-otherwise", exception(other.type(), other.message())));
    }
    return paragraphs(sentence(seen));
  }

  /** What is said in one sentence. */
  private String sentence(Seen seen) {
    if (seen instanceof Seen.Threw threw) {
      return "StackOverflowError".equals(threw.type())
          ? words.say("endless-calls", threw.type())
          : words.say("threw", exception(threw.type(), threw.message()));
    }
    if (seen instanceof Seen.Unusable unusable) {
      return words.say("unusable", exception(unusable.type(), unusable.message()));
    }
    if (seen instanceof Seen.Missing missing) {
      String key = "missing-" + missing.what().name().toLowerCase(Locale.ROOT);
      return words.say(
          missing.found().isEmpty() ? key + "-at-all" : key,
          subject.home(),
          missing.needs(),
          missing.found());
    }
    if (seen instanceof Seen.Borrowed borrowed) {
      return words.say(
          OF_THE_LIBRARY.matcher(borrowed.type()).matches() ? "borrowed" : "not-available",
          borrowed.call(),
          allowed());
    }
    if (seen instanceof Seen.Todo todo) {
      return todo.what();
    }
    if (seen instanceof Seen.ReturnedNull returned) {
      return returned.place().isEmpty()
          ? words.say("returned-null", returned.method())
          : words.say("returned-null-at", returned.method(), place(returned.place()));
    }
    if (seen instanceof Seen.TooSlow slow) {
      return words.say("too-slow", slow.seconds());
    }
    if (seen instanceof Seen.Ended ended) {
      return words.say("ended", ended.exit());
    }
    if (seen instanceof Seen.Garbled) {
      return words.say("garbled");
    }
    if (seen instanceof Seen.NotCompiled not) {
      int more = not.problems().size() - 1;
      Seen.Problem problem = not.problems().get(0);
      String first =
          isDeclaredTwice(problem)
              ? words.say("declared-twice", problem.file(), problem.message())
              : problem.message();
      return more == 0 ? first : first + "\n" + words.say("more-problems", more);
    }
    if (seen instanceof Seen.NotText not) {
      return not.looksLike().isEmpty()
          ? words.say("not-text", not.file())
          : words.say("not-utf-8", not.file(), not.looksLike());
    }
    if (seen instanceof Seen.Unreadable unreadable) {
      String key = "unreadable-" + unreadable.why().name().toLowerCase(Locale.ROOT);
      String label = subject.kata().map(Kata::label).orElse("");
      return words.say(key, unreadable.file(), label);
    }
    if (seen instanceof Seen.Misnamed misnamed) {
      String key = "misnamed-" + misnamed.own().name().toLowerCase(Locale.ROOT);
      return words.say(key, misnamed.file(), misnamed.wanted());
    }
    if (seen instanceof Seen.NoTest) {
      String test = subject.kata().map(kata -> kata.display(kata.test())).orElse("");
      return words.say("test-without-tests", test);
    }
    if (seen instanceof Seen.NotStarted not) {
      return words.say("not-started", subject.home(), not.exit());
    }
    if (seen instanceof Seen.Fault fault) {
      return words.say("fault", subject.home(), fault.what());
    }
    return ""; // nothing to tell: passed or not run
  }

  /** What may be used beside Java's own classes; often a key, sometimes nothing. */
  private String allowed() {
    List<String> uses = subject.plan().map(Plan::uses).orElse(Plan.USUAL);
    return uses.isEmpty() ? "" : words.say("and-these", String.join("`, `", uses));
  }

  /** A copy of a class beside it, in a file of another name. */
  private boolean isDeclaredTwice(Seen.Problem problem) {
    return problem.code().equals("compiler.err.duplicate.class")
        || (problem.code().equals("compiler.err.class.public.should.be.in.file")
            && subject.kata().filter(kata -> isOfOwn(kata, problem)).isPresent());
  }

  /** Whether the class stands in the student's file, where it belongs. */
  private static boolean isOfOwn(Kata kata, Seen.Problem problem) {
    return problem.message().endsWith(" " + kata.source().getFileName())
        && new Whereabouts(kata).isWhereItBelongs();
  }

  private List<Report.Part> difference(Seen.Difference seen) {
    String call = seen.call();
    for (Label remark : seen.remarks()) {
      call = words.say("call-with-remark", call, say(remark));
    }
    List<Report.Part> parts = paragraphs(call);
    boolean whole = ValueText.fits(seen.expected()) && ValueText.fits(seen.actual());
    List<Integer> place = seen.place();
    if (!whole && place.isEmpty()) {
      parts.addAll(
          paragraphs(words.say("other-shape", shape(seen.expected()), shape(seen.actual()))));
      return with(parts, seen.given().stream().map(SeenText::column).toList());
    }
    List<Report.Column> columns = new ArrayList<>();
    if (whole) {
      seen.given().forEach(argument -> columns.add(column(argument)));
      columns.addAll(bothSides(seen.expected(), seen.actual(), place));
    } else {
      parts.addAll(paragraphs(words.say("first-difference", place(place))));
      for (Seen.Argument argument : seen.given()) {
        boolean same = argument.value().shape().equals(seen.expected().shape());
        columns.add(
            same
                ? column(
                    new Seen.Argument(argument.name() + place(place), argument.value().at(place)))
                : column(argument));
      }
      columns.addAll(bothSides(seen.expected().at(place), seen.actual().at(place), List.of()));
    }
    return with(parts, columns);
  }

  /** In full where a few digits would show the same on both sides. */
  private List<Report.Column> bothSides(Value expected, Value actual, List<Integer> place) {
    boolean alike =
        expected.shape().equals(actual.shape())
            && expected.at(place).toString().equals(actual.at(place).toString());
    return List.of(
        new Report.Column(words.say("expected"), lines(expected, alike)),
        new Report.Column(words.say("actual"), lines(actual, alike)));
  }

  private static List<String> lines(Value value, boolean inFull) {
    return (inFull ? ValueText.inFull(value) : ValueText.of(value)).lines();
  }

  private static Report.Column column(Seen.Argument argument) {
    return new Report.Column(argument.name(), lines(argument.value(), false));
  }

  private static List<Report.Part> with(List<Report.Part> parts, List<Report.Column> columns) {
    if (!columns.isEmpty()) {
      parts.add(new Report.Table(columns));
    }
    return parts;
  }

  private static List<Report.Part> paragraphs(String... sentences) {
    List<Report.Part> parts = new ArrayList<>();
    for (String sentence : sentences) {
      parts.add(new Report.Paragraph(sentence));
    }
    return parts;
  }

  /** The sentence of a kata's check; without its pattern, the key says enough. */
  private String say(Label sentence) {
    Object[] values = sentence.values().stream().map(SeenText::plain).toArray();
    return subject
        .words()
        .flatMap(told -> told.check(sentence.key()))
        .map(pattern -> format(pattern, values))
        .orElse(sentence.key());
  }

  private static Object plain(Value value) {
    Object content = value.content();
    boolean asItIs = content instanceof String || content instanceof Integer;
    return asItIs || content instanceof Long ? content : value.toString();
  }

  private static String format(String pattern, Object... values) {
    try {
      return String.format(Locale.ROOT, pattern, values);
    } catch (IllegalFormatException e) {
      return pattern; // better than no verdict
    }
  }

  private String bound(int n, double alpha, long seed) {
    return words.say("bound", n, rate(alpha), seed(seed));
  }

  private String seed(long seed) {
    return seeds ? words.say("seed-of-the-run", seed) : "";
  }

  private static String rate(double alpha) {
    return String.valueOf(alpha).replace(".0E", "e");
  }

  private String exception(String type, String message) {
    return message.isEmpty() ? type : words.say("exception", type, message);
  }

  private static String place(List<Integer> place) {
    return place.stream().map(index -> "[" + index + "]").collect(Collectors.joining());
  }

  private static String shape(Value value) {
    return value.shape().stream().map(String::valueOf).collect(Collectors.joining(" × "));
  }
}
