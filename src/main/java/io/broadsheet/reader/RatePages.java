package io.broadsheet.reader;

import io.broadsheet.reader.view.RatesPage;
import io.broadsheet.settings.Language;
import io.broadsheet.words.Words;
import java.util.Optional;

/** Builds the pages of rates around what {@link RateParts} renders. */
final class RatePages {
  private final House house;
  private final Shared shared;
  private final RateParts parts;
  private final Frames frames;
  private final Assembly assembly;

  RatePages(House house, Shared shared, RateParts parts, Frames frames, Assembly assembly) {
    this.house = house;
    this.shared = shared;
    this.parts = parts;
    this.frames = frames;
    this.assembly = assembly;
  }

  /** Returns the page of a city's offices, or of all; empty where there are none. */
  Optional<Page> of(Address.Rates address) {
    if (!parts.has(address.city())) {
      return Optional.empty();
    }
    Language language = address.language();
    Words words = house.in(language).words();
    String path = Routes.path(address);
    return Optional.of(
        assembly.page(
            200,
            path,
            language,
            frames.of(
                language,
                RatePageViews.title(words, address.city()),
                words.text("rates.description"),
                frames.everywhere(path.substring(4), language)),
            "",
            parts.page(address),
            shared.topTen(language),
            shared.rates(language)));
  }

  /** Returns the page that says how a rate has moved; empty where there is no such rate. */
  Optional<Page> of(Address.History address) {
    if (!parts.has(address)) {
      return Optional.empty();
    }
    Language language = address.language();
    String path = Routes.path(address);
    return Optional.of(
        assembly.page(
            200,
            path,
            language,
            frames.of(
                language,
                parts.title(address),
                house.in(language).words().text("history.description"),
                frames.everywhere(path.substring(4), language)),
            "",
            parts.history(address),
            shared.topTen(language),
            shared.rates(language)));
  }

  /** Returns a page of rates that answers one reader's question, which no cache may keep. */
  Page answer(int status, Address.Rates address, RatesPage view) {
    Language language = address.language();
    String path = Routes.path(address).substring(4);
    return assembly.page(
        status,
        "",
        language,
        frames.ofNoAddress(language, view.title(), frames.everywhere(path, language)),
        "",
        assembly.own("rates", view),
        shared.topTen(language),
        shared.rates(language));
  }

  /** Returns the page that says that there are no offices in a city. */
  Page of(Address.NoCity address) {
    Language language = address.language();
    return assembly.page(
        404,
        "",
        language,
        frames.ofNoAddress(language, house.in(language).words().text("rates.nocity")),
        "",
        parts.noCity(address),
        shared.topTen(language),
        shared.rates(language));
  }
}
