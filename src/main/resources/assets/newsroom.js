// Keeps a screen of the newsroom up to date while it is looked at, without moving anything under
// its reader's hands, and lets charts be read bar by bar with the keyboard, a finger or a mouse.
(() => {
  const PERIOD = 5000;
  const LONGEST = 60000;
  const live = document.getElementById('live');
  const stale = document.querySelector('.stale');
  const chosen = new Map();
  let failures = 0;
  let timer = 0;

  // What its reader has opened stays open.
  function copyAttributes(from, to) {
    for (const { name } of [...from.attributes]) {
      if (!to.hasAttribute(name) && name !== 'open') from.removeAttribute(name);
    }
    for (const { name, value } of to.attributes) {
      if (from.getAttribute(name) !== value) from.setAttribute(name, value);
    }
  }

  // Makes an element the same as another, keeping its nodes; those with ids may change places.
  function morph(from, to) {
    copyAttributes(from, to);
    let at = from.firstChild;
    for (const wanted of [...to.childNodes]) {
      const known = wanted.id ? from.querySelector(':scope > #' + CSS.escape(wanted.id)) : at && !at.id ? at : null;
      if (!known || known.nodeName !== wanted.nodeName) {
        from.insertBefore(wanted, at);
        continue;
      }
      if (known === at) at = at.nextSibling;
      else from.insertBefore(known, at);
      if (known.nodeType === Node.ELEMENT_NODE) {
        // What a script has made of it stays.
        if (known.dataset.keep === undefined) morph(known, wanted);
      } else if (known.data !== wanted.data) known.data = wanted.data;
    }
    while (at) {
      const next = at.nextSibling;
      at.remove();
      at = next;
    }
  }

  // Says which bar of a chart is chosen; without script its table says all of them.
  function dress(root) {
    for (const chart of root.querySelectorAll('.chart')) {
      const read = chart.parentElement.querySelector('.read');
      const bars = chart.querySelectorAll('g');
      const last = bars.length - 1;
      const place = Math.min(chosen.get(chart.id) ?? last, last);
      const text = bars[place].querySelector('title').textContent;
      const label = chart.querySelector('svg').getAttribute('aria-label');
      const attributes = { role: 'slider', tabindex: 0, 'aria-label': label, 'aria-valuemin': 0, 'aria-valuemax': last, 'aria-valuenow': place, 'aria-valuetext': text };
      for (const [name, value] of Object.entries(attributes)) chart.setAttribute(name, value);
      bars.forEach((bar, i) => bar.classList.toggle('chosen', chosen.has(chart.id) && i === place));
      read.textContent = chosen.has(chart.id) ? text : read.dataset.total;
    }
  }

  function choose(chart, place) {
    const last = chart.querySelectorAll('g').length - 1;
    chosen.set(chart.id, Math.max(0, Math.min(last, place)));
    dress(document);
  }

  document.addEventListener('keydown', (event) => {
    const chart = event.target.closest('.chart');
    if (!chart) return;
    const now = Number(chart.getAttribute('aria-valuenow'));
    const place = { ArrowLeft: now - 1, ArrowDown: now - 1, ArrowRight: now + 1, ArrowUp: now + 1, Home: 0, End: Infinity }[event.key];
    if (place === undefined) return;
    event.preventDefault();
    choose(chart, place);
  });

  document.addEventListener('pointerover', (event) => {
    const bar = event.target.closest('.chart g');
    if (bar) choose(bar.closest('.chart'), [...bar.parentElement.querySelectorAll('g')].indexOf(bar));
  });

  document.addEventListener('focusin', (event) => {
    const chart = event.target.closest('.chart');
    if (chart && !chosen.has(chart.id)) choose(chart, Number(chart.getAttribute('aria-valuenow')));
  });

  function leave(event) {
    const chart = event.target.closest('.chart');
    if (!chart || chart.contains(event.relatedTarget) || !chosen.delete(chart.id)) return;
    dress(document);
  }

  document.addEventListener('pointerout', (event) => {
    if (event.pointerType === 'mouse') leave(event);
  });
  document.addEventListener('focusout', leave);

  htmx.defineExtension('morph', {
    isInlineSwap: (style) => style === 'morph',
    handleSwap(style, target, fragment) {
      if (style !== 'morph') return false;
      const focused = document.activeElement;
      const fresh = fragment.firstElementChild;
      dress(fresh);
      morph(target, fresh);
      if (focused.isConnected && document.activeElement !== focused) focused.focus({ preventScroll: true });
      return [target];
    },
  });

  function ask() {
    clearTimeout(timer);
    if (document.visibilityState !== 'visible' || !live.dataset.hxGet) return;
    htmx.trigger(live, 'refresh');
    timer = setTimeout(ask, Math.min(PERIOD * 2 ** failures, LONGEST));
  }

  document.addEventListener('htmx:afterRequest', (event) => {
    failures = event.detail.successful ? 0 : failures + 1;
    stale.textContent = failures > 1 ? stale.dataset.text : '';
  });
  document.addEventListener('visibilitychange', ask);
  dress(document);
  timer = setTimeout(ask, PERIOD);
})();
