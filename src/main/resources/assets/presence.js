// Says that this story is open here, and shows who else has it open.
(() => {
  const EVERY = 10_000;
  const line = document.getElementById('here');

  async function ask() {
    if (!document.hidden) {
      try {
        const answer = await fetch(line.dataset.path, { method: 'POST' });
        const { text, notes } = answer.ok ? await answer.json() : { text: '' };
        if (notes !== undefined) document.dispatchEvent(new CustomEvent('notes', { detail: notes }));
        // Set only when it changes, so that screen readers do not say it again.
        if (line.textContent !== text) line.textContent = text;
      } catch {
        line.textContent = ''; // without a connection nobody knows; that there is none, saving says
      }
    }
    setTimeout(ask, EVERY);
  }
  ask();
})();
