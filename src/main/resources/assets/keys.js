// Does by single keys what the screen offers, and shows with "?" which keys these are. They can be
// switched off, since whoever speaks to the computer or types by accident would press them.
(() => {
  const OFF = 'broadsheet-keys-off';
  const PAUSE = 1500;
  const dialog = document.getElementById('keys');
  const opener = document.querySelector('[data-keys]');
  if (!dialog) return;

  const language = document.documentElement.lang;
  const first = (...selectors) => selectors.map((one) => document.querySelector(one)).find(Boolean);
  const press = (element) => element.click();
  const focus = (element) => element.focus();
  // What is focused of a row of a table, or of a case that is to be decided.
  const hold = (row) => (row.matches('.case') ? row : row.querySelector('th a'));
  const rows = () => [...document.querySelectorAll('.stories tbody tr,.case')].filter(hold);
  const current = () => document.activeElement.closest('.stories tbody tr,.case');

  function step(by) {
    const all = rows();
    const now = all.indexOf(current());
    const next = now < 0 ? (by > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, now + by));
    if (all[next]) hold(all[next]).focus();
  }

  // Each with what it needs on the screen, and what it does with that.
  const KEYS = [
    ['g s', () => first('.mast a[href="/newsroom/stories"]'), press],
    ['g f', () => first('.mast a[href="/newsroom/front"]'), press],
    ['g a', () => first('.mast a[href="/newsroom/audience"]'), press],
    ['g p', () => first('.mast a[href="/newsroom/staff"]'), press],
    ['g m', () => first('.mast a[href="/newsroom/account"]'), press],
    ['/', () => first('.finder [name=q]'), focus],
    ['g c', () => first('.mast a[href="/newsroom/comments"]'), press],
    ['n', () => first(`.begin [name=language][value="${language}"]`, '.begin [name=language]'), press],
    ['j', () => rows()[0] && first('[data-does-next]'), () => step(1)],
    ['k', () => rows()[0] && first('[data-does-previous]'), () => step(-1)],
    ['x', () => first('[form=bulk]') && first('[data-does-choose]'), () => current()?.querySelector('[form=bulk]')?.click()],
    ['z', () => first('.outcome button:not([data-key])'), press],
    ['s', () => first('#status'), focus],
    ['r', () => first('.act [name=stage]'), press],
    ['p', () => first('.act button.first'), focus],
  ];

  // What says of itself which key it has: of a case, that of the present one.
  const own = (key) => [...document.querySelectorAll(`[data-key="${key}"]`)].find((one) => !one.closest('.case') || one.closest('.case') === current());
  const owned = () => [...new Map([...document.querySelectorAll('[data-key]')].map((one) => [one.dataset.key, one]))];

  const name = (element) => element.dataset.does ?? element.textContent.trim();

  function line(keys, text) {
    const row = document.createElement('tr');
    const head = document.createElement('th');
    head.scope = 'row';
    keys.split(' ').forEach((key, i) => {
      if (i) head.append(' ');
      head.append(Object.assign(document.createElement('kbd'), { textContent: key }));
    });
    row.append(head, Object.assign(document.createElement('td'), { textContent: text }));
    return row;
  }

  const use = dialog.querySelector('[name=use]');
  use.checked = localStorage.getItem(OFF) === null;
  use.addEventListener('change', () => {
    if (use.checked) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, '1');
  });

  function open() {
    const all = [...KEYS.map(([keys, needs]) => [keys, needs()]).filter(([, element]) => element), ...owned()];
    dialog.querySelector('tbody').replaceChildren(...all.map(([keys, element]) => line(keys, name(element))), line('?', name(opener)));
    dialog.showModal();
  }

  /** Returns the sign of a key, which on a Cyrillic keyboard is that of the same place. */
  function sign({ key, code, shiftKey }) {
    if (key === '?' || key === '/') return key;
    if (code === 'Slash') return shiftKey ? '?' : '/';
    if (/^[a-z]$/i.test(key)) return shiftKey ? '' : key.toLowerCase();
    return !shiftKey && code.startsWith('Key') && key.length === 1 ? code.slice(3).toLowerCase() : '';
  }

  let before = '';
  let timer = 0;

  document.addEventListener('keydown', (event) => {
    if (!use.checked || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest('textarea,select,[contenteditable],[role=slider],dialog,input:not([type=checkbox],[type=radio])')) return;
    const pressed = before + sign(event);
    clearTimeout(timer);
    before = '';
    if (pressed === '?') {
      event.preventDefault();
      open();
      return;
    }
    if (pressed === 'g') {
      before = 'g ';
      timer = setTimeout(() => (before = ''), PAUSE);
      return;
    }
    const [, needs, run] = KEYS.find(([keys]) => keys === pressed) ?? [];
    const element = needs?.();
    const mine = element ? null : own(pressed);
    if (!element && !mine) return;
    event.preventDefault();
    if (element) run(element);
    else if (mine.matches('select')) focus(mine);
    else press(mine);
  });

  opener.hidden = false;
  opener.addEventListener('click', open);
})();
