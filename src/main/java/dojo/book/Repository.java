package dojo.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Where the sources of the project can be read on the web, as pom.xml or git know it. */
final class Repository {
  private static final Pattern ORIGIN =
      Pattern.compile("(?s)\\[remote \"origin\"\\][^\\[]*?\\n\\s*url\\s*=\\s*(\\S+)");

  /**
   * As a browser has it, or as git does; a name and a password before the host are nobody's
   * business.
   */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:https?://|ssh://|git://|scm:git:https?://)?(?:[^@/\\s]+@)?"
              + "(?<host>[\\w.-]*(?:github|gitlab)[\\w.-]*\\.\\w+)(?::\\d+(?=/))?[:/]"
              + "(?<path>[\\w.~/-]+?)(?:\\.git)?/?");

  private Repository() {}

  /**
   * Returns where a file of the project is shown, but for the name of the file.
   *
   * @param home the folder of the project
   * @return the address, with a slash at its end; nothing if it is not known
   */
  static Optional<String> files(Path home) {
    return fromPom(home.resolve("pom.xml"))
        .or(() -> fromGit(home.resolve(".git")))
        .flatMap(Repository::shown);
  }

  /** Returns the same for the address of a repository, on a host whose pages are known. */
  static Optional<String> shown(String address) {
    Matcher known = ADDRESS.matcher(address);
    if (!known.matches()) {
      return Optional.empty();
    }
    String host = known.group("host");
    String blob = host.contains("gitlab") ? "/-/blob/HEAD/" : "/blob/HEAD/";
    return Optional.of("https://" + host + "/" + known.group("path") + blob);
  }

  private static Optional<String> fromPom(Path pom) {
    return text(pom)
        .map(text -> Jsoup.parse(text, "", Parser.xmlParser()))
        .map(document -> document.select("project > scm > url, project > url").last())
        .map(Element::text);
  }

  private static Optional<String> fromGit(Path git) {
    Path folder = git;
    if (Files.isRegularFile(git)) { // a work tree beside its repository
      folder = git.resolveSibling(text(git).orElse("").replaceFirst("^gitdir:", "").strip());
      folder = folder.resolve(text(folder.resolve("commondir")).orElse("").strip()).normalize();
    }
    return text(folder.resolve("config"))
        .map(ORIGIN::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1));
  }

  private static Optional<String> text(Path file) {
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
