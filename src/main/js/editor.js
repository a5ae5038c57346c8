// The editor of a story's text: stands in for every <textarea data-editor> and writes the document
// back into it as JSON after each change.
import { baseKeymap, chainCommands, exitCode } from 'prosemirror-commands';
import { dropCursor } from 'prosemirror-dropcursor';
import { gapCursor } from 'prosemirror-gapcursor';
import { history } from 'prosemirror-history';
import { inputRules, textblockTypeInputRule, undoInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { Fragment, Slice } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import { EditorState, Plugin, TextSelection } from 'prosemirror-state';
import { goToNextCell, tableEditing } from 'prosemirror-tables';
import { EditorView } from 'prosemirror-view';
import { ACTIONS, provider } from './actions.js';
import { clean, cleanLink, lines } from './paste.js';
import { figure, pictureIn, takesPictures } from './figure.js';
import { noted, notes, passage, seek } from './notes.js';
import { SCHEMA, schema } from './schema.js';
import { storyLink } from './stories.js';
import { toolbar } from './toolbar.js';
import { typography } from './typography.js';
import { measure } from './words.js';

const { nodes, marks } = schema;
const ALONE = /^https:\/\/\S+$/;

/** Reads a document; one of an older schema is written in the present one. */
function read(text) {
  const json = JSON.parse(text || '{"content":[]}');
  if (!json.content?.length) return schema.topNodeType.createAndFill();
  const doc = filled(schema.nodeFromJSON({ ...json, type: 'doc', attrs: { schema: SCHEMA } }));
  doc.check();
  return doc;
}

/** An imported list may have empty entries, where nobody could type: gives them a paragraph. */
function filled(node) {
  if (node.isLeaf) return node;
  const children = [];
  node.forEach((child) => children.push(filled(child)));
  return node.type.createAndFill(node.attrs, children, node.marks) ?? node;
}

function keys(view, words) {
  const bound = {};
  for (const action of ACTIONS) {
    if (action.keys) {
      bound[action.keys] = () => {
        action.run(view(), words);
        return true;
      };
    }
  }
  return keymap({
    ...bound,
    'Mod-Shift-z': bound['Mod-y'],
    Enter: splitListItem(nodes.list_item),
    Tab: chainCommands(goToNextCell(1), sinkListItem(nodes.list_item)),
    'Shift-Tab': chainCommands(goToNextCell(-1), liftListItem(nodes.list_item)),
    Backspace: undoInputRule,
    'Shift-Enter': chainCommands(exitCode, (state, dispatch) => {
      dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
      return true;
    }),
  });
}

const rules = (language) =>
  inputRules({
    rules: [
      wrappingInputRule(/^\s*([-*•])\s$/, nodes.bullet_list),
      wrappingInputRule(/^(\d+)[.)]\s$/, nodes.ordered_list, (match) => ({ order: Number(match[1]) })),
      wrappingInputRule(/^>\s$/, nodes.blockquote),
      textblockTypeInputRule(/^(#{2,4})\s$/, nodes.heading, (match) => ({ level: match[1].length })),
      ...typography(language),
    ],
  });

/** An address pasted alone on a line of its own is shown; one pasted over words links them. */
function pastedAddress(view, text) {
  const url = ALONE.test(text) ? cleanLink(text) : null;
  if (!url) return false;
  const { $from, empty, from, to } = view.state.selection;
  if (!empty) {
    view.dispatch(view.state.tr.addMark(from, to, marks.link.create({ href: url })));
    return true;
  }
  if ($from.depth === 1 && $from.parent.type === nodes.paragraph && $from.parent.content.size === 0 && provider(url) !== 'other') {
    view.dispatch(view.state.tr.replaceRangeWith($from.before(), $from.after(), nodes.embed.create({ url, provider: provider(url) })).scrollIntoView());
    return true;
  }
  return false;
}

/** A picture that is dropped or pasted goes where it was dropped or the cursor is. */
function takenPicture(view, data, words, pos) {
  const file = takesPictures() && pictureIn(data);
  if (!file) return false;
  if (pos) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(pos.pos))));
  figure(view, words, file);
  return true;
}

const pasting = (words) => new Plugin({
  props: {
    transformPastedHTML: clean,
    clipboardTextParser(text) {
      const paragraphs = lines(text).map((line) => nodes.paragraph.create(null, schema.text(line)));
      return new Slice(Fragment.from(paragraphs), paragraphs.length ? 1 : 0, paragraphs.length ? 1 : 0);
    },
    handlePaste: (view, event) =>
      takenPicture(view, event.clipboardData, words) || pastedAddress(view, event.clipboardData?.getData('text/plain').trim() ?? ''),
    handleDrop: (view, event, slice, moved) =>
      !moved && takenPicture(view, event.dataTransfer, words, view.posAtCoords({ left: event.clientX, top: event.clientY })),
  },
});

function mount(area) {
  const words = JSON.parse(area.dataset.words);
  const language = area.dataset.lang;
  let view = null;
  let bar = null;
  const count = Object.assign(document.createElement('p'), { className: 'note count' });
  let at = '';
  const state = (doc) =>
    EditorState.create({
      doc,
      plugins: [rules(language), keys(() => view, words), keymap(baseKeymap), history(), dropCursor(), gapCursor(), tableEditing(), pasting(words), notes()],
    });

  function tell() {
    const { words: total, minutes } = measure(view.state.doc, language);
    count.textContent = words.count.replace('{0}', total.toLocaleString(document.documentElement.lang)).replace('{1}', minutes);
    bar.update(view.state);
  }

  const place = document.createElement('div');
  place.className = 'editor';
  area.after(place, count);
  area.hidden = true;
  view = new EditorView(place, {
    state: state(read(area.value)),
    nodeViews: { story_link: storyLink },
    attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': area.dataset.label, lang: language, spellcheck: 'true' },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      tell();
      if (at !== passage(view.state)) {
        at = passage(view.state);
        area.dispatchEvent(new CustomEvent('passage', { detail: at }));
      }
      if (!transaction.docChanged) return;
      area.value = JSON.stringify(view.state.doc.toJSON());
      area.dispatchEvent(new Event('input', { bubbles: true }));
    },
  });
  bar = toolbar(view, words);
  place.prepend(bar.bar);
  // Another hand wrote into the field: show that.
  area.addEventListener('change', () => {
    view.updateState(state(read(area.value)));
    area.dispatchEvent(new CustomEvent('filled'));
    tell();
  });
  area.addEventListener('noted', (event) => noted(view, event.detail));
  area.addEventListener('seek', (event) => {
    if (seek(view, event.detail)) event.preventDefault();
  });
  area.value = JSON.stringify(view.state.doc.toJSON());
  tell();
}

document.querySelectorAll('textarea[data-editor]').forEach(mount);
