package io.broadsheet.articles;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which blocks may stand within others. */
final class Placement {
  private Placement() {}

  /**
   * Accepts what may stand within another block.
   *
   * @param where what holds it, such as “a list”
   */
  static List<Block> within(String where, @Nullable List<Block> content) {
    List<Block> blocks = Check.list(content);
    for (Block block : blocks) {
      switch (block) {
        case Block.Paragraph _,
            Block.Heading _,
            Block.Quote _,
            Block.BulletList _,
            Block.OrderedList _,
            Block.Rule _,
            Block.Table _ -> {}
        case Block.Figure _ -> refuse("A picture", where);
        case Block.Embed _ -> refuse("An embedded page", where);
        case Block.Factbox _ -> refuse("A box of facts", where);
        case Block.StoryLink _ -> refuse("A link to a story", where);
        case Block.Chart _ -> refuse("A chart", where);
      }
    }
    return blocks;
  }

  /** Accepts paragraphs and lists. */
  static List<Block> inFactbox(@Nullable List<Block> content) {
    List<Block> blocks = Check.list(content);
    Check.that(
        blocks.stream().allMatch(Placement::fitsFactbox),
        "A box of facts holds paragraphs and lists, nothing else.");
    return blocks;
  }

  /** Tells whether it may stand in a box of facts. */
  static boolean fitsFactbox(Block block) {
    return switch (block) {
      case Block.Paragraph _, Block.BulletList _, Block.OrderedList _ -> true;
      case Block.Heading _,
          Block.Quote _,
          Block.Rule _,
          Block.Table _,
          Block.Figure _,
          Block.Embed _,
          Block.Factbox _,
          Block.StoryLink _,
          Block.Chart _ ->
          false;
    };
  }

  private static void refuse(String what, String where) {
    throw new InvalidArticle(what + " cannot stand within " + where + ".");
  }
}
