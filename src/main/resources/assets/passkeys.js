// Passkeys: signing in with one, and adding one. Where the browser has none, nothing of it shows.
(() => {
  const place = document.querySelector('[data-passkey]');
  const able = window.isSecureContext && window.PublicKeyCredential?.parseRequestOptionsFromJSON;
  if (!place || !able) return;
  const fault = document.querySelector('.fault');

  const send = async (path, body) => {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body ?? {}),
    });
    const said = answer.status === 204 ? {} : await answer.json();
    if (!answer.ok) throw new Error(said.detail ?? place.dataset.failed);
    return said;
  };

  const signIn = async () => {
    const { id, options } = await send('/newsroom/sign-in/passkey/begin');
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options));
    const credential = JSON.stringify(await navigator.credentials.get({ publicKey }));
    const { to } = await send('/newsroom/sign-in/passkey', { id, credential, to: place.dataset.to });
    location.assign(to);
  };

  const add = async () => {
    const { id, options } = await send('/newsroom/account/passkeys/begin');
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options));
    const credential = JSON.stringify(await navigator.credentials.create({ publicKey }));
    await send('/newsroom/account/passkeys', { id, credential, label: place.querySelector('input').value });
    location.assign('/newsroom/account');
  };

  place.hidden = false;
  place.querySelector('button').addEventListener('click', async (event) => {
    event.preventDefault();
    fault.textContent = '';
    try {
      await (place.dataset.passkey === 'add' ? add() : signIn());
    } catch (e) {
      // Whoever closes the browser's own question has not failed at anything.
      fault.textContent = e.name === 'NotAllowedError' ? place.dataset.failed : e.message;
    }
  });
})();
