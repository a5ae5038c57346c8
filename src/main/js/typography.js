// Quotation marks, dashes and spaces as a language writes them, made while one types; one step
// backwards takes each back.
import { InputRule } from 'prosemirror-inputrules';

const QUOTES = { kk: ['«', '»', '„', '“'], ru: ['«', '»', '„', '“'], en: ['“', '”', '‘', '’'] };
const OPENS = /(^|[\s(\[{–—«„“‘\u00a0])$/;
const NBSP = '\u00a0';

/** Tells whether a quotation is open before a place in its block. */
function open(before, [opening, closing]) {
  return before.lastIndexOf(opening) > before.lastIndexOf(closing);
}

export function typography(language) {
  const marks = QUOTES[language] ?? QUOTES.en;
  const outer = marks.slice(0, 2);
  const inner = marks.slice(2);
  const before = (state, at) => state.doc.resolve(at).parent.textBetween(0, state.doc.resolve(at).parentOffset, null, '\ufffc');
  const rules = [
    new InputRule(/"$/, (state, match, start, end) => {
      const text = before(state, start);
      const pair = open(text, outer) && (OPENS.test(text) || open(text, inner)) ? inner : outer;
      return state.tr.insertText(pair[OPENS.test(text) ? 0 : 1], start, end);
    }),
    new InputRule(/\.\.\.$/, '…'),
  ];
  if (language === 'en') {
    rules.push(new InputRule(/'$/, (state, match, start, end) => state.tr.insertText(OPENS.test(before(state, start)) ? '‘' : '’', start, end)));
    rules.push(new InputRule(/(\w)--$/, (state, match, start, end) => state.tr.insertText(`${match[1]}—`, start, end)));
  }
  rules.push(new InputRule(/ --? $/, (state, match, start, end) => state.tr.insertText(`${NBSP}– `, start, end)));
  rules.push(new InputRule(/--$/, '–'));
  // A number stays with what it counts.
  rules.push(new InputRule(/(\d) (%|₸|₽|\$|€|км|кг|г\.|тг|km|kg)$/, (state, match, start, end) => state.tr.insertText(`${match[1]}${NBSP}${match[2]}`, start, end)));
  return rules;
}
