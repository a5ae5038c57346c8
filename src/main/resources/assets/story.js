// Keeps what is written on a story's screen: in the draft a moment after the last letter, and in
// this browser until the server has it.
(() => {
  const PAUSE = 1500;
  const RETRY = 5000;
  const form = document.getElementById('story');
  const status = document.getElementById('status');
  const gaps = document.querySelector('.gaps');
  const words = form.dataset;
  const shelf = 'broadsheet:' + words.save;
  let mark = { version: Number(words.version), basedOn: Number(words.basedOn) };
  let kept = '';
  let theirs = null;
  let offered = '';
  let ask = null;
  let mine = null;
  let timer = 0;
  let saving = null;

  const field = (name) => form.elements.namedItem(name);
  const list = (name) => field(name).value.split(',').map((part) => part.trim()).filter(Boolean);

  function inputs(row) {
    return Object.fromEntries([...row.querySelectorAll('[name]')].map((input) => [input.name, input.value]));
  }

  function collect() {
    return {
      emoji: field('emoji').value,
      headline: field('headline').value,
      lede: field('lede').value,
      body: JSON.parse(field('body').value),
      bylines: list('bylines'),
      topics: list('topics'),
      place: field('place').value,
      pictures: [...form.querySelectorAll('.shot')].map((shot) => ({ ...JSON.parse(shot.dataset.picture), ...inputs(shot) })),
      sources: [...form.querySelectorAll('.rows .source')].map((source) => {
        const { name, kind, link, date } = inputs(source);
        return { name, kind, link, date: date || null };
      }),
    };
  }

  function fill(story) {
    for (const name of ['emoji', 'headline', 'lede', 'place']) field(name).value = story[name] ?? '';
    for (const name of ['bylines', 'topics']) field(name).value = story[name].join(', ');
    const body = field('body');
    body.value = JSON.stringify(story.body);
    body.dispatchEvent(new Event('change', { bubbles: true }));
    form.querySelector('.rows').replaceChildren();
    for (const source of story.sources) {
      const row = addSource();
      for (const [name, value] of Object.entries(source)) row.querySelector(`[name=${name}]`).value = value ?? '';
    }
    window.pictures.put(story.pictures);
    grow();
  }

  // What was said when all was saved last.
  let last = status.textContent;

  function say(text) {
    status.textContent = text;
  }

  function onShelf(story) {
    try {
      if (story) localStorage.setItem(shelf, JSON.stringify({ mark, story }));
      else localStorage.removeItem(shelf);
    } catch {
      // A full or forbidden shelf takes nothing; the draft on the server goes on being kept.
    }
  }

  function fromShelf() {
    try {
      return JSON.parse(localStorage.getItem(shelf));
    } catch {
      return null;
    }
  }

  function seen(answer) {
    mark = { version: answer.version, basedOn: answer.basedOn };
    for (const act of document.querySelectorAll('form.act')) {
      for (const name of ['version', 'basedOn']) {
        const input = act.elements.namedItem(name);
        if (input) input.value = mark[name];
      }
    }
  }

  function lacks(sentences) {
    gaps.hidden = sentences.length === 0;
    gaps.querySelector('ul').replaceChildren(
      ...sentences.map((sentence) => Object.assign(document.createElement('li'), { textContent: sentence })),
    );
  }

  function hand(method, address, story, text) {
    return fetch(address, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...mark, story }),
      keepalive: text.length < 60000,
    });
  }

  // What is written while a merge is offered belongs into it: it is asked for once more.
  function offer(answer, sentence, text, again) {
    theirs = answer;
    offered = text;
    ask = again;
    window.merging.offer(sentence.replace('{0}', answer.by || words.unknown).replace('{1}', answer.at), answer.merge);
    say(words.refused.replace('{0}', ''));
  }

  async function take(choice) {
    if (choice === 'merged' && JSON.stringify(collect()) !== offered) {
      await save();
      return;
    }
    if (choice === 'back') {
      fill(mine);
      window.merging.close();
      return;
    }
    mine = collect();
    seen(theirs);
    if (choice === 'mine') {
      window.merging.close();
    } else {
      const merged = choice === 'theirs' ? theirs.theirs : window.merging.merged(theirs.theirs);
      fill(merged);
      window.merging.done();
    }
    // Theirs is what the server has, and need not be handed in again; but a draft that takes in
    // what was published meanwhile must be.
    kept = choice === 'theirs' && !words.moved ? JSON.stringify(collect()) : '';
    theirs = null;
  }

  async function send(story, text) {
    say(words.saving);
    const response = await hand('PUT', words.save, story, text);
    if (response.status === 409) {
      offer(await response.json(), words.overtaken, text, send);
      return false;
    }
    if (!response.ok) {
      const problem = await response.json().catch(() => ({ detail: response.statusText }));
      say(words.refused.replace('{0}', problem.detail ?? ''));
      return false;
    }
    const answer = await response.json();
    seen(answer);
    lacks(answer.gaps);
    kept = text;
    last = words.saved.replace('{0}', answer.at);
    say(last);
    return true;
  }

  // Saves until nothing new was written meanwhile; tells whether the server has everything.
  async function save() {
    clearTimeout(timer);
    if (saving) await saving;
    const story = collect();
    const text = JSON.stringify(story);
    if (text === kept) {
      say(last);
      return true;
    }
    if (theirs && text === offered) return false;
    onShelf(story);
    try {
      saving = theirs ? ask(story, text) : send(story, text);
      const done = await saving;
      saving = null;
      if (done && JSON.stringify(collect()) === text) onShelf(null);
      return done;
    } catch {
      saving = null;
      say(words.offline);
      timer = setTimeout(save, RETRY);
      return false;
    }
  }

  // From here until it is handed in, nobody may read that all is saved.
  function later() {
    clearTimeout(timer);
    say(words.saving);
    timer = setTimeout(save, PAUSE);
  }

  function addSource() {
    const rows = form.querySelector('.rows');
    rows.append(document.importNode(form.querySelector('#sources template').content, true));
    return rows.lastElementChild;
  }

  function grow() {
    const headline = field('headline');
    headline.rows = 1;
    while (headline.scrollHeight > headline.clientHeight + 2 && headline.rows < 6) headline.rows++;
  }

  form.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    if ('add' in button.dataset) addSource().querySelector('input').focus();
    if ('remove' in button.dataset) {
      button.closest('fieldset').remove();
      form.querySelector('[data-add]').focus();
    }
    if (button.dataset.take) take(button.dataset.take);
    later();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => {
    grow();
    later();
  });
  window.addEventListener('online', save);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && save());
  window.addEventListener('beforeunload', (event) => {
    if (JSON.stringify(collect()) !== kept && (theirs || !navigator.onLine)) event.preventDefault();
  });

  // What is done with a story is done with all that was written of it.
  for (const act of document.querySelectorAll('form.act')) {
    act.addEventListener('submit', async (event) => {
      event.preventDefault();
      if (!(await save())) return;
      const { submitter } = event;
      if (submitter?.name) {
        act.append(Object.assign(document.createElement('input'), { type: 'hidden', name: submitter.name, value: submitter.value }));
      }
      act.submit();
    });
  }

  kept = JSON.stringify(collect());
  const left = fromShelf();
  if (left && JSON.stringify(left.story) !== kept) {
    mark = left.mark;
    fill(left.story);
    say(words.restored);
    later();
  }
  grow();

  // The article was changed, by a program say, after this draft had begun.
  async function catchUp(story, text) {
    const response = await hand('POST', words.save.replace('/draft', '/merge'), story, text);
    if (response.ok) offer(await response.json(), words.moved, text, catchUp);
    return false;
  }
  if (words.moved) catchUp(collect(), JSON.stringify(collect())).catch(() => say(words.offline));
})();
