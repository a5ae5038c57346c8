// Takes pictures in on a story's screen: dropped, pasted or chosen, each with the point that must
// stay in sight. Whoever else wants one calls pictures.upload(file, share => …), or chooses among pictures.all() or by pictures.choose().
(() => {
  const form = document.getElementById('story');
  const section = document.getElementById('pictures');
  const shots = section.querySelector('.shots');
  const template = section.querySelector('template');
  const said = section.querySelector('[role=status]');
  const bar = section.querySelector(':scope > progress');
  const undo = section.querySelector('[data-undo]');
  const words = section.dataset;
  let removed = null;

  // Resolves to { picture, src }; fails with a sentence for whoever sent the file.
  // What is sent is a file, or the address of one as the fields of a form.
  function upload(sent, onProgress) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('POST', words.upload);
      request.responseType = 'json';
      request.upload.addEventListener('progress', (event) => event.lengthComputable && onProgress(event.loaded / event.total));
      request.addEventListener('load', () => {
        if (request.status === 201) resolve(request.response);
        else reject(new Error(request.status === 413 ? words.heavy : request.response?.detail ?? words.broken));
      });
      request.addEventListener('error', () => reject(new Error(words.broken)));
      request.send(sent);
    });
  }

  function changed() {
    form.dispatchEvent(new Event('input', { bubbles: true }));
  }

  const stored = (shot) => JSON.parse(shot.dataset.picture);

  function mark(shot) {
    const { focus } = stored(shot);
    const inputs = shot.querySelectorAll('[data-focus]');
    for (const input of inputs) input.value = focus ? Math.round(focus[input.dataset.focus]) : '';
    for (const crop of shot.querySelectorAll('.crop img')) {
      crop.style.objectPosition = focus ? `${focus.x}% ${focus.y}%` : '';
    }
    const point = shot.querySelector('.point');
    point.style.left = `${focus?.x ?? 50}%`;
    point.style.top = `${focus?.y ?? 50}%`;
  }

  function aim(shot, x, y) {
    const within = (value) => Math.min(100, Math.max(0, Math.round(value)));
    shot.dataset.picture = JSON.stringify({ ...stored(shot), focus: { x: within(x), y: within(y) } });
    mark(shot);
    changed();
  }

  // Puts a picture last; its fields are filled from what is stored of it.
  function add(picture, src) {
    shots.append(document.importNode(template.content, true));
    const shot = shots.lastElementChild;
    shot.dataset.picture = JSON.stringify(picture);
    for (const image of shot.querySelectorAll('img')) image.src = src;
    for (const name of ['alt', 'caption', 'credit']) shot.querySelector(`[name=${name}]`).value = picture[name] ?? '';
    mark(shot);
    return shot;
  }

  function put(pictures) {
    shots.replaceChildren();
    for (const picture of pictures) {
      const narrowest = picture.width > 320 ? 320 : picture.width;
      add(picture, `/media/${picture.hash}-${narrowest}.webp`);
    }
  }

  // Shows how far the sizes for pages have come, until they are all there.
  async function follow(shot, hash) {
    const making = shot.querySelector('.making');
    while (shot.isConnected) {
      const response = await fetch(`${words.upload}/${hash}/progress`).catch(() => null);
      if (!response?.ok) break;
      const { made, all } = await response.json();
      Object.assign(making.querySelector('progress'), { max: all, value: made });
      making.querySelector('span').textContent = words.drawn.replace('{0}', made).replace('{1}', all);
      making.hidden = made === all;
      if (made === all) return;
      await new Promise((later) => setTimeout(later, 500));
    }
    making.hidden = true;
  }

  // Takes one in; tells whether it is there.
  async function one(sent, onProgress) {
    try {
      const { picture, src } = await upload(sent, onProgress);
      const shot = add(picture, src);
      follow(shot, picture.hash);
      said.textContent = words.there;
      shot.querySelector('[name=alt]').focus();
      changed();
      return true;
    } catch (refusal) {
      said.textContent = words.refused.replace('{0}', refusal.message);
      return false;
    }
  }

  async function take(files) {
    for (const file of files) {
      bar.hidden = false;
      bar.value = 0;
      said.textContent = words.sent.replace('{0}', 0);
      await one(file, (share) => {
        bar.value = share;
        said.textContent = share < 1 ? words.sent.replace('{0}', Math.round(share * 100)) : words.preparing;
      });
      bar.hidden = true;
    }
  }

  const address = section.querySelector('[data-address]');
  const fetching = section.querySelector('[data-fetch]');

  async function takeFrom() {
    if (!address.value.trim() || fetching.disabled) return;
    fetching.disabled = true;
    bar.hidden = false;
    bar.removeAttribute('value');
    said.textContent = words.fetching;
    if (await one(new URLSearchParams({ address: address.value }), () => {})) address.value = '';
    bar.hidden = true;
    fetching.disabled = false;
  }

  fetching.addEventListener('click', takeFrom);
  address.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    takeFrom();
  });

  section.querySelector('input[type=file]').addEventListener('change', (event) => {
    const files = [...event.target.files];
    event.target.value = '';
    take(files);
  });
  for (const kind of ['dragenter', 'dragover']) {
    section.addEventListener(kind, (event) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      section.classList.add('over');
    });
  }
  section.addEventListener('dragleave', (event) => {
    if (!section.contains(event.relatedTarget)) section.classList.remove('over');
  });
  section.addEventListener('drop', (event) => {
    section.classList.remove('over');
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    take([...event.dataTransfer.files]);
  });
  // What is pasted into the text is the text's.
  document.addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])].filter((file) => file.type.startsWith('image/'));
    if (!files.length || event.target.closest?.('.ProseMirror')) return;
    event.preventDefault();
    take(files);
  });

  section.addEventListener('click', (event) => {
    const shot = event.target.closest('.shot');
    if (shot && event.target.closest('[data-drop]')) {
      removed = { shot, before: shot.nextElementSibling };
      shot.remove();
      said.textContent = words.removed;
      undo.hidden = false;
      undo.focus();
    } else if (event.target === undo && removed) {
      shots.insertBefore(removed.shot, removed.before?.isConnected ? removed.before : null);
      removed.shot.querySelector('[name=alt]').focus();
      removed = null;
      undo.hidden = true;
      said.textContent = '';
      changed();
    } else if (shot && event.target.closest('.aim')) {
      const box = event.target.closest('.aim').getBoundingClientRect();
      aim(shot, ((event.clientX - box.left) / box.width) * 100, ((event.clientY - box.top) / box.height) * 100);
    }
  });
  section.addEventListener('input', (event) => {
    if (!('focus' in event.target.dataset)) return;
    const shot = event.target.closest('.shot');
    const focus = { x: 50, y: 50, ...stored(shot).focus };
    focus[event.target.dataset.focus] = Number(event.target.value);
    aim(shot, focus.x, focus.y);
  });

  const library = section.querySelector('.library');
  const sought = library.querySelector('input');
  const found = library.querySelector('ul');
  const told = library.querySelector('output');
  const more = library.querySelector('[data-more]');
  let picked = null;
  let asked = 0;

  // Shows what the library has, after what is shown already if `on`.
  async function look(on) {
    const turn = ++asked;
    const from = on ? found.childElementCount : 0;
    const response = await fetch(`${words.upload}?${new URLSearchParams({ q: sought.value, from })}`).catch(() => null);
    if (turn !== asked) return;
    if (!response?.ok) {
      told.textContent = words.broken;
      return;
    }
    const shelf = await response.json();
    if (!on) found.replaceChildren();
    const buttons = shelf.pictures.map(({ picture, src }) => {
      const button = Object.assign(document.createElement('button'), { type: 'button' });
      const image = Object.assign(document.createElement('img'), { src, alt: picture.alt, loading: 'lazy' });
      const text = [picture.caption || picture.alt, picture.credit].filter(Boolean).join(' · ') || `${picture.width} × ${picture.height}`;
      button.append(image, Object.assign(document.createElement('span'), { textContent: text }));
      button.addEventListener('click', () => {
        picked = { picture, src };
        library.close();
      });
      const item = document.createElement('li');
      item.append(button);
      return item;
    });
    found.append(...buttons);
    more.hidden = !shelf.more;
    told.textContent = found.childElementCount ? told.dataset.found.replace('{0}', found.childElementCount) : told.dataset.none;
    if (on) buttons[0]?.firstElementChild.focus();
  }

  // Resolves to { picture, src } of one that was used before, or null.
  function choose() {
    picked = null;
    sought.value = '';
    found.replaceChildren();
    library.showModal();
    look(false);
    return new Promise((resolve) => library.addEventListener('close', () => resolve(picked), { once: true }));
  }

  let pause = 0;
  library.addEventListener('input', (event) => {
    event.stopPropagation();
    clearTimeout(pause);
    pause = setTimeout(() => look(false), 200);
  });
  library.addEventListener('keydown', (event) => event.key === 'Enter' && event.target === sought && event.preventDefault());
  more.addEventListener('click', () => look(true));
  library.querySelector('[data-close]').addEventListener('click', () => library.close());
  section.querySelector('[data-library]').addEventListener('click', async () => {
    const one = await choose();
    if (!one) return;
    const shot = add(one.picture, one.src);
    said.textContent = words.there;
    shot.querySelector('[name=alt]').focus();
    changed();
  });

  // The story's pictures, as they are described at this moment.
  const all = () =>
    [...shots.querySelectorAll('.shot')].map((shot) => ({
      ...stored(shot),
      ...Object.fromEntries(['alt', 'caption', 'credit'].map((name) => [name, shot.querySelector(`[name=${name}]`).value])),
    }));

  for (const shot of shots.querySelectorAll('.shot')) mark(shot);
  window.pictures = { upload, put, all, choose };
})();
