// Counts a reading: the story was on the screen of a visible page for one second, once a page.
(() => {
  const story = document.querySelector('article[data-article]');
  if (!story || navigator.webdriver || !window.IntersectionObserver) return;

  const url = '/api/v1/views';
  const body = JSON.stringify({ article: Number(story.dataset.article) });
  let onScreen = false;
  let timer = 0;

  function send() {
    observer.disconnect();
    document.removeEventListener('visibilitychange', check);
    const json = new Blob([body], { type: 'application/json' });
    if (navigator.sendBeacon && navigator.sendBeacon(url, json)) return;
    fetch(url, { method: 'POST', body: json, keepalive: true }).catch(() => {});
  }

  function check() {
    clearTimeout(timer);
    if (onScreen && document.visibilityState === 'visible' && !document.prerendering) timer = setTimeout(send, 1000);
  }

  const observer = new IntersectionObserver((entries) => {
    onScreen = entries[entries.length - 1].isIntersecting;
    check();
  });
  observer.observe(story);
  document.addEventListener('visibilitychange', check);
  document.addEventListener('prerenderingchange', check, { once: true });
})();
