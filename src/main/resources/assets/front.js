// Arranges the front page's stories in place: with the buttons, by dragging, and with arrow keys on
// the grip. Nothing is saved before the form is handed in. Without this, each button hands it in.
(() => {
  const EDGE = 48;
  const form = document.getElementById('front');
  const list = form.querySelector('.slots');
  const nothing = form.querySelector('.nothing');
  const found = document.getElementById('found');
  const status = document.getElementById('status');
  const words = form.dataset;
  const slots = () => [...list.children];
  let drag = null;
  let handedIn = false;

  function say(text, ...values) {
    words.changed = 'true';
    status.textContent = values.reduce((said, value, i) => said.replace(`{${i}}`, value), text);
  }

  function placed(slot) {
    say(words.moved, slot.dataset.headline, slots().indexOf(slot) + 1, slots().length);
  }

  // It stays where it is in the document, and so keeps the focus and the pointer: others move.
  function move(slot, to) {
    const all = slots();
    const from = all.indexOf(slot);
    const goal = Math.max(0, Math.min(all.length - 1, to));
    if (goal > from) slot.before(...all.slice(from + 1, goal + 1));
    else if (goal < from) slot.after(...all.slice(goal, from));
  }

  function showGrips() {
    for (const grip of list.querySelectorAll('.grip')) grip.hidden = false;
  }

  // Has the server search, or add a story, without losing the place on the screen.
  async function ask(button) {
    const place = [...found.querySelectorAll('button')].indexOf(button);
    let fresh;
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form, button)) });
      if (!answer.ok) throw new Error(answer.statusText);
      fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    } catch {
      status.textContent = words.unreachable;
      return;
    }
    found.replaceChildren(...fresh.getElementById('found').childNodes);
    if (place < 0) return;
    const story = `[data-article="${button.value.split(':')[1]}"]`;
    const added = fresh.querySelector(`.slots > ${story}`);
    if (!added || list.querySelector(story)) return;
    list.append(added);
    nothing.hidden = true;
    showGrips();
    placed(added);
    const buttons = found.querySelectorAll('button');
    (buttons[Math.min(place, buttons.length - 1)] ?? form.querySelector('[name=q]')).focus();
  }

  function remove(slot) {
    const next = slot.nextElementSibling ?? slot.previousElementSibling;
    slot.remove();
    nothing.hidden = slots().length > 0;
    say(words.removed, slot.dataset.headline);
    (next?.querySelector('.grip') ?? form.querySelector('[name=q]')).focus();
  }

  form.addEventListener('submit', (event) => {
    const [op] = (event.submitter?.value ?? '').split(':');
    const slot = event.submitter?.closest('.slots > li');
    handedIn = op === 'save' || op === 'undo';
    if (handedIn) return;
    event.preventDefault();
    if (!slot) return ask(event.submitter);
    if (op === 'remove') return remove(slot);
    move(slot, slots().indexOf(slot) + (op === 'up' ? -1 : 1));
    placed(slot);
  });

  form.addEventListener('input', (event) => {
    if (event.target.name !== 'q') say(words.unsaved);
  });

  window.addEventListener('beforeunload', (event) => {
    if (words.changed && !handedIn) event.preventDefault();
  });

  window.addEventListener('pageshow', () => {
    handedIn = false;
  });

  function follow() {
    const middle = (other) => {
      const { top, height } = other.getBoundingClientRect();
      return top + height / 2;
    };
    const others = slots().filter((other) => other !== drag.slot);
    move(drag.slot, others.filter((other) => middle(other) < drag.y).length);
    const step = drag.y < EDGE ? -8 : drag.y > innerHeight - EDGE ? 8 : 0;
    if (step) scrollBy(0, step);
    drag.frame = requestAnimationFrame(follow);
  }

  function drop(back) {
    if (!drag) return;
    cancelAnimationFrame(drag.frame);
    const { slot, from } = drag;
    drag = null;
    slot.classList.remove('dragged');
    if (back) move(slot, from);
    else if (slots().indexOf(slot) !== from) placed(slot);
  }

  list.addEventListener('pointerdown', (event) => {
    const grip = event.target.closest('.grip');
    if (!grip || event.button !== 0 || drag) return;
    const slot = grip.closest('li');
    grip.setPointerCapture(event.pointerId);
    slot.classList.add('dragged');
    drag = { slot, from: slots().indexOf(slot), y: event.clientY, frame: 0 };
    follow();
  });
  list.addEventListener('pointermove', (event) => {
    if (drag) drag.y = event.clientY;
  });
  list.addEventListener('pointerup', () => drop(false));
  list.addEventListener('pointercancel', () => drop(true));

  document.addEventListener('keydown', (event) => {
    if (drag && event.key === 'Escape') return drop(true);
    const grip = event.target.closest('.grip');
    if (!grip || drag) return;
    const slot = grip.closest('li');
    const at = slots().indexOf(slot);
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: Infinity }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(slot, to);
    placed(slot);
    slot.scrollIntoView({ block: 'nearest' });
  });

  showGrips();
})();
