// Keeps an open page up to date: the top ten, the rates, and how many read its story now.
// Costs nothing while the page is hidden; asks now and then where the stream cannot be had.
(() => {
  const lang = document.documentElement.lang;
  const story = document.querySelector('article[data-article]');
  const stream = '/live?lang=' + lang + (story ? '&article=' + story.dataset.article : '');
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const PATIENCE = 4;
  const POLL = 30000;
  let source = null;
  let timer = 0;
  let failures = 0;
  const bulletin = document.querySelector('.breaking');
  let rates = null;
  let late = null;

  function setText(element, text) {
    if (element.textContent !== String(text)) element.textContent = text;
  }

  // Fetches this very page anew and returns a part of it.
  async function fetchPart(part) {
    const answer = await fetch(location.pathname + location.search, { cache: 'no-cache' });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return answer.ok ? page.querySelector(part) : null;
  }

  // Takes over a part of this page anew, not with all other readers at once.
  function refresh(part) {
    setTimeout(async () => {
      try {
        const fresh = await fetchPart(part);
        if (fresh) document.querySelector(part).replaceWith(fresh);
      } catch {
        // The next event or the next page brings it.
      }
    }, Math.random() * 5000);
  }

  function fill(row, item) {
    const link = row.querySelector('a');
    const mark = link.querySelector('.mark');
    setText(row.querySelector('.rank'), item.rank + ' ');
    setText(row.querySelector('.v'), item.views);
    setText(row.querySelector('.c'), item.comments);
    setText(row.querySelector('.r'), item.reactions);
    const text = (item.emoji ? item.emoji + ' ' : '') + item.headline;
    if (link.textContent !== text || link.getAttribute('href') !== item.url) {
      link.setAttribute('href', item.url);
      link.textContent = (item.emoji ? ' ' : '') + item.headline;
      if (item.emoji) {
        const emoji = mark || Object.assign(document.createElement('span'), { className: 'mark' });
        emoji.textContent = item.emoji;
        link.prepend(emoji);
      }
    }
    return row;
  }

  // Makes a change of the page, and has whatever it moves slide from where it was.
  function gently(change) {
    const places = new Map();
    for (const element of document.querySelectorAll('.ranks > li, .top > .all, .top ~ *')) {
      places.set(element, element.getBoundingClientRect().top);
      element.getAnimations().forEach((animation) => animation.cancel());
    }
    change();
    if (still.matches) return;
    const steps = [];
    for (const [element, before] of places) {
      const moved = element.isConnected ? before - element.getBoundingClientRect().top : 0;
      if (moved) steps.push([element, moved]);
    }
    for (const [element, moved] of steps) {
      element.animate([{ transform: `translateY(${moved}px)` }, { transform: 'none' }], { duration: 400, easing: 'ease-out' });
    }
  }

  function showTop(items) {
    const list = document.querySelector('.top .ranks');
    if (!items.length) return;
    if (!list) {
      if (document.querySelector('.top')) refresh('.top');
      return;
    }
    const sample = list.firstElementChild;
    const known = new Map();
    for (const row of list.children) known.set(row.querySelector('a').getAttribute('href'), row);
    const focused = document.activeElement;
    gently(() => {
      const rows = items.map((item) => fill(known.get(item.url) || sample.cloneNode(true), item));
      rows.forEach((row, place) => {
        if (list.children[place] !== row) list.insertBefore(row, list.children[place] || null);
      });
      while (list.children.length > rows.length) list.lastElementChild.remove();
    });
    if (list.contains(focused) && document.activeElement !== focused) focused.focus({ preventScroll: true });
  }

  function headlines(bar) {
    return Array.from(bar.querySelectorAll('a'), (link) => ({ url: link.getAttribute('href'), headline: link.textContent }));
  }

  // What breaks while the page is open comes in over its upper edge: nothing that is being read moves.
  function showBreaking(items) {
    if (!bulletin) return;
    const key = JSON.stringify(items.map(({ url, headline }) => [url, headline]));
    if (key === announced) return;
    announced = key;
    if (late) late.remove();
    late = null;
    const same = key === printed;
    bulletin.style.visibility = same ? '' : 'hidden';
    if (same || !items.length) return;
    late = Object.assign(document.createElement('div'), { className: 'breaking late' });
    late.setAttribute('role', 'status');
    const list = document.createElement('ul');
    for (const { url, headline } of items) {
      const row = document.createElement('li');
      row.append(Object.assign(document.createElement('a'), { href: url, textContent: headline }));
      list.append(row);
    }
    const close = Object.assign(document.createElement('button'), { type: 'button', textContent: '×' });
    close.setAttribute('aria-label', bulletin.dataset.close);
    close.addEventListener('click', () => late.remove());
    const word = Object.assign(document.createElement('b'), { textContent: bulletin.dataset.word });
    document.body.append(late);
    late.append(word, list, close);
    if (!still.matches) late.animate([{ transform: 'translateY(-100%)' }, { transform: 'none' }], { duration: 300, easing: 'ease-out' });
  }

  function showRates(quotes) {
    if (rates !== null && rates !== quotes && document.querySelector('.rates')) refresh('.rates');
    rates = quotes;
  }

  function showCounters(numbers) {
    const line = story && story.querySelector('.kicker');
    if (!line) return;
    let now = line.querySelector('.now');
    if (!now) {
      now = Object.assign(document.createElement('span'), { className: 'now' });
      line.append(' ', now);
    }
    setText(now, numbers.readers > 1 ? story.dataset.now.replace('{0}', numbers.readers) : '');
  }

  // New entries of the story. What is being read stays where it is: while the newest are out of
  // sight, a button says that there are more, and leads to them.
  async function showEntries(version) {
    const section = document.querySelector('.entries');
    if (!section ? !story : Number(section.dataset.version) >= version) return;
    const fresh = await fetchPart('.entries');
    if (!fresh) return;
    if (!section) {
      story.querySelector('.tail').prepend(fresh);
      return;
    }
    const feed = section.querySelector('.feed');
    const first = feed.firstElementChild;
    const above = first && first.getBoundingClientRect().top < 0;
    const place = first && first.getBoundingClientRect().top;
    const known = new Map();
    for (const entry of feed.children) known.set(entry.id, entry);
    const last = fresh.querySelector('.feed').lastElementChild;
    let added = 0;
    let before = first;
    for (const entry of [...fresh.querySelector('.feed').children]) {
      const old = known.get(entry.id);
      known.delete(entry.id);
      if (!old) {
        feed.insertBefore(entry, before);
        added++;
        if (!above && !still.matches) entry.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 600 });
      } else {
        if (old.innerHTML !== entry.innerHTML) old.replaceWith(entry);
        before = (old.isConnected ? old : entry).nextElementSibling;
      }
    }
    // Those that were taken back go; those that only moved to the next page stay while it is open.
    const number = (entry) => Number(entry.id.slice(6));
    for (const entry of known.values()) if (!last || number(entry) > number(last)) entry.remove();
    section.querySelector('h2').replaceWith(fresh.querySelector('h2'));
    const empty = section.querySelector(':scope > p:not(:has(a))');
    if (empty && feed.children.length) empty.remove();
    section.dataset.version = fresh.dataset.version;
    if (above && first.isConnected) scrollBy(0, first.getBoundingClientRect().top - place);
    if (above && added) moreAbove(section, added);
  }

  function moreAbove(section, added) {
    let button = document.querySelector('.newer');
    if (!button) {
      button = Object.assign(document.createElement('button'), { type: 'button', className: 'newer' });
      button.addEventListener('click', () => {
        button.remove();
        section.scrollIntoView({ behavior: still.matches ? 'auto' : 'smooth' });
      });
      section.prepend(button);
    }
    button.dataset.count = Number(button.dataset.count || 0) + added;
    button.textContent = '↑ ' + section.dataset.new.replace('{0}', button.dataset.count);
  }

  // Readers of one story come for its new entry within a second and a half, not in one moment.
  let wanted = 0;
  function entriesMoved(version) {
    const idle = wanted === 0;
    wanted = Math.max(wanted, version);
    if (!idle) return;
    setTimeout(() => {
      const now = wanted;
      wanted = 0;
      showEntries(now).catch(() => {
        // The next event or the next page brings it.
      });
    }, Math.random() * 1500);
  }

  function again() {
    source.close();
    failures++;
    if (failures > PATIENCE) {
      poll();
    } else {
      timer = setTimeout(connect, 1000 * 2 ** failures * (0.5 + Math.random()));
    }
  }

  function connect() {
    if (!window.EventSource) {
      poll();
      return;
    }
    source = new EventSource(stream);
    source.addEventListener('open', () => { failures = 0; });
    source.addEventListener('breaking', (event) => showBreaking(JSON.parse(event.data).items));
    source.addEventListener('top', (event) => showTop(JSON.parse(event.data).items));
    source.addEventListener('rates', (event) => showRates(event.data));
    source.addEventListener('counters', (event) => showCounters(JSON.parse(event.data)));
    source.addEventListener('entries', (event) => entriesMoved(JSON.parse(event.data).version));
    source.addEventListener('error', again);
  }

  async function poll() {
    try {
      const [top, quotes] = await Promise.all([fetch('/api/v1/top?lang=' + lang), fetch('/api/v1/rates')]);
      if (top.ok) showTop((await top.json()).items);
      if (quotes.ok) showRates(await quotes.text());
      const bar = await fetchPart('.breaking');
      if (bar) showBreaking(headlines(bar));
      if (document.querySelector('.entries')) await showEntries(Infinity);
    } catch {
      // No connection: the next time may find one.
    }
    timer = setTimeout(failures > PATIENCE && Math.random() < 0.2 ? connect : poll, POLL * (0.75 + Math.random() / 2));
  }

  function stop() {
    clearTimeout(timer);
    if (source) source.close();
  }

  function check() {
    stop();
    if (document.visibilityState === 'visible' && !document.prerendering) connect();
  }

  const printed = bulletin && JSON.stringify(headlines(bulletin).map(({ url, headline }) => [url, headline]));
  let announced = printed;
  document.addEventListener('visibilitychange', check);
  document.addEventListener('prerenderingchange', check, { once: true });
  addEventListener('pagehide', stop);
  addEventListener('pageshow', (event) => { if (event.persisted) check(); });
  check();
})();
