// Passkeys: signing in with one, and adding one. Where the browser has none, nothing of it shows.
(() => {
  const places = document.querySelectorAll('[data-passkey]');
  const able = window.isSecureContext && window.PublicKeyCredential?.parseRequestOptionsFromJSON;
  if (!able) return;
  const fault = document.querySelector('.fault');

  const send = async (place, part, body) => {
    const [path, query] = place.dataset.path.split('?');
    const answer = await fetch(path + part + (query ? '?' + query : ''), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const said = answer.status === 204 ? {} : await answer.json();
    if (!answer.ok) throw new Error(said.detail ?? place.dataset.failed);
    return said;
  };

  const ask = async (place) => {
    const label = place.querySelector('input')?.value ?? '';
    const { id, options } = await send(place, '/begin', { label });
    const asked = JSON.parse(options);
    const credential = JSON.stringify(
      await (place.dataset.passkey === 'add'
        ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) })
        : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) })),
    );
    const { to } = await send(place, '', { id, credential, label, to: place.dataset.to });
    location.assign(to ?? place.dataset.to);
  };

  for (const place of places) {
    place.hidden = false;
    place.querySelector('button').addEventListener('click', async (event) => {
      event.preventDefault();
      if (place.reportValidity && !place.reportValidity()) return;
      fault.textContent = '';
      try {
        await ask(place);
      } catch (e) {
        // Whoever closes the browser's own question has not failed at anything.
        fault.textContent = e.name === 'NotAllowedError' ? place.dataset.failed : e.message;
      }
    });
  }
})();
