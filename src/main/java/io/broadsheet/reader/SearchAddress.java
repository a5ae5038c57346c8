package io.broadsheet.reader;

import io.broadsheet.reader.view.SearchPage;
import io.broadsheet.search.Question;
import io.broadsheet.settings.Language;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The address of an answer to a reader's question.
 *
 * @param language of the page
 * @param typed what was typed; empty for nothing yet
 * @param topic to which the answer is narrowed, by its slug; null for all
 * @param year to which it is narrowed; null for all
 * @param edition the language to which it is narrowed; null for all
 * @param number of the page, from 1
 */
record SearchAddress(
    Language language,
    String typed,
    @Nullable String topic,
    @Nullable Integer year,
    @Nullable Language edition,
    Question.Order order,
    int number) {

  /** Tells whether only some kinds of stories are looked at. */
  boolean isNarrowed() {
    return topic != null || year != null || edition != null;
  }

  Question question() {
    return new Question(typed, edition, language, topic, year, order);
  }

  SearchAddress asking(String other) {
    return new SearchAddress(language, other, null, null, null, Question.Order.BEST, 1);
  }

  SearchAddress inWordsOf(Language other) {
    return new SearchAddress(other, typed, topic, year, edition, order, number);
  }

  SearchAddress ofTopic(@Nullable String other) {
    return new SearchAddress(language, typed, other, year, edition, order, 1);
  }

  SearchAddress ofYear(@Nullable Integer other) {
    return new SearchAddress(language, typed, topic, other, edition, order, 1);
  }

  SearchAddress ofEdition(@Nullable Language other) {
    return new SearchAddress(language, typed, topic, year, other, order, 1);
  }

  SearchAddress in(Question.Order other) {
    return new SearchAddress(language, typed, topic, year, edition, other, 1);
  }

  SearchAddress onPage(int other) {
    return new SearchAddress(language, typed, topic, year, edition, order, other);
  }

  /** Returns what a form with another question sends besides, to keep what was chosen. */
  List<SearchPage.Parameter> kept() {
    List<SearchPage.Parameter> kept = new ArrayList<>();
    if (topic != null) {
      kept.add(new SearchPage.Parameter("topic", topic));
    }
    if (year != null) {
      kept.add(new SearchPage.Parameter("year", Integer.toString(year)));
    }
    if (edition != null) {
      kept.add(new SearchPage.Parameter("in", edition.code()));
    }
    if (order == Question.Order.NEWEST) {
      kept.add(new SearchPage.Parameter("order", "newest"));
    }
    return kept;
  }

  /** Returns its path and query. */
  String path() {
    List<String> parameters = new ArrayList<>();
    if (!typed.isBlank()) {
      parameters.add("q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
    }
    kept().forEach(kept -> parameters.add(kept.name() + "=" + kept.value()));
    if (number > 1) {
      parameters.add("page=" + number);
    }
    return House.home(language)
        + "search"
        + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters));
  }
}
