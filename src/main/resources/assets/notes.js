// Ties the notes on a story to the passages of its text: a new one is about the block that was
// written in last, and each leads to its own.
(() => {
  const text = document.querySelector('textarea[data-editor]');
  const path = document.getElementById('story').dataset.save.replace('/draft', '');
  let passage = '';

  const section = () => document.getElementById('notes');

  function aim() {
    const to = section().querySelector('.to');
    section().querySelector('[name=passage]').value = passage;
    to.textContent = passage ? `«${passage.length > 80 ? `${passage.slice(0, 80)}…` : passage}»` : to.dataset.whole;
    to.lang = passage ? text.dataset.lang : document.documentElement.lang;
  }

  // The editor marks the passages that something was said of.
  function mark() {
    const open = [...section().querySelectorAll('li:not(.settled) [data-passage]')].map((button) => button.dataset.passage);
    text.dispatchEvent(new CustomEvent('noted', { detail: open }));
    aim();
  }

  text.addEventListener('passage', (event) => {
    passage = event.detail;
    aim();
  });
  document.addEventListener('click', (event) => {
    const button = event.target.closest('#notes [data-passage]');
    if (!button) return;
    const seek = new CustomEvent('seek', { detail: button.dataset.passage, cancelable: true });
    if (text.dispatchEvent(seek)) {
      // Nobody found it: it was written anew since.
      button.parentElement.querySelector('[role=status]')?.remove();
      const gone = Object.assign(document.createElement('p'), { className: 'note', textContent: section().dataset.gone });
      gone.setAttribute('role', 'status');
      button.after(gone);
    }
  });
  text.addEventListener('filled', mark);
  document.addEventListener('htmx:afterSettle', mark);
  document.addEventListener('notes', (event) => {
    const writing = section().querySelector('textarea').value || section().contains(document.activeElement);
    if (event.detail === Number(section().dataset.open) || writing) return;
    htmx.ajax('GET', path, { target: '#notes', select: '#notes', swap: 'outerHTML' });
  });
  mark();
})();
