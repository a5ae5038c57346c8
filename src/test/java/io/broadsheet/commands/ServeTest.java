package io.broadsheet.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ServeTest {

  @Test
  void theReadyLineNamesTheAddressThatAnswers() {
    try (RunningServer server = RunningServer.start()) {
      URI home = server.uri("/");
      assertThat(home.getPort()).isPositive();
      assertThat(server.out())
          .isEqualTo("Broadsheet is ready: http://127.0.0.1:" + home.getPort() + "/\n");
    }
  }

  @Test
  void stopsOnASignalWithStatusZero() {
    try (RunningServer server = RunningServer.start()) {
      assertThat(server.stop()).isZero();
      assertThat(server.err()).isEmpty();
    }
  }

  @Test
  void aPortThatIsNoNumberIsAUsageError() {
    Finished finished = TestProcess.plain().run("serve", "--port", "70000");
    assertThat(finished.status()).isEqualTo(2);
    assertThat(finished.err()).contains("“70000” is no port; allowed is 0 to 65535");
  }
}
