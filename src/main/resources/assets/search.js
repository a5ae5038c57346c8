// Completes what is being typed into the search, and leads straight to stories; without it the form
// does as well. A list box after WAI-ARIA's pattern of a combobox: arrows choose, Enter takes, Escape closes.
(() => {
  const PAUSE = 120;
  const input = document.getElementById('q');
  const list = document.createElement('ul');
  let active = -1;
  let timer = 0;
  let asking = new AbortController();

  list.id = 'suggestions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.dataset.stories);
  input.form.append(list);
  const state = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': false, 'aria-controls': list.id };
  for (const [name, value] of Object.entries(state)) input.setAttribute(name, value);

  function point(at) {
    active = at;
    [...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === active)));
    if (active < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', list.children[active].id);
  }

  function option(text, i, story) {
    const item = Object.assign(document.createElement('li'), { id: `suggestion-${i}`, textContent: text });
    item.setAttribute('role', 'option');
    if (story) {
      item.className = 'story';
      item.dataset.url = story.url;
    }
    return item;
  }

  function show({ texts, stories }) {
    list.replaceChildren(...[...texts.map((text) => [text]), ...stories.map((story) => [story.headline, story])].map(([text, story], i) => option(text, i, story)));
    list.hidden = !list.children.length;
    input.setAttribute('aria-expanded', String(!list.hidden));
    point(-1);
  }

  function close() {
    clearTimeout(timer);
    asking.abort();
    show({ texts: [], stories: [] });
  }

  async function suggest() {
    asking.abort();
    const { signal } = (asking = new AbortController());
    try {
      const answer = await fetch(`/api/v1/search/suggest?${new URLSearchParams({ q: input.value, lang: input.dataset.language })}`, { signal });
      if (answer.ok) show(await answer.json());
    } catch {
      // The form answers all the same.
      if (!signal.aborted) close();
    }
  }

  function take(item) {
    if (item.dataset.url) {
      location.assign(item.dataset.url);
      return;
    }
    input.value = item.textContent;
    close();
    input.form.requestSubmit();
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(suggest, PAUSE);
  });
  input.addEventListener('keydown', (event) => {
    const count = list.children.length;
    if (event.isComposing || !count) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      // One place more than there are: that of what was typed.
      point(((active + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      take(list.children[active]);
    }
  });
  // Before the focus leaves the input for it.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const item = event.target.closest('[role=option]');
    if (item) take(item);
  });
  input.addEventListener('blur', close);
})();
