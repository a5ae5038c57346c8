// Chooses stories of the desk or comments, and keeps what was done to many of them in view for ten
// seconds, or until the next is done.
(() => {
  const IN_VIEW = 10;
  const live = document.getElementById('live');
  const boxes = () => [...live.querySelectorAll('[form=bulk]')];

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
    if (event.target.matches('[data-all],[form=bulk]')) show();
  });
  document.addEventListener('htmx:afterSwap', show);
  show();

  function tell() {
    const outcome = document.querySelector('.outcome');
    if (!outcome) return;
    // A reload should not tell it again.
    const here = new URL(location.href);
    here.searchParams.delete('done');
    history.replaceState(null, '', here);
    // Only what changes is read out.
    const told = outcome.querySelector('[role=status]');
    const text = told.textContent;
    told.textContent = '';
    setTimeout(() => (told.textContent = text), 100);
    let left = outcome.matches('[data-stays] *') || outcome.querySelector('li') ? Infinity : IN_VIEW;
    const clock = setInterval(() => {
      if (document.visibilityState !== 'visible' || outcome.matches(':hover,:focus-within')) return;
      outcome.hidden = --left <= 0;
      if (outcome.hidden || !outcome.isConnected) clearInterval(clock);
    }, 1000);
  }

  document.addEventListener('outcome', tell);
  tell();
})();
