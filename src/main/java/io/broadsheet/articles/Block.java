package io.broadsheet.articles;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block of a story's text; components are named as ProseMirror names them.
 *
 * <p>ProseMirror writes neither empty content nor marks, so what is missing is empty.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Block {

  /** A paragraph. */
  @JsonTypeName("paragraph")
  record Paragraph(List<Inline> content) implements Block {
    public Paragraph {
      content = Check.list(content);
    }
  }

  /** A heading within the story, of level 2 to 4; the headline is level 1. */
  @JsonTypeName("heading")
  record Heading(Level attrs, List<Inline> content) implements Block {
    public Heading {
      Check.that(attrs != null, "A heading has no level.");
      content = Check.list(content);
    }
  }

  /**
   * How deep a heading is.
   *
   * @param level 2 to 4
   */
  record Level(int level) {
    public Level {
      Check.that(level >= 2 && level <= 4, "A heading of level " + level + " is not 2 to 4.");
    }
  }

  /**
   * Somebody's words.
   *
   * @param attrs whose they are; null where that is not said
   */
  @JsonTypeName("blockquote")
  record Quote(
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Attribution attrs, List<Block> content)
      implements Block {
    public Quote {
      attrs = attrs == null || attrs.equals(Attribution.NONE) ? null : attrs;
      content = Placement.within("a quotation", content);
    }
  }

  /** A list without order. */
  @JsonTypeName("bullet_list")
  record BulletList(List<Item> content) implements Block {
    public BulletList {
      content = Check.list(content);
    }
  }

  /** A numbered list. */
  @JsonTypeName("ordered_list")
  record OrderedList(Start attrs, List<Item> content) implements Block {
    public OrderedList {
      Check.that(attrs != null, "A numbered list does not say where it begins.");
      content = Check.list(content);
    }
  }

  /**
   * Where a numbered list begins.
   *
   * @param order the first number
   */
  record Start(int order) {}

  /** One entry of a list. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonTypeName("list_item")
  record Item(List<Block> content) {
    public Item {
      content = Placement.within("a list", content);
    }
  }

  /** A break between parts of a story. */
  @JsonTypeName("horizontal_rule")
  record Rule() implements Block {}

  /** A table. */
  @JsonTypeName("table")
  record Table(List<Row> content) implements Block {
    public Table {
      content = Check.list(content);
    }
  }

  /** One row of a table. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonTypeName("table_row")
  record Row(List<Cell> content) {
    public Row {
      content = Check.list(content);
    }
  }

  /** One cell of a table. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  sealed interface Cell {
    /** Returns how far it reaches; null for one column and one row. */
    @Nullable Span attrs();

    /** Returns what stands in the cell. */
    List<Block> content();
  }

  /** A cell that holds a value. */
  @JsonTypeName("table_cell")
  record DataCell(
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Span attrs, List<Block> content)
      implements Cell {
    public DataCell {
      attrs = Span.orNull(attrs);
      content = Placement.within("a table", content);
    }
  }

  /** A cell that names its row or column. */
  @JsonTypeName("table_header")
  record HeaderCell(
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Span attrs, List<Block> content)
      implements Cell {
    public HeaderCell {
      attrs = Span.orNull(attrs);
      content = Placement.within("a table", content);
    }
  }

  /** A picture between paragraphs, which must say what is seen on it. */
  @JsonTypeName("figure")
  record Figure(Picture attrs) implements Block {
    public Figure {
      Check.that(attrs != null, "A picture in the text is missing.");
      Check.line("The alternative text of a picture in the text", attrs.alt(), 1_000);
    }
  }

  /** Something that lies with a stranger and is not loaded before a reader asks for it. */
  @JsonTypeName("embed")
  record Embed(Embedded attrs) implements Block {
    public Embed {
      Check.that(attrs != null, "An embedded page has no address.");
    }
  }

  /** Facts beside the story: paragraphs and lists under a title. */
  @JsonTypeName("factbox")
  record Factbox(Title attrs, List<Block> content) implements Block {
    public Factbox {
      Check.that(attrs != null, "A box of facts has no title.");
      content = Placement.inFactbox(content);
    }
  }

  /**
   * What a box is about.
   *
   * @param title 1 to 300 characters
   */
  record Title(String title) {
    public Title {
      Check.line("The title of a box of facts", title, 300);
    }
  }

  /** Leads to another story, under the headline that it has when it is read. */
  @JsonTypeName("story_link")
  record StoryLink(Linked attrs) implements Block {
    public StoryLink {
      Check.that(attrs != null, "A link to a story does not say to which.");
    }
  }

  /** Shows how a rate has moved, up to when it is read. */
  @JsonTypeName("rate_chart")
  record Chart(RateChart attrs) implements Block {
    public Chart {
      Check.that(attrs != null, "A chart does not say of what.");
    }
  }

  /**
   * Which story.
   *
   * @param article the id of its edition, positive
   */
  record Linked(long article) {
    public Linked {
      Check.that(article > 0, "A link to the story " + article + " leads nowhere.");
    }
  }
}
