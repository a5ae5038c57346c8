package io.broadsheet.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/** What of a page jumps before its reader's eyes. */
final class Shifts {
  private static final double TOLERATED = 0.01;

  private Shifts() {}

  /** Has every page of this window take notes; called before the first is opened. */
  static void watch(BrowserContext window) {
    window.addInitScript(
        """
        window.shift = 0;
        window.shifted = [];
        new PerformanceObserver(list => {
          for (const entry of list.getEntries()) {
            window.shift += entry.value;
            for (const {node, previousRect: from, currentRect: to} of entry.sources) {
              const name = node && (node.className || node.nodeName);
              window.shifted.push(`${name} ${from.x},${from.y} → ${to.x},${to.y}`);
            }
          }
        }).observe({type: 'layout-shift', buffered: true});
        """);
  }

  /** Asserts that nothing of this page has jumped so far. */
  static void none(Page page) {
    assertThat(((Number) page.evaluate("window.shift")).doubleValue())
        .as("%s jumps: %s", page.url(), page.evaluate("window.shifted"))
        .isLessThan(TOLERATED);
  }
}
