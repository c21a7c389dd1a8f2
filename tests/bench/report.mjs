// The runner's results as docs/performance.md: ours beside the best peers, as ratios.
//   node tests/bench/report.mjs results.json OUT.md
import { readFileSync, writeFileSync } from 'node:fs';

const [from, to] = process.argv.slice(2);
const { meta, results } = JSON.parse(readFileSync(from, 'utf8'));

// A sample during which others used more of a core than this is not counted, unless there is no other.
const QUIET = 0.3;
const ours = results.entente;
const rivals = Object.values(results).filter(result => !result.extra && result.name !== 'svgmap');
const near = rivals.filter(({ name }) => name.startsWith('d3-') || name === 'leaflet');

const median = values => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
};

/** What a page needs for a figure: the median of its quiet samples. */
const value = (result, { phase = 'load', part, get, rate, exact }) => {
  const samples = (result?.[phase] ?? []).map(run => (part ? run[part] : run)).filter(Boolean);
  const all = samples.map(sample => ({ value: get(sample), foreign: exact ? 0 : (sample.foreign ?? 0) })).filter(({ value }) => Number.isFinite(value));
  if (all.length === 0) return null;
  const quiet = all.filter(({ foreign }) => foreign <= QUIET);
  const number = median((quiet.length ? quiet : all).map(({ value }) => value));
  return { number, loud: quiet.length === 0, runs: quiet.length || all.length, cost: rate ? 1 / number : number };
};

const motion = (part, name) => [
  { name: `${name}: a frame to the next on screen, median`, unit: 'ms', part, get: run => run.iv50, tick: true },
  { name: `${name}: a frame to the next on screen, 95th percentile`, unit: 'ms', part, get: run => run.iv95, tick: true },
  { name: `${name}: main thread a frame`, unit: 'ms', part, get: run => run.main50 },
  { name: `${name}: main thread a frame, 95th percentile`, unit: 'ms', part, get: run => run.main95 },
  { name: `${name}: processor a step, all threads`, unit: 'ms', part, get: run => run.rgCpuPerStep },
];
const FIGURES = [
  { group: 'Loading' },
  { name: 'code and data together, brotli', unit: 'KB', get: run => run.bytes?.total / 1000, exact: true },
  { name: 'code', unit: 'KB', get: run => run.bytes?.code / 1000, exact: true },
  { name: 'data', unit: 'KB', get: run => run.bytes?.data / 1000, exact: true },
  { name: 'ready', unit: 'ms', get: run => run.ready },
  { name: 'ready, processor slowed 4×, slow line', unit: 'ms', phase: 'slow', get: run => run.ready },
  { name: 'main thread until ready', unit: 'ms', get: run => run.main?.task },
  { name: 'private memory of the renderer', unit: 'MB', get: run => run.mem?.renderer },
  { group: 'Moving' },
  ...motion('pan', 'pan'),
  ...motion('pan4', 'pan at 4×'),
  ...motion('zoom', 'zoom'),
  { group: 'Answering' },
  { name: 'hover: shown, median', unit: 'ms', part: 'hover', get: run => run.pres50 },
  { name: 'hover: shown, 95th percentile', unit: 'ms', part: 'hover', get: run => run.pres95 },
  { name: 'hover: main thread', unit: 'ms', part: 'hover', get: run => run.main50 },
  { name: 'recolour: shown, median', unit: 'ms', part: 'recolor', get: run => run.pres50 },
  { name: 'recolour: shown, 95th percentile', unit: 'ms', part: 'recolor', get: run => run.pres95 },
  { name: 'recolour: main thread', unit: 'ms', part: 'recolor', get: run => run.main50 },
  { name: 'recolour back to back', unit: 'frames/s', part: 'recolor', get: run => run.scrubFps, rate: true, tick: true },
  { name: 'recolour back to back: processor a step', unit: 'ms', part: 'recolor', get: run => run.scrubCpu },
];

const best = (pages, figure) => {
  const found = pages.map(page => ({ page: page.name, ...value(page, figure) })).filter(({ number }) => Number.isFinite(number));
  return found.toSorted((a, b) => a.cost - b.cost)[0] ?? null;
};
// Frames come in ticks: two that both make every tick are alike, whatever the last digit says.
const ratio = (own, other, figure) => {
  if (!own || !other || other.cost === 0) return null;
  const exact = own.cost / other.cost;
  return figure.tick && Math.abs(exact - 1) < 0.05 ? 1 : exact;
};
const digits = number => (number >= 100 ? number.toFixed(0) : number.toFixed(1));
const shown = found => (found ? `${digits(found.number)}${found.loud ? '\\*' : ''}` : '–');
const times = number => (number === null ? '–' : number > 1.05 ? `**${number.toFixed(2)}**` : number.toFixed(2));
const against = found => (found ? `${found.page} ${shown(found)}` : '–');

const rows = FIGURES.map(figure => {
  if (figure.group) return figure;
  const own = value(ours, figure);
  const [nearest, first] = [best(near, figure), best(rivals, figure)];
  return { ...figure, own, nearest, first, toNear: ratio(own, nearest, figure), toFirst: ratio(own, first, figure) };
});

const table = rows.map(row => row.group
  ? `| **${row.group}** | | | | | |`
  : `| ${row.name} | ${row.unit} | ${shown(row.own)} | ${against(row.nearest)} | ${times(row.toNear)} | ${against(row.first)} (${times(row.toFirst)}) |`);

