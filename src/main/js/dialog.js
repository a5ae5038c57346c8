// Asks for something in a dialogue of the page.

const make = (name, properties) => Object.assign(document.createElement(name), properties);

/**
 * Returns what `answer` makes of the form when it is sent; null if it was given up.
 *
 * @param parts what stands in the form above its buttons
 */
export function dialogue(title, parts, answer, words) {
  const dialog = make('dialog', { className: 'ask' });
  dialog.setAttribute('aria-label', title);
  const form = make('form', { method: 'dialog' });
  const done = make('button', { textContent: words.done, className: 'first' });
  const cancel = make('button', { type: 'button', textContent: words.cancel });
  form.append(...parts, done, cancel);
  dialog.append(form);
  document.body.append(dialog);
  return new Promise((resolve) => {
    let answered = null;
    form.addEventListener('submit', () => {
      answered = answer(form);
    });
    cancel.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(answered);
    });
    dialog.showModal();
  });
}

/** Returns a field with what it is called. */
export function line(label, input) {
  const line = make('label');
  line.append(label, ' ', input);
  return line;
}

/**
 * Returns what was typed, by the names of the fields; null if it was given up.
 *
 * @param fields each with name, label, value, type and whether it is required
 */
export function ask(title, fields, words) {
  const lines = fields.map(({ name, label, value = '', type = 'text', required = false, maxLength = 300 }) =>
    line(label, make('input', { name, value, type, required, maxLength })),
  );
  return dialogue(title, lines, (form) => Object.fromEntries(new FormData(form)), words);
}
