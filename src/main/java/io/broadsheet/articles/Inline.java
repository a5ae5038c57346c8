package io.broadsheet.articles;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/** A run of text within a block, or a line break. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Inline {

  /**
   * Characters that share their marks.
   *
   * @param text not empty
   * @param marks from the outermost to the innermost; may be empty
   */
  @JsonTypeName("text")
  record Text(String text, List<Mark> marks) implements Inline {
    public Text {
      Check.that(text != null && !text.isEmpty(), "A run of text is empty.");
      Check.text("The body", text, 1_000_000);
      marks = Check.list(marks);
    }
  }

  /** A line break within a block. */
  @JsonTypeName("hard_break")
  record HardBreak() implements Inline {}
}
