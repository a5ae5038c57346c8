// What the toolbar and the keys do with a story.
import { setBlockType, toggleMark, wrapIn, lift } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { wrapInList } from 'prosemirror-schema-list';
import { TextSelection } from 'prosemirror-state';
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable, toggleHeaderRow } from 'prosemirror-tables';
import { chooseChart } from './charts.js';
import { ask } from './dialog.js';
import { figure, onFigure, takesPictures } from './figure.js';
import { cleanLink } from './paste.js';
import { schema, safe } from './schema.js';
import { chooseStory } from './stories.js';

const { nodes, marks } = schema;

const HOSTS = {
  youtube: ['youtube.com', 'youtu.be', 'youtube-nocookie.com'],
  vimeo: ['vimeo.com'],
  telegram: ['t.me', 'telegram.me'],
  x: ['x.com', 'twitter.com'],
  instagram: ['instagram.com'],
  tiktok: ['tiktok.com'],
  facebook: ['facebook.com', 'fb.watch'],
};

/** Returns to whom an address belongs. */
export function provider(url) {
  const host = new URL(url).hostname.toLowerCase();
  const found = Object.entries(HOSTS).find(([, hosts]) => hosts.some((own) => host === own || host.endsWith(`.${own}`)));
  return found ? found[0] : 'other';
}

/** Returns the block of a type that the selection is in. */
function around(state, type) {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type === type) return { node: $from.node(depth), pos: $from.before(depth) };
  }
  return null;
}

/** Inserts a block; one goes on typing at the beginning of what it holds. */
function insert(view, node) {
  const tr = view.state.tr.replaceSelectionWith(node);
  tr.doc.descendants((found, pos) => {
    if (found === node && !node.isLeaf) tr.setSelection(TextSelection.near(tr.doc.resolve(pos + 1)));
    return found.type !== node.type;
  });
  view.dispatch(tr.scrollIntoView());
}

function heading(level) {
  const set = setBlockType(nodes.heading, { level });
  return (state, dispatch) => {
    const { parent } = state.selection.$from;
    return parent.type === nodes.heading && parent.attrs.level === level
      ? setBlockType(nodes.paragraph)(state, dispatch)
      : set(state, dispatch);
  };
}

function linkAt(state) {
  const { from, $from, to, empty } = state.selection;
  const marked = empty ? $from.marks() : (state.doc.nodeAt(from)?.marks ?? []);
  const mark = marks.link.isInSet(marked);
  if (!mark || !empty) return { mark, from, to };
  let start = $from.pos - $from.textOffset;
  let end = start + ($from.parent.maybeChild($from.index())?.nodeSize ?? 0);
  return { mark, from: start, to: end };
}

async function link(view, words) {
  const { mark, from, to } = linkAt(view.state);
  if (from === to) return;
  const answer = await ask(words.link, [{ name: 'href', label: words['link.address'], value: mark?.attrs.href ?? '', maxLength: 2000 }], words);
  view.focus();
  if (!answer) return;
  const typed = answer.href.trim();
  const href = cleanLink(/^[\w-]+(\.[\w-]+)+/.test(typed) ? `https://${typed}` : typed) ?? (safe(typed) ? typed : null);
  const tr = view.state.tr.removeMark(from, to, marks.link);
  if (typed && href) tr.addMark(from, to, marks.link.create({ href }));
  view.dispatch(tr);
}

async function quote(view, words) {
  const found = around(view.state, nodes.blockquote);
  if (!found) {
    wrapIn(nodes.blockquote)(view.state, view.dispatch);
    return;
  }
  const { attribution, link: source } = found.node.attrs;
  const answer = await ask(
    words.quote,
    [
      { name: 'attribution', label: words['quote.whose'], value: attribution ?? '' },
      { name: 'link', label: words['link.address'], value: source ?? '', type: 'url', maxLength: 2000 },
    ],
    words,
  );
  view.focus();
  if (!answer) return;
  const attrs = { attribution: answer.attribution.trim() || null, link: answer.link.trim() || null };
  view.dispatch(view.state.tr.setNodeMarkup(found.pos, null, attrs));
}

async function factbox(view, words) {
  const found = around(view.state, nodes.factbox);
  const answer = await ask(words.facts, [{ name: 'title', label: words['facts.title'], value: found?.node.attrs.title ?? '', required: true }], words);
  view.focus();
  const title = answer?.title.trim();
  if (!title) return;
  if (found) view.dispatch(view.state.tr.setNodeMarkup(found.pos, null, { title }));
  else insert(view, nodes.factbox.create({ title }, nodes.paragraph.create()));
}

async function embed(view, words) {
  const answer = await ask(
    words.embed,
    [
      { name: 'url', label: words['embed.address'], type: 'url', required: true, maxLength: 2000 },
      { name: 'title', label: words['embed.title'] },
    ],
    words,
  );
  view.focus();
  const url = answer && cleanLink(answer.url.trim());
  if (url?.startsWith('https://')) insert(view, nodes.embed.create({ url, provider: provider(url), title: answer.title.trim() }));
}

