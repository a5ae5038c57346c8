// Keeps an open page up to date: the top ten, the rates, and how many read its story now.
// Costs nothing while the page is hidden; asks now and then where the stream cannot be had.
(() => {
  const lang = document.documentElement.lang;
  const story = document.querySelector('article[data-article]');
  const stream = '/live?lang=' + lang + (story ? '&article=' + story.dataset.article : '');
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const PATIENCE = 4;
  const POLL = 30000;
  const PRICED = ['.rates', '.ratechart', 'main > .quotes tbody', 'main > .chart', 'main > .told', 'main > .days tbody', '.banks h3', '.banks .note'];
  const refreshing = new Map();
  let source = null;
  let timer = 0;
  let failures = 0;
  const bulletin = document.querySelector('.breaking');
  let rates = null;
  let late = null;

  function setText(element, text) {
    if (element.textContent !== String(text)) element.textContent = text;
  }

  // Fetches this very page anew.
  async function fetchPage() {
    const answer = await fetch(location.pathname + location.search, { cache: 'no-cache' });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return answer.ok ? page : null;
  }

  async function fetchPart(part) {
    const page = await fetchPage();
    return page && page.querySelector(part);
  }

  // Takes over parts of this page anew, not with all other readers at once, not while nobody sees
  // it, and none that is in use.
  function refresh(...parts) {
    const part = parts[0];
    const waiting = refreshing.has(part);
    refreshing.set(part, Date.now());
    if (waiting) return;
    setTimeout(async () => {
      // What came a moment ago may not be in the page yet.
      const fresh = Date.now() - refreshing.get(part) < 1000;
      refreshing.delete(part);
      if (document.visibilityState !== 'visible') {
        document.addEventListener('visibilitychange', () => refresh(...parts), { once: true });
        return;
      }
      try {
        const page = await fetchPage();
        if (page) parts.forEach((each) => replace(each, page));
        if (fresh) refresh(...parts);
      } catch {
        // The next event or the next page brings it.
      }
    }, 2000 + Math.random() * 3000);
  }

  // Where there are more or fewer of a part than before, the page must be loaded to show them.
  function replace(part, page) {
    const fresh = [...page.querySelectorAll(part)];
    const there = [...document.querySelectorAll(part)];
    if (fresh.length !== there.length) return;
    there.forEach((old, place) => {
      if (!old.isEqualNode(fresh[place]) && !old.contains(document.activeElement)) old.replaceWith(fresh[place]);
    });
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
    if (rates !== null && rates !== quotes && document.querySelector(PRICED.join())) refresh(...PRICED);
    rates = quotes;
  }

  function showCounters(numbers) {
    document.dispatchEvent(new CustomEvent('counters', { detail: numbers }));
    const line = story && story.querySelector('.kicker');
    if (!line) return;
    let now = line.querySelector('.now');
    if (!now) {
      now = Object.assign(document.createElement('span'), { className: 'now' });
      line.append(' ', now);
    }
    setText(now, numbers.readers > 1 ? story.dataset.now.replace('{0}', numbers.readers) : '');
  }

  const number = (entry) => Number(entry.id.slice(6));
  const entriesIn = (part) => [...part.querySelectorAll('.feed > .entry')];

  // The link to the entries after this one.
  function onwards(link, entry) {
    const anchor = link.querySelector('a');
    anchor.href = anchor.getAttribute('href').replace(/[0-9]+$/, number(entry));
    return link;
  }

  // New entries of the story. What is being read stays where it is: while the newest are out of
  // sight, a button says that there are more, and leads to them. Answers whether they are that far.
  async function showEntries(version) {
    const there = document.querySelector('.entries');
    if (!there ? !story : Number(there.dataset.version) >= version) return true;
    const fresh = await fetchPart('.entries');
    if (!fresh) return true;
    const section = document.querySelector('.entries');
    const far = version === Infinity || Number(fresh.dataset.version) >= version;
    if (!section) {
      story.querySelector('.tail').prepend(fresh);
      document.dispatchEvent(new Event('entries'));
    } else if (Number(fresh.dataset.version) > Number(section.dataset.version)) {
      takeOver(section, fresh);
    }
    return far;
  }

  function takeOver(section, fresh) {
    const feed = section.querySelector('.feed');
    const shown = entriesIn(section);
    const coming = entriesIn(fresh);
    const link = fresh.querySelector(':scope > .pages');
    const last = coming.at(-1);
    const known = new Map(shown.map((entry) => [entry.id, entry]));
    const kept = new Set(coming.map((entry) => entry.id));
    // Those that were taken back go; others are on the next page now, and stay while they are read.
    const movedOn = shown.filter((entry) => !kept.has(entry.id) && link && number(entry) < number(last));
    const gone = shown.filter((entry) => !kept.has(entry.id) && !movedOn.includes(entry));
    const above = shown.length > 0 && shown[0].getBoundingClientRect().top < 0;
    const reading = shown.find((entry) => !gone.includes(entry) && entry.getBoundingClientRect().bottom > 0)?.id;
    const line = () => reading ? document.getElementById(reading).getBoundingClientRect().top : section.getBoundingClientRect().bottom;
    const place = line();
    const settle = () => { if (above) scrollBy({ top: line() - place, behavior: 'instant' }); };

    gone.forEach((entry) => entry.remove());
    if (link && movedOn.length && !coming.some((entry) => known.has(entry.id))) {
      const missed = document.createElement('p');
      missed.append(...onwards(link.cloneNode(true), last).childNodes);
      movedOn[0].before(missed);
    }
    let added = 0;
    let before = feed.firstElementChild;
    for (const entry of coming) {
      const old = known.get(entry.id);
      if (!old) {
        feed.insertBefore(entry, before);
        added++;
        if (!above && !still.matches) entry.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 600 });
      } else {
        // A film that plays in it goes on, unless the entry itself is another one.
        const same = old.dataset.changed === entry.dataset.changed;
        if (!same) old.replaceWith(entry);
        before = (same ? old : entry).nextElementSibling;
      }
    }
    section.querySelector('h2').replaceWith(fresh.querySelector('h2'));
    section.querySelector(':scope > .none')?.remove();
    feed.before(...fresh.querySelectorAll(':scope > .none'));
    section.dataset.version = fresh.dataset.version;
    if (above && added) moreAbove(section, added);
    settle();

    for (const entry of movedOn) if (entry.getBoundingClientRect().top > innerHeight) entry.remove();
    if (feed.lastElementChild?.matches('p')) feed.lastElementChild.remove();
    section.querySelector(':scope > .pages')?.remove();
    if (link) section.append(onwards(link, entriesIn(section).at(-1)));
    settle();
    document.dispatchEvent(new Event('entries'));
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

  // Readers of one story come for its new entry within a second and a half, not in one moment. The
  // page may be a little behind the stream: then they come once more.
  let wanted = 0;
  function entriesMoved(version, tries = 3) {
    const idle = wanted === 0;
    wanted = Math.max(wanted, version);
    if (!idle) return;
    setTimeout(async () => {
      const now = wanted;
      wanted = 0;
      try {
        if (!(await showEntries(now)) && tries > 1) entriesMoved(now, tries - 1);
      } catch {
        // The next event or the next page brings it.
      }
    }, (tries < 3 ? 1000 : 0) + Math.random() * 1500);
  }

  // A link to an entry that is no more on the story's own page leads to the one where it is.
  function seekEntry() {
    const entry = /^#entry-([1-9][0-9]{0,7})$/.exec(location.hash);
    const onwards = document.querySelector('.entries > .pages a');
    if (entry && onwards && story && !document.getElementById(location.hash.slice(1))) {
      location.replace(location.pathname + '?before=' + (Number(entry[1]) + 1) + location.hash);
    }
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
    source.addEventListener('reactions', (event) => document.dispatchEvent(new CustomEvent('reactions', { detail: JSON.parse(event.data) })));
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
  addEventListener('hashchange', seekEntry);
  addEventListener('pagehide', stop);
  addEventListener('pageshow', (event) => { if (event.persisted) check(); });
  seekEntry();
  check();
})();
