package dojo.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Where the reader reads: two streams, and what may be written to them.
 *
 * @param out for results
 * @param err for errors
 * @param live whether a line may be coloured and written over
 * @param yes the mark for success
 * @param no the mark for failure
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean live, String yes, String no) {

  /** A longer line is not easy to read. */
  static final int LINE = 90;

  /**
   * Returns the terminal, file or pipe that this program writes to.
   *
   * @return the terminal
   */
  public static Terminal system() {
    // a Windows console has its code page; elsewhere every terminal reads UTF-8, even if LANG is C
    Charset charset =
        System.getProperty("os.name", "").startsWith("Windows")
            ? Charset.forName(
                System.getProperty(
                    "stdout.encoding", System.getProperty("native.encoding", "UTF-8")))
            : StandardCharsets.UTF_8;
    return of(
        writer(FileDescriptor.out, charset),
        writer(FileDescriptor.err, charset),
        Ansi.AUTO.enabled(),
        charset);
  }

  /**
   * Returns a terminal that writes in a character set.
   *
   * @param out for results
   * @param err for errors
   * @param live whether a line may be coloured and written over
   * @param charset what it can show
   * @return the terminal
   */
  public static Terminal of(PrintWriter out, PrintWriter err, boolean live, Charset charset) {
    boolean marks = charset.newEncoder().canEncode("✓✗");
    return new Terminal(out, err, live, marks ? "✓" : "ok", marks ? "✗" : "!!");
  }

  private static PrintWriter writer(FileDescriptor descriptor, Charset charset) {
    return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), charset), true);
  }

  /**
   * Writes a line.
   *
   * @param line the line
   */
  public void say(String line) {
    out.println(line);
  }

  /**
   * Writes a paragraph, broken where it is too long for a line.
   *
   * @param text the text; its own lines stay
   * @param indent how many spaces go before each line
   */
  public void paragraph(String text, int indent) {
    say(layout().paragraph(text, indent));
  }

  /**
   * Breaks a sentence of an indented report where it is too long for a line.
   *
   * @param text the sentence; its own lines stay
   * @return several lines without an indentation
   */
  public String wrapped(String text) {
    return layout().paragraph(text, 2).stripIndent();
  }

  /**
   * Writes rows whose cells stand below each other; the last cell of a row is broken where it is
   * too long.
   *
   * @param rows the cells of each row
   * @param indent how many spaces go before each line
   */
  public void rows(List<List<String>> rows, int indent) {
    say(layout().rows(rows, indent));
  }

  /** A line is as long as the terminal is wide, but no longer than is easy to read. */
  private Layout layout() {
    return new Layout(Math.min(width(), LINE));
  }

  /**
   * Returns how wide the terminal is.
   *
   * @return its columns; as many as are easy to read where it is a file or a pipe
   */
  public int width() {
    return new UsageMessageSpec().width(LINE).autoWidth(live).width();
  }

  /**
   * Writes a line that the next one replaces; nothing where lines cannot be written over.
   *
   * @param line the line
   */
  public void sayForNow(String line) {
    if (live) {
      out.print("\r\u001B[K" + line);
      out.flush();
    }
  }

  /** Removes the line that was written for now. */
  public void forget() {
    sayForNow("");
  }
}
