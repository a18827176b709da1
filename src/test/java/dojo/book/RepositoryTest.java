package dojo.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepositoryTest {
  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({
    "https://github.com/a/dojo.git, https://github.com/a/dojo/blob/HEAD/",
    "https://github.com/a/dojo/, https://github.com/a/dojo/blob/HEAD/",
    "git@github.com:a/dojo.git, https://github.com/a/dojo/blob/HEAD/",
    "ssh://git@github.example.org:2222/a/dojo, https://github.example.org/a/dojo/blob/HEAD/",
    "https://gitlab.com/group/sub/dojo.git, https://gitlab.com/group/sub/dojo/-/blob/HEAD/",
    "https://somebody:secret@github.com/a/dojo.git, https://github.com/a/dojo/blob/HEAD/",
    "/srv/git/dojo.git, ",
    "../dojo, ",
    "https://example.org/dojo, ",
    "https://github.com/a/dojo\"><script>, "
  })
  void a_file_is_shown_where_the_host_is_known(String address, String files) {
    assertEquals(Optional.ofNullable(files), Repository.shown(address));
  }

  @Test
  void git_knows_the_address_and_pom_xml_comes_before_it() throws IOException {
    assertEquals(Optional.empty(), Repository.files(home));
    put("pom.xml", "<project><name>Dojo</name></project>");
    put(
        ".git/config",
        "[core]\n\tbare = false\n[remote \"origin\"]\n\turl = git@github.com:a/dojo.git\n");
    assertEquals(Optional.of("https://github.com/a/dojo/blob/HEAD/"), Repository.files(home));
    put(
        "pom.xml",
        "<project><licenses><license><url>https://github.com/x/licence</url></license></licenses>"
            + "<scm><url>https://github.com/b/dojo</url></scm></project>");
    assertEquals(Optional.of("https://github.com/b/dojo/blob/HEAD/"), Repository.files(home));
  }

  @Test
  void a_work_tree_knows_what_its_repository_knows() throws IOException {
    put("main/config", "[remote \"origin\"]\n\turl = https://github.com/a/dojo\n");
    put("main/worktrees/w/commondir", "../..\n");
    put("w/.git", "gitdir: " + home.resolve("main/worktrees/w") + "\n");
    assertEquals(
        Optional.of("https://github.com/a/dojo/blob/HEAD/"), Repository.files(home.resolve("w")));
  }

  private void put(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.resolve("..").normalize());
    Files.writeString(file, text);
  }
}
