package io.broadsheet.reader.view;

import io.broadsheet.words.Words;
import java.util.List;

/** The ways to the topics below a page's name. */
public record TopicBar(Words words, List<Link> topics) {}
