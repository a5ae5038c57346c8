// Shows what came of two versions of a story that were written at once: what does not contradict
// each other is put together, and where both changed the same, the writer chooses.
window.merging = (() => {
  const ALONE = ['emoji', 'headline', 'lede', 'place'];
  const panel = document.querySelector('.overtaken');
  const choices = panel.querySelector('.choices');
  const back = panel.querySelector('[data-take=back]');
  const torn = panel.querySelector('.torn');
  const words = panel.dataset;
  let fields = [];

  function side(label, text) {
    const lines = text.length ? text : ['–'];
    label.querySelector('span').replaceChildren(...lines.map((line) => Object.assign(document.createElement('span'), { textContent: line })));
  }

  function question(field, part, number, decided) {
    torn.append(document.importNode(panel.querySelector('template').content, true));
    const set = torn.lastElementChild;
    const [mine, theirs, both] = set.querySelectorAll('label');
    set.querySelector('legend').textContent = field.label;
    for (const radio of set.querySelectorAll('input')) radio.name = `torn-${number}`;
    side(mine, part.mine.text);
    side(theirs, part.theirs.text);
    both.hidden = ALONE.includes(field.name);
    set.dataset.of = JSON.stringify([field.name, part.mine.text, part.theirs.text]);
    const before = decided.get(set.dataset.of);
    if (before) set.querySelector(`[value=${before}]`).checked = true;
    return set;
  }

  /** Offers a merge: the sentence says who wrote meanwhile, and when. */
  function offer(sentence, merge) {
    // What was decided before about the same two stays decided.
    const decided = new Map();
    for (const { parts } of fields) for (const { set } of parts) if (set) decided.set(set.dataset.of, set.querySelector(':checked').value);
    torn.replaceChildren();
    let number = 0;
    fields = merge.map((field) => ({
      name: field.name,
      parts: field.parts.map((part) => (part.agreed ? { items: part.agreed } : { ...part, set: question(field, part, number++, decided) })),
    }));
    panel.querySelector('[role=alert]').textContent = sentence;
    panel.querySelector('.note').textContent = number ? words.some : words.none;
    choices.hidden = false;
    back.hidden = true;
    panel.hidden = false;
  }

  function chosen({ items, mine, theirs, set }) {
    if (items) return items;
    const choice = set.querySelector(':checked').value;
    if (choice === 'both') return [...mine.items, ...theirs.items];
    return choice === 'mine' ? mine.items : theirs.items;
  }

  /** Returns the story as it was put together and chosen. */
  function merged(theirs) {
    const story = { ...theirs };
    for (const { name, parts } of fields) {
      const items = parts.flatMap(chosen);
      if (name === 'body') story.body = { ...theirs.body, content: items };
      else story[name] = ALONE.includes(name) ? items[0] : items;
    }
    return story;
  }

  /** Says that it is done, and leaves the way back to what was written here. */
  function done() {
    fields = [];
    panel.querySelector('[role=alert]').textContent = words.done;
    choices.hidden = true;
    back.hidden = false;
  }

  function close() {
    fields = [];
    panel.hidden = true;
  }

  return { offer, merged, done, close };
})();
