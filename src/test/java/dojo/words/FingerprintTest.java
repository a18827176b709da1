package dojo.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FingerprintTest {

  @Test
  void a_fingerprint_is_the_beginning_of_the_sha_256() {
    assertEquals("ba7816bf8f01cfea", Fingerprint.of("abc")); // FIPS 180-2, appendix B.1
  }
}
