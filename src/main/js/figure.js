// A picture within the text: from a file or among the story's own, with what is seen on it.
import { NodeSelection } from 'prosemirror-state';
import { dialogue, line } from './dialog.js';
import { schema } from './schema.js';

const type = schema.nodes.figure;
const TEXTS = ['alt', 'caption', 'credit'];
const make = (name, properties) => Object.assign(document.createElement(name), properties);

/** Tells whether this screen takes pictures in. */
export const takesPictures = () => Boolean(window.pictures);

/** The picture that is selected. */
const selected = ({ selection }) => (selection instanceof NodeSelection && selection.node.type === type ? selection.node.attrs : null);

export const onFigure = (state) => selected(state) !== null;

const source = ({ hash, width }) => `/media/${hash}-${Math.min(320, width)}.webp`;

/** Asks for a picture and what is said of it; resolves to the node's attributes, or null. */
function ask(there, sent, words) {
  let picture = there;
  const preview = make('img', { alt: '', hidden: true });
  const file = make('input', { type: 'file', accept: 'image/jpeg,image/png,image/webp,image/gif', required: !there });
  const status = make('p', { className: 'note' });
  status.setAttribute('role', 'status');
  const texts = TEXTS.map((name) => make('input', { name, maxLength: name === 'credit' ? 300 : 1000, required: name === 'alt', value: there?.[name] ?? '' }));
  const own = make('div', { className: 'own' });

  // What was typed is not thrown away with a picture that is not there yet, or was refused.
  const missing = () => file.setCustomValidity(picture ? '' : words['figure.missing']);

  function show(chosen, fill) {
    picture = chosen;
    missing();
    preview.src = source(chosen);
    preview.hidden = false;
    file.required = false;
    if (!fill) return;
    texts.forEach((input) => (input.value = input.value || (chosen[input.name] ?? '')));
    texts.find((input) => !input.value)?.focus();
  }

  async function send(one) {
    try {
      const answer = await window.pictures.upload(one, (share) => {
        status.textContent = share < 1 ? words['figure.sending'].replace('{0}', Math.round(share * 100)) : words['figure.preparing'];
      });
      status.textContent = words['figure.there'];
      show(answer.picture, true);
    } catch (refusal) {
      status.textContent = refusal.message;
    }
  }

  file.addEventListener('change', () => file.files.length && send(file.files[0]));
  for (const one of window.pictures.all()) {
    const button = make('button', { type: 'button' });
    button.append(make('img', { src: source(one), alt: one.alt || words['figure.nameless'] }));
    button.addEventListener('click', () => show(one, true));
    own.append(button);
  }
  texts[0].pattern = '.*\\S.*';
  missing();
  if (there) show(there, false);
  if (sent) send(sent);
  const ofStory = own.childElementCount ? [make('p', { className: 'note', textContent: words['figure.own'] }), own] : [];
  const library = make('button', { type: 'button', textContent: words['figure.library'] });
  library.addEventListener('click', async () => {
    const one = await window.pictures.choose();
    if (one) show(one.picture, true);
  });
  const choice = there ? [] : [line(words['figure.file'], file), library, ...ofStory];
  return dialogue(
    words.figure,
    [...choice, status, preview, ...texts.map((input) => line(words[`figure.${input.name}`], input))],
    () => {
      if (!picture) return null;
      const said = Object.fromEntries(texts.map((input) => [input.name, input.value.trim()]));
      return { focus: null, ...picture, ...said };
    },
    words,
  );
}

/** Inserts a picture where the cursor is, or changes what is said of the one that is selected. */
export async function figure(view, words, sent = null) {
  const there = sent ? null : selected(view.state);
  // A click within the dialogue, and what others wrote meanwhile, may move the selection.
  const place = view.state.selection.getBookmark();
  const attrs = await ask(there, sent, words);
  view.focus();
  if (!attrs) return;
  const { tr } = view.state;
  const selection = place.resolve(tr.doc);
  tr.setSelection(selection);
  if (there && selected({ selection })) {
    tr.setNodeMarkup(selection.from, null, attrs);
    tr.setSelection(NodeSelection.create(tr.doc, selection.from));
  } else {
    tr.replaceSelectionWith(type.create(attrs));
  }
  view.dispatch(tr.scrollIntoView());
}

/** Returns the first picture among what was dropped or pasted; words come before a picture of them. */
export const pictureIn = (data) =>
  data?.getData('text/plain').trim() ? undefined : [...(data?.files ?? [])].find((file) => file.type.startsWith('image/'));
