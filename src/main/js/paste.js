// What is pasted from Word, Google Docs, Telegram and the web becomes plain blocks of a story.
const TRACKING = /^(utm_\w+|fbclid|gclid|yclid|ysclid|mc_eid|igshid)$/i;

/** Returns a link without what follows its reader about; null if it leads nowhere safe. */
export function cleanLink(href) {
  try {
    const url = new URL(href);
    if (!/^(https?|mailto|tel):$/.test(url.protocol)) return null;
    // Search engines and messengers wrap the address that is meant.
    const meant = /(^|\.)google\.\w+$/.test(url.hostname) && url.pathname === '/url' && url.searchParams.get('q');
    if (meant) return cleanLink(meant);
    let changed = false;
    for (const name of [...url.searchParams.keys()]) {
      if (TRACKING.test(name)) {
        url.searchParams.delete(name);
        changed = true;
      }
    }
    return changed ? url.href : href;
  } catch {
    return null;
  }
}

/** Word marks the entries of lists as paragraphs of a level; makes lists of them. */
function wordLists(body) {
  for (const first of body.querySelectorAll('p')) {
    if (first.closest('li') || !isWordItem(first)) continue;
    const list = body.ownerDocument.createElement(/^\s*\d+[.)]/.test(first.textContent) ? 'ol' : 'ul');
    first.before(list);
    for (let item = first; item && isWordItem(item); ) {
      const next = item.nextElementSibling;
      const entry = body.ownerDocument.createElement('li');
      item.querySelectorAll('[style*="mso-list"]').forEach((bullet) => bullet.remove());
      strip(item, /^[\s·•o§–-]+(?=\s|\u00a0)|^\s*\d+[.)]\s*/);
      entry.append(item);
      list.append(entry);
      item = next;
    }
  }
}

const isWordItem = (element) => element.matches('p[class^="MsoListParagraph"], p[style*="mso-list"]');

function strip(element, pattern) {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const text = walker.nextNode();
  if (text) text.data = text.data.replace(pattern, '');
}

/** Bold and slanted by style alone, and bold that is none. The page's policy keeps styles from being applied: they are read. */
function styles(body) {
  for (const element of body.querySelectorAll('b, strong, i, em, span')) {
    const style = element.getAttribute('style') ?? '';
    const bold = /font-weight:\s*(bold|[6-9]00)/i.test(style);
    const slanted = /font-style:\s*italic/i.test(style);
    if (element.matches('b, strong') && /font-weight:\s*(normal|400)/i.test(style)) element.replaceWith(...element.childNodes);
    else if (element.matches('span') && (bold || slanted)) {
      const meant = body.ownerDocument.createElement(bold ? 'strong' : 'em');
      meant.append(...element.childNodes);
      element.replaceWith(meant);
    }
  }
}

/** Two line breaks part paragraphs in messengers. */
function paragraphs(html) {
  return /<(p|div|li|td|h\d)[\s>]/i.test(html) ? html : html.replace(/(<br[^>]*>\s*){2,}/gi, '</p><p>');
}

/** Returns pasted HTML as blocks of a story can be read from it. */
export function clean(html) {
  // Our own blocks, cut or copied here, are as they should be.
  if (html.includes('data-pm-slice')) return html;
  const { body } = new DOMParser().parseFromString(paragraphs(html), 'text/html');
  body.querySelectorAll('style, script, meta, link, title, img, svg, iframe, object, o\\:p').forEach((one) => one.remove());
  for (const one of body.querySelectorAll('[data-figure], [data-embed], [data-article], [data-title]')) one.replaceWith(...one.childNodes);
  wordLists(body);
  styles(body);
  for (const link of body.querySelectorAll('a')) {
    const href = cleanLink(link.getAttribute('href') ?? '');
    if (href) link.setAttribute('href', href);
    else link.replaceWith(...link.childNodes);
  }
  for (const block of body.querySelectorAll('p, div, h1, h2, h3, h4, h5, h6')) {
    if (!block.textContent.trim() && !block.querySelector('br, hr, table')) block.remove();
  }
  for (const block of body.querySelectorAll('p')) {
    if (!block.textContent.trim()) block.remove();
  }
  return body.innerHTML;
}

/** Returns pasted text as paragraphs, one for each line that is not empty. */
export function lines(text) {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}
