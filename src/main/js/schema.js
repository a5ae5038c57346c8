// The blocks of a story, as the server stores and checks them: a document of schema 2.
import { Schema } from 'prosemirror-model';
import { tableNodes } from 'prosemirror-tables';

export const SCHEMA = 2;

// What may also stand within quotations, lists and tables.
const INNER = 'block inner';

const text = (content) => ({ content: 'inline*', group: INNER, ...content });
const own = (name) => (dom) => JSON.parse(dom.dataset[name]);
const safe = (href) => /^(https?:|mailto:|tel:|\/(?!\/))/i.test(href);

const tables = tableNodes({ tableGroup: INNER, cellContent: 'inner+', cellAttributes: {} });
for (const cell of [tables.table_cell, tables.table_header]) delete cell.attrs.colwidth;

const nodes = {
  doc: { content: 'block+', attrs: { schema: { default: SCHEMA } } },
  paragraph: text({ parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] }),
  heading: text({
    attrs: { level: { default: 2 } },
    defining: true,
    parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.min(4, Math.max(2, level)) } })),
    toDOM: (node) => [`h${node.attrs.level}`, 0],
  }),
  blockquote: {
    content: 'inner+',
    group: INNER,
    attrs: { attribution: { default: null }, link: { default: null } },
    defining: true,
    parseDOM: [{ tag: 'blockquote', getAttrs: (dom) => ({ attribution: dom.dataset.attribution ?? null, link: dom.dataset.link ?? null }) }],
    toDOM: ({ attrs: { attribution, link } }) => ['blockquote', { 'data-attribution': attribution, 'data-link': link }, 0],
  },
  ordered_list: {
    content: 'list_item+',
    group: `${INNER} list`,
    attrs: { order: { default: 1 } },
    parseDOM: [{ tag: 'ol', getAttrs: (dom) => ({ order: dom.start ?? 1 }) }],
    toDOM: ({ attrs }) => ['ol', { start: attrs.order === 1 ? null : attrs.order }, 0],
  },
  bullet_list: { content: 'list_item+', group: `${INNER} list`, parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
  list_item: { content: 'inner+', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
  horizontal_rule: { group: INNER, parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
  ...tables,
  figure: {
    group: 'block',
    attrs: { hash: {}, width: {}, height: {}, color: {}, alt: { default: '' }, caption: { default: '' }, credit: { default: '' }, focus: { default: null } },
    parseDOM: [{ tag: 'figure[data-figure]', getAttrs: own('figure') }],
    toDOM: ({ attrs }) => [
      'figure',
      { 'data-figure': JSON.stringify(attrs) },
      ['img', { src: `/media/${attrs.hash}-${Math.min(640, attrs.width)}.webp`, alt: attrs.alt, width: attrs.width, height: attrs.height }],
      ['figcaption', [attrs.caption, attrs.credit].filter(Boolean).join(' ')],
    ],
  },
  embed: {
    group: 'block',
    attrs: { url: {}, provider: { default: 'other' }, title: { default: '' } },
    parseDOM: [{ tag: 'p[data-embed]', getAttrs: own('embed'), priority: 60 }],
    toDOM: ({ attrs }) => ['p', { 'data-embed': JSON.stringify(attrs), class: 'embed' }, `▶ ${attrs.title || attrs.url}`],
  },
  factbox: {
    content: '(paragraph | list)+',
    group: 'block',
    attrs: { title: {} },
    defining: true,
    isolating: true,
    parseDOM: [{ tag: 'aside[data-title]', getAttrs: (dom) => ({ title: dom.dataset.title }) }],
    toDOM: ({ attrs }) => ['aside', { class: 'factbox', 'data-title': attrs.title }, ['div', 0]],
  },
  story_link: {
    group: 'block',
    attrs: { article: {} },
    parseDOM: [{ tag: 'p[data-article]', getAttrs: (dom) => ({ article: Number(dom.dataset.article) }), priority: 60 }],
    toDOM: ({ attrs }) => ['p', { 'data-article': attrs.article, class: 'embed' }, `→ № ${attrs.article}`],
  },
  rate_chart: {
    group: 'block',
    attrs: { series: {}, span: { default: 'week' }, title: {} },
    parseDOM: [{ tag: 'p[data-chart]', getAttrs: own('chart'), priority: 60 }],
    toDOM: ({ attrs }) => ['p', { 'data-chart': JSON.stringify(attrs), class: 'embed' }, `↗ ${attrs.title}`],
  },
  text: { group: 'inline' },
  hard_break: { inline: true, group: 'inline', selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
};

const mark = (name, ...tags) => ({ parseDOM: tags.map((tag) => ({ tag })), toDOM: () => [name, 0] });

const marks = {
  link: {
    attrs: { href: {} },
    inclusive: false,
    parseDOM: [{ tag: 'a[href]', getAttrs: (dom) => safe(dom.getAttribute('href')) && { href: dom.getAttribute('href') } }],
    toDOM: ({ attrs }) => ['a', { href: attrs.href }, 0],
  },
  strong: mark('strong', 'strong', 'b'),
  em: mark('em', 'em', 'i'),
  strike: mark('s', 's', 'del', 'strike'),
  sub: { ...mark('sub', 'sub'), excludes: 'sup' },
  sup: { ...mark('sup', 'sup'), excludes: 'sub' },
};

export const schema = new Schema({ nodes, marks });

export { safe };