const told = row => `- ${row.name}: ${shown(row.own)} ${row.unit}, ${row.nearest.page} ${shown(row.nearest)} (${row.toNear.toFixed(2)} times).`;
const list = (items, none) => (items.length ? items.map(told).join('\n') : none);
const measured = rows.filter(row => Number.isFinite(row.toNear));
const slower = measured.filter(row => row.toNear > 1.05);
const halved = measured.filter(row => row.toNear <= 0.5);

/** The page that readers get: coarse shapes, all panels, a picture before the program. */
const visit = () => {
  const { 'entente-page': page, 'entente-picture': picture, blank } = results;
  const plain = { get: run => run.ready };
  const slow = { ...plain, phase: 'slow' };
  const d3 = figure => best(rivals.filter(({ name }) => name.startsWith('d3-')), figure);
  const row = (name, result) => `| ${name} | ${shown(value(result, plain))} | ${shown(value(result, slow))} |`;
  const bytes = page?.load?.[0]?.bytes;
  const after = [value(picture, slow), value(blank, slow)];
  return `| on screen, ms after the visit began | fast | slowed |
|---|--:|--:|
${row('a blank page', blank)}
${row('our picture of the map', picture)}
${row('our live map', page)}
| the first of the d3 pages | ${against(d3(plain))} | ${against(d3(slow))} |

${bytes ? `A first visit fetches ${digits(bytes.total / 1000)} KB: ${digits(bytes.code / 1000)} of page, style and program, ${digits(bytes.data / 1000)} of facts and shapes.` : ''}
${after.every(Boolean) ? `On the slow line the picture comes ${(after[0].number - after[1].number).toFixed(0)} ms after a blank page would.` : ''}`;
};

const right = result => {
  const run = result?.load?.[0];
  if (!run?.verify) return '';
  const hits = check => (check?.checked ? `${check.checked - check.wrong} of ${check.checked}` : 'none');
  const wanted = run.click === '076' ? 'told of the country' : 'told nothing';
  const errors = [...new Set(result.load.flatMap(({ errors }) => errors ?? []))];
  return `Ours was checked like every peer: ${hits(run.verify)} interior points had the right colour, ${hits(run.verifyRecolor)} after a change of classes, `
    + `${run.hover ? run.hover.points - run.hover.missed : 0} of ${run.hover?.points ?? 0} hovered countries answered by their own id, a click ${wanted}${errors.length ? `; errors: ${errors.join('; ')}` : ''}.`;
};

const versions = Object.entries(meta.versions ?? {}).map(([name, version]) => `${name} ${version}`).join(', ');
const runs = Math.max(...Object.values(results).map(({ load }) => load.length));
const isLoud = rows.some(row => [row.own, row.nearest, row.first].some(found => found?.loud));
const none = near.length === 0 ? 'No peer was measured in this run.' : 'None of the figures.';
writeFileSync(to, `# How fast the map is

Written by \`scripts/bench\` on ${meta.started.slice(0, 10)}. Do not edit it: run the benchmark again.

Ours and the peers were measured in one run, ${runs} ${runs === 1 ? 'time' : 'times'} each in turn, in Chromium ${meta.chromium} without a window, on ${meta.cores} cores without a graphics
card (software rendering). All draw the same world (1:50 000 000, ${meta.info?.['50m']?.features ?? 241} shapes, ${meta.info?.['50m']?.points ?? 99565} points) at 1200 × 700 px. Each number is the median of the
samples during which others used less than a third of one core${isLoud ? '; \\* marks those of which none was undisturbed' : ''}. *Slowed* means a processor four times slower and a line of 180 kB/s with
562 ms to the first byte.

**Ours ÷ peer: below 1 we are faster or smaller, above 1 (bold) slower or larger.**

| figure | unit | ours | best of d3 and Leaflet | ours ÷ it | best of all peers (ours ÷ it) |
|---|---|--:|---|--:|---|
${table.join('\n')}

## Where we are slower or larger than the best of d3 and Leaflet

${list(slower, none)}

## Where we need half or less of it

${list(halved, none)}

## The page that readers get

The table above is of the bare map with every point of the world, as the peers draw it. The page itself opens with coarser shapes, all its
panels and the facts; it shows a picture of the map before its program has come.

${visit()}

## Method

${right(ours)}
Our page is built like the shipped one, with a door for the benchmark by which countries are given classes; they are painted by the code
that paints views. Its map has what the shipped one has (graticule, dots for the smallest states, a note beside the pointer), the rest
of the page is hidden. It reads every point of the original TopoJSON, like the pages named -topo, in a form of its own. Equal Earth in ours, Natural Earth in d3's, plate carrée in Leaflet's, OpenLayers's and ECharts's.

- **ready**: two frames after the first complete map. **On screen**: from tracing, frames that reached the screen. **Main thread a frame**: median
  time of its tasks between two frames. **Processor a step**: renderer and compositor process, all threads.
- **Pan**: a closed drag of 120 moves, 60 a second. **Zoom**: 20 turns of the wheel in, 20 out. **Hover**: 60 countries, from the pointer's event.
  **Recolour**: all countries change class, 30 times with pauses, then 60 times back to back.
- A frame comes every 16.7 ms at best: intervals and frames a second that differ by less than 5 % are told as equal.
- Leaflet thins its shapes to about a pixel, and moves a finished canvas while it is dragged; so do we.
- svgmap is left out: it draws a much coarser map of its own.

Versions: ${versions}.
`);
console.log(`wrote ${to}`);
