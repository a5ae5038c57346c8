// Asks for a few lines of text in a dialogue of the page.

/**
 * Returns what was typed, by the names of the fields; null if it was given up.
 *
 * @param fields each with name, label, value, type and whether it is required
 */
export function ask(title, fields, words) {
  const dialog = document.createElement('dialog');
  dialog.className = 'ask';
  dialog.setAttribute('aria-label', title);
  const form = document.createElement('form');
  form.method = 'dialog';
  for (const { name, label, value = '', type = 'text', required = false, maxLength = 300 } of fields) {
    const input = Object.assign(document.createElement('input'), { name, value, type, required, maxLength });
    const line = document.createElement('label');
    line.append(label, ' ', input);
    form.append(line);
  }
  const done = Object.assign(document.createElement('button'), { textContent: words.done, className: 'first' });
  const cancel = Object.assign(document.createElement('button'), { type: 'button', textContent: words.cancel });
  form.append(done, cancel);
  dialog.append(form);
  document.body.append(dialog);
  return new Promise((resolve) => {
    let answer = null;
    form.addEventListener('submit', () => {
      answer = Object.fromEntries(new FormData(form));
    });
    cancel.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(answer);
    });
    dialog.showModal();
  });
}
