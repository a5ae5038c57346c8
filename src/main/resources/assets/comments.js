// Decides on readers' comments without loading the screen anew: what a form answers takes the place
// of what is shown, and the focus goes on to the next comment.
(() => {
  const live = document.getElementById('live');
  const cases = () => [...live.querySelectorAll('.case')];
  let busy = false;

  function show(text) {
    const fresh = new DOMParser().parseFromString(text, 'text/html');
    for (const part of ['.sections', '#outcome']) {
      document.querySelector(part).replaceChildren(...fresh.querySelector(part).childNodes);
    }
    htmx.swap(live, text, { swapStyle: 'morph', swapDelay: 0, settleDelay: 0 }, { select: '#live', contextElement: live });
    document.dispatchEvent(new Event('outcome'));
  }

  /** Puts the focus where work goes on: the case that has come to the place of the one before. */
  function goOn(place) {
    const all = cases();
    const next = all[Math.max(0, Math.min(place, all.length - 1))] ?? live.querySelector('h1');
    next.focus();
  }

  async function send(form, button) {
    const place = cases().indexOf(document.activeElement.closest('.case'));
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form, button)) });
    // Who is not signed in any more is led to do so.
    if (answer.status === 401) location.reload();
    if (!answer.ok) throw new Error(answer.statusText);
    form.reset();
    show(await answer.text());
    goOn(place);
  }

  document.addEventListener('submit', async (event) => {
    if (!event.target.matches('#live form[method=post],.outcome form')) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    try {
      await send(event.target, event.submitter);
    } catch {
      const fault = document.querySelector('[data-failed]');
      fault.textContent = fault.dataset.failed;
    } finally {
      busy = false;
    }
  });

  document.addEventListener('keydown', (event) => {
    const now = event.target.closest('.case');
    if (!now) return;
    // Browsers differ in whether Enter sends the form of a list of choices.
    if (event.key === 'Enter' && event.target.matches('select')) {
      event.preventDefault();
      event.target.form.requestSubmit(event.target.form.querySelector('button'));
    }
    if (event.key === 'Escape') now.focus();
  });
})();
