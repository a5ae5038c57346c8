// Marks the blocks that somebody said something of, and finds them again by how they begin.
import { Plugin, PluginKey, TextSelection } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

const BEGINNING = 300;
const key = new PluginKey('notes');

/** How a block begins, by which a note knows it. */
const beginning = (node) => [...node.textContent.trim()].slice(0, BEGINNING).join('').trim();

/** The block in which the cursor stands; empty outside of all. */
export function passage(state) {
  const { $from } = state.selection;
  return $from.depth === 0 ? '' : beginning($from.node(1));
}

export const notes = () =>
  new Plugin({
    key,
    state: { init: () => [], apply: (tr, passages) => tr.getMeta(key) ?? passages },
    props: {
      decorations(state) {
        const passages = new Set(key.getState(state));
        const marked = [];
        if (passages.size > 0) {
          state.doc.forEach((node, at) => {
            if (passages.has(beginning(node))) marked.push(Decoration.node(at, at + node.nodeSize, { class: 'noted' }));
          });
        }
        return DecorationSet.create(state.doc, marked);
      },
    },
  });

/** Marks these passages. */
export const noted = (view, passages) => view.dispatch(view.state.tr.setMeta(key, passages));

/** Goes to a passage; tells whether it is there. */
export function seek(view, wanted) {
  let found = -1;
  view.state.doc.forEach((node, at) => {
    if (found < 0 && beginning(node) === wanted) found = at;
  });
  if (found < 0) return false;
  view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(found + 1))).scrollIntoView());
  view.focus();
  return true;
}
