// Asks which rate a story is to show as a chart.
import { dialogue, line } from './dialog.js';

const RATES = '/newsroom/stories/rates';
const SPANS = ['week', 'month', 'year'];

function select(name, options, value) {
  const select = Object.assign(document.createElement('select'), { name });
  select.append(...options.map(([own, text]) => new Option(text, own, false, String(own) === String(value))));
  return select;
}

function tell(title, text, words) {
  const note = Object.assign(document.createElement('p'), { className: 'note', textContent: text });
  return dialogue(title, [note], () => null, words);
}

async function rates() {
  const response = await fetch(RATES);
  if (!response.ok) throw new Error(response.status);
  return (await response.json()).series;
}

/** Returns the attributes of a chart; null if none was chosen. */
export async function chooseChart(before, words) {
  let known;
  try {
    known = await rates();
  } catch {
    return tell(words.chart, words['chart.lost'], words);
  }
  if (!known.length) return tell(words.chart, words['chart.none'], words);
  const series = select('series', known.map(({ id, name }) => [id, name]), before?.series);
  const span = select('span', SPANS.map((own) => [own, words[`chart.${own}`]]), before?.span);
  const title = Object.assign(document.createElement('input'), { name: 'title', required: true, maxLength: 300, value: before?.title ?? '' });
  const proposed = () => `${series.selectedOptions[0].text}: ${span.selectedOptions[0].text.toLowerCase()}`;
  let own = Boolean(before);
  const propose = () => own || (title.value = proposed());
  title.addEventListener('input', () => (own = true));
  series.addEventListener('change', propose);
  span.addEventListener('change', propose);
  propose();
  const lines = [line(words['chart.series'], series), line(words['chart.span'], span), line(words['chart.title'], title)];
  return dialogue(words.chart, lines, () => ({ series: Number(series.value), span: span.value, title: title.value.trim() || proposed() }), words);
}
