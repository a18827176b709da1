package dojo.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "p1=0.35", "data=digits&examples=200&noise=0.05&seed=999999&steps=400"})
  void settings_are_written_as_they_are_read(String text) {
    assertEquals(text, Settings.of(text).toString());
  }

  @Test
  void the_order_does_not_matter_and_what_is_as_at_the_beginning_is_left_out() {
    assertEquals("data=spirals&seed=7", Settings.of("&seed=7&p1=0.5&data=spirals").toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p1=1.5 | p1 must be 0 to 0.9 in steps of 0.05, but was 1.5",
        "p1=0.33 | p1 must be 0 to 0.9 in steps of 0.05, but was 0.33",
        "p1=0,5 | p1 must be 0 to 0.9 in steps of 0.05, but was 0,5",
        "p1= | 'p1 must be 0 to 0.9 in steps of 0.05, but was '",
        "seed=99999999999999999999 | seed must be 0 to 999999 in steps of 1, but was"
            + " 99999999999999999999",
        "data=stars | data must be one of moons, circles, spirals, digits, but was stars",
        "p1 | a setting is NAME=VALUE, but was p1"
      })
  void what_a_setting_cannot_be_is_refused(String text, String message) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> Settings.of(text)).getMessage());
  }

  @Test
  void a_setting_that_is_not_there_is_refused_with_the_list_of_all() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Settings.of("q=1")).getMessage();
    assertEquals(
        "a setting is one of data, examples, noise, width, variant, p0, p1, p2, rate, seed, mistake,"
            + " steps, members, but was q",
        message);
  }

  @Test
  void every_default_in_the_list_is_a_value_of_its_setting() throws IOException {
    for (JsonNode setting : new ObjectMapper().readTree(Settings.json())) {
      String pair = setting.get("id").asText() + "=" + setting.get("default").asText();
      assertEquals("", Settings.of(pair).toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "0.05", "0.3", "0.35", "12.5", "-1.25", "999999", "0.0001"})
  void short_decimals_are_those_of_java(String text) {
    assertEquals(Double.parseDouble(text), Decimal.number(text), 0);
    assertEquals(text, Decimal.text(Decimal.number(text)));
  }
}
