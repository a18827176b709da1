package dojo.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.book.SearchEntry.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchPageTest {

  @Test
  void prose_is_an_entry_for_each_heading_and_code_one_for_each_cell() {
    assertEquals(
        List.of(
            new SearchEntry(Kind.PROSE, "02.html", "title", "Dropout", "A mask of coins."),
            new SearchEntry(Kind.CODE, "02.html", "cell-mask", "Predict", "var mask = 1 < 2;"),
            new SearchEntry(Kind.PROSE, "02.html", "predict", "Predict", "Before. After it.")),
        entries(
            """
            <nav>Chapters</nav><main id="main"><div id="cell-a"><h1 id="title">Dropout</h1>
            <p>A <em>mask</em> of
            coins.</p><h2 id="predict">Predict</h2><p>Before.</p></div>
            <div class="cell" id="cell-mask"><a class="in">In [1]</a>
            <div class="highlight"><pre><span>var</span> mask = 1 &lt; 2;</pre></div>
            <div class="out said"><pre>✔ it holds: 1</pre></div></div>
            <p>After it.</p><nav class="turn">Next</nav></main>
            """));
  }

  @Test
  void a_formula_can_be_found_as_it_was_written() {
    assertEquals(
        List.of(new SearchEntry(Kind.PROSE, "02.html", "h", "With p = 0.5", "Half at p = 0.5 .")),
        entries(
            """
            <main><h2 id="h">With %1$s</h2><p>Half at %1$s.</p></main>
            """
                .formatted(
                    "<math><semantics><mrow><mi>p</mi><mo>=</mo><mn>0.5</mn></mrow>"
                        + "<annotation encoding=\"application/x-tex\">p = 0.5</annotation>"
                        + "</semantics></math>")));
  }

  @Test
  void each_term_of_the_glossary_is_an_entry() {
    assertEquals(
        List.of(
            new SearchEntry(Kind.PROSE, "02.html", "words", "Words", ""),
            new SearchEntry(Kind.TERM, "02.html", "mask", "mask", "Which units are kept."),
            new SearchEntry(Kind.TERM, "02.html", "unit", "unit", "One number of a layer."),
            new SearchEntry(Kind.PROSE, "02.html", "notation", "Notation", "p rate")),
        entries(
            """
            <main><h2 id="words">Words</h2><dl><dt id="mask">mask</dt><dd>Which units are kept.</dd>
            <dt id="unit">unit</dt><dd>One number of a layer.</dd></dl>
            <h2 id="notation">Notation</h2><table><tr><td>p</td><td>rate</td></tr></table></main>
            """));
  }

  @Test
  void the_index_is_a_script_that_a_page_on_a_disk_may_load() {
    SearchIndex index =
        new SearchIndex(
            java.util.Map.of("02.html", "02 · Dropout"),
            List.of(
                new SearchEntry(Kind.CLASS, "02.html", "a", "Dense", "A \"layer\"."),
                new SearchEntry(Kind.PROSE, "02.html", "", "Dropout", "")
                    .withNames(List.of("notebook 2"))));
    String script = index.script(java.util.Locale.ENGLISH);
    assertTrue(
        script.startsWith(
            "window.dojoSearch={\"kinds\":[[\"kind-prose\",\"text\"],[\"kind-code\",\"code\"],[\"kind-claim\",\"claim\"],"
                + "[\"kind-figure\",\"figure\"],[\"kind-kata\",\"kata\"],[\"kind-term\",\"term\"],[\"kind-class\",\"class\"]],"
                + "\"pages\":[[\"02.html\",\"02 · Dropout\"]],"
                + "\"entries\":[[6,0,\"a\",\"Dense\",\"A \\\"layer\\\".\"],[0,0,\"\",\"Dropout\",\"\",[\"notebook 2\"]]],"
                + "\"words\":{\"same\":[["),
        script);
    assertTrue(script.endsWith("]]}};\n"), script);
  }

  private static List<SearchEntry> entries(String html) {
    return SearchPage.entries("02.html", html, Kind.PROSE);
  }
}
