// The toolbar above a story: one stop for the Tab key, arrows within.
import { ACTIONS } from './actions.js';

const mac = /Mac|iP(hone|ad)/.test(navigator.platform);
const shown = (keys) => keys.replace('Mod', mac ? '⌘' : 'Ctrl').replaceAll('-', ' + ');

export function toolbar(view, words) {
  const bar = document.createElement('div');
  bar.className = 'toolbar';
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', words.toolbar);
  const buttons = ACTIONS.map((action) => {
    const label = words[action.name];
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      textContent: action.glyph ? '' : label,
      title: action.keys ? `${label} (${shown(action.keys)})` : label,
      tabIndex: -1,
    });
    if (action.glyph) {
      const glyph = Object.assign(document.createElement('span'), { textContent: action.glyph });
      glyph.setAttribute('aria-hidden', 'true');
      button.append(glyph);
      button.setAttribute('aria-label', label);
    }
    button.dataset.action = action.name;
    button.classList.toggle('apart', Boolean(action.apart));
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => {
      action.run(view, words);
      if (!document.querySelector('dialog[open]') && document.activeElement !== button) view.focus();
    });
    bar.append(button);
    return button;
  });
  buttons[0].tabIndex = 0;

  bar.addEventListener('keydown', (event) => {
    const open = buttons.filter((button) => !button.hidden);
    const now = open.indexOf(document.activeElement);
    const next = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: open.length - 1 }[event.key];
    if (event.key === 'Escape') view.focus();
    if (next === undefined) return;
    event.preventDefault();
    const button = open[(next + open.length) % open.length];
    buttons.forEach((one) => (one.tabIndex = one === button ? 0 : -1));
    button.focus();
  });

  function update(state) {
    ACTIONS.forEach((action, i) => {
      const button = buttons[i];
      if (action.on) button.setAttribute('aria-pressed', String(action.on(state)));
      if (action.shown) button.hidden = !action.shown(state);
      if (action.enabled) button.setAttribute('aria-disabled', String(!action.enabled(state)));
    });
    if (buttons.every((button) => button.hidden || button.tabIndex < 0)) buttons[0].tabIndex = 0;
  }

  update(view.state);
  return { bar, update };
}
