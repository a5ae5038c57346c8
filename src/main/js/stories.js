// Finds other stories to link to, and shows such links by their headlines.
import { dialogue, line } from './dialog.js';

const FIND = '/newsroom/stories/find';
const PAUSE = 150;

/** The headlines of stories that were linked to, by their ids. */
const headlines = new Map();

async function ask(parameters, signal) {
  const response = await fetch(`${FIND}?${new URLSearchParams(parameters)}`, { signal });
  if (!response.ok) throw new Error(response.status);
  return response.json();
}

function headline(id) {
  if (!headlines.has(id)) headlines.set(id, ask({ id }).then(({ stories: [story] }) => story?.headline));
  return headlines.get(id);
}

/** Shows a link to a story, as the editor's view of such a node. */
export function storyLink({ attrs: { article } }) {
  const dom = Object.assign(document.createElement('p'), { className: 'embed', textContent: `→ № ${article}` });
  dom.dataset.article = article;
  headline(article).then(
    (text) => text && (dom.textContent = `→ ${text}`),
    () => headlines.delete(article),
  );
  return { dom, ignoreMutation: () => true };
}

function option(story, i) {
  const item = Object.assign(document.createElement('li'), { id: `found-${i}` });
  item.setAttribute('role', 'option');
  const headline = Object.assign(document.createElement('b'), { textContent: story.headline });
  item.append(headline, Object.assign(document.createElement('small'), { textContent: `${story.state} · ${story.date}` }));
  return item;
}

/** Returns the story that was chosen from those that are found by words; null if none was. */
export async function chooseStory(language, words) {
  const [, except] = location.pathname.match(/\/(\d+)$/);
  const input = Object.assign(document.createElement('input'), { type: 'text', maxLength: 400, autocomplete: 'off', className: 'combo' });
  const list = Object.assign(document.createElement('ul'), { id: 'found-stories', className: 'options' });
  const told = Object.assign(document.createElement('p'), { className: 'note' });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', words.story);
  told.setAttribute('role', 'status');
  const state = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': false, 'aria-controls': list.id };
  for (const [name, value] of Object.entries(state)) input.setAttribute(name, value);
  let stories = [];
  let active = -1;
  let timer = 0;
  let asking = new AbortController();

  function point(at) {
    active = stories.length ? (at + stories.length) % stories.length : -1;
    [...list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === active)));
    if (active < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', list.children[active].id);
    list.children[active]?.scrollIntoView({ block: 'nearest' });
  }

  function show(found, text) {
    stories = found;
    list.replaceChildren(...found.map(option));
    input.setAttribute('aria-expanded', String(found.length > 0));
    told.textContent = text;
    point(0);
  }

  async function find() {
    asking.abort();
    const { signal } = (asking = new AbortController());
    try {
      const { stories: found, near } = await ask({ q: input.value, language, except }, signal);
      show(found, near ? words['story.near'] : found.length ? '' : words['story.none']);
    } catch {
      if (!signal.aborted) show([], words['story.lost']);
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(find, PAUSE);
  });
  input.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    point(active + step);
  });
  list.addEventListener('click', (event) => {
    const item = event.target.closest('[role=option]');
    if (!item) return;
    point([...list.children].indexOf(item));
    input.form.requestSubmit();
  });
  find();
  const chosen = await dialogue(words.story, [line(words['story.find'], input), list, told], () => stories[active] ?? null, words);
  clearTimeout(timer);
  asking.abort();
  if (chosen) headlines.set(chosen.id, Promise.resolve(chosen.headline));
  return chosen;
}
