package io.broadsheet.newsroom;

import io.broadsheet.articles.Article;
import io.broadsheet.articles.Content;
import io.broadsheet.articles.Correction;
import io.broadsheet.articles.Original;
import io.broadsheet.articles.Originals;
import io.broadsheet.articles.Teaser;
import io.broadsheet.newsroom.view.Editions;
import io.broadsheet.settings.Language;
import io.broadsheet.web.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Shows a story's screen its other editions, and what its own was made from. */
final class EditionViews {
  private final Newsroom newsroom;
  private final Originals originals;
  private final JsonMapper json;

  EditionViews(Newsroom newsroom, Originals originals, JsonMapper json) {
    this.newsroom = newsroom;
    this.originals = originals;
    this.json = json;
  }

  /** Returns the editions of the story that this article is one of. */
  Editions of(Article article, Texts texts) {
    Map<Language, Teaser> there =
        originals.editions(article.story()).stream()
            .collect(Collectors.toMap(Teaser::language, Function.identity()));
    return new Editions(
        newsroom.site().languages().stream()
            .map(language -> edition(language, there.get(language), article, texts))
            .toList(),
        originals.of(article.id()).map(original -> beside(original, texts)).orElse(null));
  }

  /** Returns what names the contents of an original. */
  String name(Content content) {
    return Sha256.shortHex(json.writeValueAsString(content).getBytes(StandardCharsets.UTF_8));
  }

  private Editions.Edition edition(
      Language language, @Nullable Teaser edition, Article article, Texts texts) {
    if (edition == null) {
      return new Editions.Edition(
          null, language.code(), texts.text("editions.begin." + language.code()), false, false);
    }
    return new Editions.Edition(
        WritingViews.address(edition.id()),
        language.code(),
        texts.text("edition." + language.code()),
        originals.of(edition.id()).filter(Original::movedOn).isPresent(),
        edition.id() == article.id());
  }

  private Editions.Beside beside(Original original, Texts texts) {
    Content now = original.now();
    String code = original.article().language().code();
    return new Editions.Beside(
        WritingViews.address(original.article().id()),
        code,
        texts.text("editions.original." + code),
        now.headline(),
        now.lede(),
        now.body().html(),
        original.movedOn(),
        original.changes(),
        original.corrections().stream().map(Correction::note).toList(),
        name(now));
  }
}