/** Puts a block in the place of an empty paragraph, or below the block where one is: not into its words. */
function ownLine(view, { to, $from }, node) {
  const { tr } = view.state;
  if ($from.depth === 1 && !$from.parent.content.size) tr.replaceRangeWith($from.before(), $from.after(), node);
  else tr.insert($from.depth ? $from.after(1) : to, node);
  view.dispatch(tr.scrollIntoView());
}

/** Links selected words to another story, or shows a link to it on a line of its own. */
async function story(view, words) {
  // A click within the dialogue, and its end, may move the selection.
  const place = view.state.selection.getBookmark();
  const chosen = await chooseStory(view.dom.lang, words);
  view.focus();
  if (!chosen) return;
  const selection = place.resolve(view.state.doc);
  const { from, to, empty, $from } = selection;
  if (!empty && $from.parent.inlineContent) view.dispatch(view.state.tr.addMark(from, to, marks.link.create({ href: chosen.path })).scrollIntoView());
  else ownLine(view, selection, nodes.story_link.create({ article: chosen.id }));
}

const onChart = ({ selection }) => selection.node?.type === nodes.rate_chart;

/** Shows how a rate has moved, or changes what the chosen chart shows. */
async function chart(view, words) {
  const place = view.state.selection.getBookmark();
  const before = onChart(view.state) ? view.state.selection.node.attrs : null;
  const attrs = await chooseChart(before, words);
  view.focus();
  if (!attrs) return;
  const selection = place.resolve(view.state.doc);
  if (before) view.dispatch(view.state.tr.setNodeMarkup(selection.from, null, attrs));
  else ownLine(view, selection, nodes.rate_chart.create(attrs));
}

function table(view) {
  const cells = (type) => [0, 1].map(() => type.createAndFill());
  insert(view, nodes.table.create(null, [nodes.table_row.create(null, cells(nodes.table_header)), nodes.table_row.create(null, cells(nodes.table_cell))]));
}

const markOn = (type) => (state) => {
  const { from, to, $from, empty } = state.selection;
  return empty ? Boolean(type.isInSet(state.storedMarks || $from.marks())) : state.doc.rangeHasMark(from, to, type);
};
const inside = (type) => (state) => Boolean(around(state, type));
const headed = (level) => (state) => state.selection.$from.parent.type === nodes.heading && state.selection.$from.parent.attrs.level === level;
const command = (run) => (view) => run(view.state, view.dispatch, view);

/** The toolbar's buttons, in their order; a gap stands before those with `apart`. */
export const ACTIONS = [
  { name: 'strong', glyph: 'B', keys: 'Mod-b', run: command(toggleMark(marks.strong)), on: markOn(marks.strong) },
  { name: 'em', glyph: 'I', keys: 'Mod-i', run: command(toggleMark(marks.em)), on: markOn(marks.em) },
  { name: 'link', keys: 'Mod-k', run: link, on: markOn(marks.link) },
  { name: 'h2', glyph: 'H2', keys: 'Mod-Alt-2', run: command(heading(2)), on: headed(2), apart: true },
  { name: 'h3', glyph: 'H3', keys: 'Mod-Alt-3', run: command(heading(3)), on: headed(3) },
  { name: 'bullets', glyph: '•', keys: 'Mod-Shift-8', run: command(wrapInList(nodes.bullet_list)), on: inside(nodes.bullet_list), apart: true },
  { name: 'numbers', glyph: '1.', keys: 'Mod-Shift-7', run: command(wrapInList(nodes.ordered_list)), on: inside(nodes.ordered_list) },
  { name: 'quote', keys: 'Mod-Shift-9', run: quote, on: inside(nodes.blockquote) },
  { name: 'facts', run: factbox, on: inside(nodes.factbox) },
  { name: 'story', keys: 'Mod-Alt-k', run: story },
  { name: 'figure', run: (view, words) => figure(view, words), on: onFigure, shown: takesPictures },
  { name: 'embed', run: embed },
  { name: 'chart', run: chart, on: onChart },
  { name: 'table', run: table, shown: (state) => !isInTable(state) },
  { name: 'row.add', run: command(addRowAfter), shown: isInTable },
  { name: 'column.add', run: command(addColumnAfter), shown: isInTable },
  { name: 'row.delete', run: command(deleteRow), shown: isInTable },
  { name: 'column.delete', run: command(deleteColumn), shown: isInTable },
  { name: 'header', run: command(toggleHeaderRow), shown: isInTable },
  { name: 'table.delete', run: command(deleteTable), shown: isInTable },
  { name: 'lift', glyph: '⇤', keys: 'Mod-[', run: command(lift), shown: (state) => lift(state) },
  { name: 'undo', glyph: '↶', keys: 'Mod-z', run: command(undo), enabled: (state) => undo(state), apart: true },
  { name: 'redo', glyph: '↷', keys: 'Mod-y', run: command(redo), enabled: (state) => redo(state) },
];
