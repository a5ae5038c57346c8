package io.broadsheet.articles;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/** A block of a story's text; components are named as ProseMirror names them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Block {

  /** A paragraph. */
  @JsonTypeName("paragraph")
  record Paragraph(List<Inline> content) implements Block {
    public Paragraph {
      content = List.copyOf(content);
    }
  }

  /** A heading within the story, of level 2 to 4; the headline is level 1. */
  @JsonTypeName("heading")
  record Heading(Level attrs, List<Inline> content) implements Block {
    public Heading {
      content = List.copyOf(content);
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

  /** Somebody's words. */
  @JsonTypeName("blockquote")
  record Quote(List<Block> content) implements Block {
    public Quote {
      content = List.copyOf(content);
    }
  }

  /** A list without order. */
  @JsonTypeName("bullet_list")
  record BulletList(List<Item> content) implements Block {
    public BulletList {
      content = List.copyOf(content);
    }
  }

  /** A numbered list. */
  @JsonTypeName("ordered_list")
  record OrderedList(Start attrs, List<Item> content) implements Block {
    public OrderedList {
      content = List.copyOf(content);
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
      content = List.copyOf(content);
    }
  }

  /** A break between parts of a story. */
  @JsonTypeName("horizontal_rule")
  record Rule() implements Block {}

  /** A table. */
  @JsonTypeName("table")
  record Table(List<Row> content) implements Block {
    public Table {
      content = List.copyOf(content);
    }
  }

  /** One row of a table. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonTypeName("table_row")
  record Row(List<Cell> content) {
    public Row {
      content = List.copyOf(content);
    }
  }

  /** One cell of a table. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  sealed interface Cell {
    /** Returns what stands in the cell. */
    List<Block> content();
  }

  /** A cell that holds a value. */
  @JsonTypeName("table_cell")
  record DataCell(List<Block> content) implements Cell {
    public DataCell {
      content = List.copyOf(content);
    }
  }

  /** A cell that names its row or column. */
  @JsonTypeName("table_header")
  record HeaderCell(List<Block> content) implements Cell {
    public HeaderCell {
      content = List.copyOf(content);
    }
  }
}
