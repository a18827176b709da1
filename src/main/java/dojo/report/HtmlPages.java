package dojo.report;

import dojo.grade.Grades;
import dojo.grade.Submission;
import dojo.machine.WholeFile;
import dojo.words.Sentence;
import dojo.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Pages for a browser, each of which needs nothing beside it: {@code html/class.html} for the
 * staff, and {@code html/students/NAME.html} for each student.
 *
 * <p>The table of a class that is too large for one page stands in pages of its own, {@code
 * html/class/001.html} and so on.
 */
final class HtmlPages implements Format {
  private static final String SUFFIX = ".html";

  /** So many students are a table that a browser searches and sorts at once. */
  private static final int ROWS = 1000;

  private final int most;

  HtmlPages() {
    this(ROWS);
  }

  /** For a class of more students than this, the table stands in parts. */
  HtmlPages(int most) {
    this.most = most;
  }

  @Override
  public String name() {
    return "html";
  }

  @Override
  public List<Sentence> write(ClassResults results, Path into) throws IOException {
    Path folder = Files.createDirectories(into.resolve(name()));
    Words words = Words.of(HtmlPages.class, results.language());
    KataWords katas = KataWords.of(results.exercises(), results.language());
    ClassSummary summary = ClassSummary.of(results);
    List<String> labels = List.copyOf(results.worth().points().keySet());
    Html students =
        summary.rows().size() <= most
            ? new StudentTable(labels, "", words).of(summary.rows())
            : parts(
                summary.rows(), labels, words, Files.createDirectories(folder.resolve("class")));
    WholeFile.write(
        folder.resolve("class" + SUFFIX),
        new ClassPage(results, katas, words).of(summary, students));
    StudentPage page = new StudentPage(results.students(), katas, words);
    Path own = Files.createDirectories(folder.resolve(StudentTable.FOLDER));
    for (Submission submission : results.submissions()) {
      Optional<SubmissionResult> result = results.forStudent(submission);
      if (result.isPresent()) {
        WholeFile.write(
            own.resolve(Grades.fileName(submission.name()) + SUFFIX), page.of(result.get()));
      }
    }
    return List.of();
  }

  /** Writes the table in parts, and returns what leads to them. */
  private Html parts(List<StudentRow> rows, List<String> labels, Words words, Path folder)
      throws IOException {
    List<Html> links = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += most) {
      List<StudentRow> part = rows.subList(from, Math.min(from + most, rows.size()));
      String file = String.format(Locale.ROOT, "%03d", from / most + 1) + SUFFIX;
      String title = words.say("part-title", from + 1, from + part.size(), rows.size());
      Html body =
          Html.all(
              Html.tag(
                  "header",
                  Html.tag(
                      "p",
                      Html.tag("a").at("href", "../class.html").text(words.say("to-the-class"))),
                  Html.tag("h1", title)),
              new StudentTable(labels, "../", words).of(part));
      WholeFile.write(
          folder.resolve(file),
          PageFrame.withScript("class", words.say("page-language"), title, body));
      links.add(
          Html.tag(
              "li",
              Html.tag("a")
                  .at("href", "class/" + file)
                  .with(
                      Html.tag("bdi", part.get(0).name()),
                      Html.text(" – "),
                      Html.tag("bdi", part.get(part.size() - 1).name()))));
    }
    return Html.all(
        Html.tag("p", words.say("parts-intro", most)),
        Html.tag("ul").at("class", "parts").with(links));
  }
}
