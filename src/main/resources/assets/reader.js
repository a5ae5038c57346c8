// Gives the place of each picture its colour until it is there; the page's policy forbids it to say
// so itself.
for (const image of document.querySelectorAll('img[data-c]')) {
  if (!image.complete) image.style.backgroundColor = image.dataset.c;
}

// Offers the player of a film in its card, and loads it when a reader asks for it, not before.
(() => {
  const story = document.querySelector('article[data-player]');

  function play(card, button) {
    const frame = document.createElement('iframe');
    frame.src = card.dataset.player;
    frame.title = card.querySelector('a').textContent;
    frame.allow = 'fullscreen; encrypted-media; picture-in-picture';
    frame.className = 'player';
    card.before(frame);
    button.remove();
    card.removeAttribute('data-player');
    frame.focus();
  }

  function offer() {
    for (const card of document.querySelectorAll('.embed[data-player]:not(:has(button))')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = story.dataset.player.replace('{0}', card.querySelector('b').textContent);
      button.addEventListener('click', () => play(card, button));
      card.append(button);
    }
  }

  offer();
  document.addEventListener('entries', offer);
})();

// Counts a reading: the story was on the screen of a visible page for one second, once a page. When
// the page is left, tells how many quarters of the story were read, if it is more than before.
(() => {
  const story = document.querySelector('article[data-article]');
  if (!story || navigator.webdriver || !window.IntersectionObserver) return;

  const url = '/api/v1/views';
  const article = Number(story.dataset.article);
  let onScreen = false;
  let timer = 0;
  let lowest = 0;
  let told = 0;

  function send(more) {
    const json = new Blob([JSON.stringify({ article, ...more })], { type: 'application/json' });
    if (navigator.sendBeacon && navigator.sendBeacon(url, json)) return;
    fetch(url, { method: 'POST', body: json, keepalive: true }).catch(() => {});
  }

  function count() {
    observer.disconnect();
    document.removeEventListener('visibilitychange', check);
    send(document.referrer ? { referrer: new URL(document.referrer).hostname } : {});
    look();
    addEventListener('scroll', look, { passive: true });
    document.addEventListener('visibilitychange', tell);
  }

  function look() {
    const box = story.getBoundingClientRect();
    lowest = Math.max(lowest, (innerHeight - box.top) / box.height);
  }

  function tell() {
    const depth = Math.min(4, Math.floor(lowest * 4));
    if (document.visibilityState !== 'hidden' || depth <= told) return;
    told = depth;
    send({ depth });
  }

  function check() {
    clearTimeout(timer);
    if (onScreen && document.visibilityState === 'visible' && !document.prerendering) timer = setTimeout(count, 1000);
  }

  const observer = new IntersectionObserver((entries) => {
    onScreen = entries[entries.length - 1].isIntersecting;
    check();
  });
  observer.observe(story);
  document.addEventListener('visibilitychange', check);
  document.addEventListener('prerenderingchange', check, { once: true });
})();
