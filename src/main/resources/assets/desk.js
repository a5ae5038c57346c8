// Chooses stories of the desk, and keeps what was done to many of them in view for ten seconds.
(() => {
  const IN_VIEW = 10;
  const live = document.getElementById('live');
  const outcome = document.querySelector('.outcome');
  const boxes = () => [...live.querySelectorAll('[name=story]')];

  function show() {
    const bar = live.querySelector('.bulk');
    if (!bar) return;
    const all = live.querySelector('[data-all]');
    const chosen = boxes().filter((box) => box.checked).length;
    const told = bar.querySelector('[data-text]');
    const text = told.dataset.text.replace('{0}', chosen);
    if (told.textContent !== text) told.textContent = text;
    bar.hidden = chosen === 0;
    all.hidden = false;
    all.checked = chosen === boxes().length;
    all.indeterminate = chosen > 0 && !all.checked;
  }

  live.addEventListener('change', (event) => {
    if (event.target.matches('[data-all]')) for (const box of boxes()) box.checked = event.target.checked;
    if (event.target.matches('[data-all],[name=story]')) show();
  });
  document.addEventListener('htmx:afterSwap', show);
  show();

  if (outcome) {
    // A reload should not tell it again.
    const here = new URL(location.href);
    here.searchParams.delete('done');
    history.replaceState(null, '', here);
    // Only what changes is read out.
    const told = outcome.querySelector('[role=status]');
    const text = told.textContent;
    told.textContent = '';
    setTimeout(() => (told.textContent = text), 100);
    let left = outcome.querySelector('li') ? Infinity : IN_VIEW;
    const clock = setInterval(() => {
      if (document.visibilityState !== 'visible' || outcome.matches(':hover,:focus-within')) return;
      outcome.hidden = --left <= 0;
      if (outcome.hidden) clearInterval(clock);
    }, 1000);
  }
})();
