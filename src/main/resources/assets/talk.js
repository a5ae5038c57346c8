// Lets readers react, vote and comment without leaving the page, and brings in what others say.
// Without this script the same forms and links do all of it.
(() => {
  const lang = document.documentElement.lang;
  const json = { 'content-type': 'application/json' };
  const MEMORY = 'reactions';

  async function send(method, url, body) {
    const answer = await fetch(url, { method, headers: json, body: JSON.stringify(body) });
    return { ok: answer.ok, status: answer.status, body: await answer.json().catch(() => ({})) };
  }

  // Which button this browser pressed under which story; the server knows it too, but pages are the
  // same for all.
  function own(article, emoji) {
    let all = {};
    try {
      all = JSON.parse(localStorage.getItem(MEMORY)) || {};
      if (emoji !== undefined) {
        delete all[article];
        if (emoji) all[article] = emoji;
        const kept = Object.entries(all).slice(-500);
        localStorage.setItem(MEMORY, JSON.stringify(Object.fromEntries(kept)));
      }
    } catch {
      // A browser that keeps nothing shows nothing as pressed.
    }
    return all[article];
  }

  function press(form, emoji) {
    for (const button of form.querySelectorAll('button')) {
      button.setAttribute('aria-pressed', String(button.value === emoji));
    }
  }

  function number(form, counts) {
    for (const { emoji, count } of counts) {
      const button = [...form.querySelectorAll('button')].find((one) => one.value === emoji);
      if (button) button.querySelector('b').textContent = count;
    }
  }

  function reactions() {
    const form = document.querySelector('article[data-article] .react');
    if (!form) return;
    const article = form.elements.article.value;
    press(form, own(article));
    form.addEventListener('submit', async (event) => {
      if (!event.submitter) return;
      event.preventDefault();
      const again = own(article) === event.submitter.value;
      const url = '/api/v1/articles/' + article + '/reactions';
      try {
        const answer = await send(again ? 'DELETE' : 'PUT', url, again ? undefined : { emoji: event.submitter.value });
        if (!answer.ok) throw new Error(answer.status);
        number(form, answer.body.reactions);
        press(form, own(article, answer.body.own || ''));
      } catch {
        // The page of the form says what is wrong.
        const emoji = Object.assign(document.createElement('input'), { type: 'hidden', name: 'emoji', value: event.submitter.value });
        form.append(emoji);
        form.submit();
      }
    });
    document.addEventListener('reactions', (event) => number(form, event.detail.reactions));
  }

  // A vote shows at once; who cannot vote is led to the comment's own page, which says why.
  async function vote(link) {
    const said = link.closest('.said');
    const id = said.id.slice(8);
    const pressed = link.getAttribute('aria-pressed') === 'true';
    const answer = await send('PUT', '/api/v1/comments/' + id + '/vote', { vote: pressed ? 'none' : link.dataset.vote });
    if (!answer.ok) {
      location.href = link.href;
      return;
    }
    for (const one of said.querySelectorAll(':scope > .acts [data-vote]')) {
      one.querySelector('b').textContent = answer.body[one.dataset.vote];
      one.setAttribute('aria-pressed', String(one === link && !pressed));
    }
  }

  // Answers are written where they will stand.
  function answerTo(link) {
    const said = link.closest('.said');
    const main = document.querySelector('.talk > .saying');
    const there = said.querySelector(':scope > .saying');
    if (there) {
      there.remove();
      return;
    }
    const form = main.cloneNode(true);
    form.reset();
    const parent = Object.assign(document.createElement('input'), { type: 'hidden', name: 'parent', value: said.id.slice(8) });
    form.prepend(parent);
    if (main.elements.name) form.elements.name.value = main.elements.name.value;
    const more = Object.assign(document.createElement('a'), { href: link.href, textContent: '…' });
    form.querySelector('p').append(more);
    said.append(form);
    (form.elements.name && !form.elements.name.value ? form.elements.name : form.elements.text).focus();
  }

  function remember(form) {
    try {
      form.elements.name.value ||= localStorage.getItem('name') || '';
    } catch {
      // A browser that keeps nothing asks for the name each time.
    }
  }

  document.addEventListener('click', (event) => {
    const link = event.target.closest('.talk .acts a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.dataset.vote) {
      event.preventDefault();
      vote(link).catch(() => { location.href = link.href; });
    } else if (document.querySelector('.talk > .saying')) {
      event.preventDefault();
      answerTo(link);
    }
  });

  document.addEventListener('submit', (event) => {
    const form = event.target.closest('.saying');
    if (!form || !form.elements.article) return;
    try {
      if (form.elements.name) localStorage.setItem('name', form.elements.name.value);
    } catch {
      // It is asked for again.
    }
    // One comment however often the button is pressed; the server would find it there, too.
    for (const button of form.querySelectorAll('button')) setTimeout(() => { button.disabled = true; });
  });
  addEventListener('pageshow', () => {
    for (const button of document.querySelectorAll('.saying button')) button.disabled = false;
  });

  // How many came since this page was printed. They come in when the reader asks for them, above
  // what is there, so that nothing moves under anybody's eyes.
  let base = null;
  let latest = 0;

  function count(total) {
    const section = document.querySelector('.talk');
    if (!section) return;
    // What was carried over from an old site is counted, too, and cannot be read here.
    base ??= total;
    latest = total;
    const more = total - base;
    let button = section.querySelector('.newer');
    if (more <= 0) {
      if (button) button.remove();
      return;
    }
    if (!button) {
      button = Object.assign(document.createElement('button'), { type: 'button', className: 'newer' });
      button.addEventListener('click', () => bringIn(section, button));
      section.querySelector('h2').after(button);
    }
    button.textContent = section.dataset.new.replace('{0}', more);
  }

  async function bringIn(section, button) {
    const answer = await fetch(location.pathname + location.search, { cache: 'no-cache' });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector('.talk');
    if (!answer.ok || !fresh) return;
    const list = section.querySelector('.threads');
    let first = null;
    let before = list.firstElementChild;
    for (const thread of [...fresh.querySelectorAll('.thread')]) {
      const id = thread.querySelector('.said').id;
      const there = list.querySelector('#' + id)?.closest('.thread');
      if (!there) {
        list.insertBefore(thread, before);
        first ||= thread;
        continue;
      }
      before = there.nextElementSibling;
      for (const said of thread.querySelectorAll('.replies > .said')) {
        if (list.querySelector('#' + said.id)) continue;
        let replies = there.querySelector('.replies');
        if (!replies) {
          replies = Object.assign(document.createElement('div'), { className: 'replies' });
          there.append(replies);
        }
        const more = replies.querySelector('.all');
        replies.insertBefore(said, more);
        first ||= said;
      }
    }
    section.querySelector('.none')?.remove();
    base = latest;
    section.querySelector('h2').replaceWith(fresh.querySelector('h2'));
    button.remove();
    if (first) {
      const said = first.matches('.said') ? first : first.querySelector('.said');
      said.tabIndex = -1;
      said.focus({ preventScroll: false });
    }
  }

  document.addEventListener('counters', (event) => count(event.detail.comments));
  document.querySelectorAll('.saying').forEach((form) => form.elements.name && remember(form));
  reactions();
})();
