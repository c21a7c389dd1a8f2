// The same intersections by UpSet.js: node upsetjs.mjs MEMBERSHIPS.csv OURS.json; NODE_PATH or the folder has @upsetjs/model.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [csv, ours, modules] = process.argv.slice(2);
const { extractCombinations } = createRequire(`${modules}/`)('@upsetjs/model');
const { blocs, from, to } = JSON.parse(readFileSync(ours, 'utf8'));
const compared = new Set(blocs);

/** The first day that a date may mean, as text that sorts. */
const earliest = (date) => date + '-01-01'.slice(date.length === 4 ? 0 : date.length === 7 ? 3 : 6);
const rows = readFileSync(csv, 'utf8').trim().split('\n').slice(1).map((line) => line.split(',')).filter(([bloc, , status]) => compared.has(bloc) && status === 'member')
  .map(([bloc, country, , begins, ends]) => ({ bloc, country, begins: earliest(begins), ends: ends ? earliest(ends) : '9999-12-31' }));

function all() {
  const found = [];
  for (let year = from; year <= to; year++) {
    const day = `${year}-01-01`;
    const elements = new Map();
    for (const { bloc, country, begins, ends } of rows) {
      if (begins > day || day >= ends) continue;
      const element = elements.get(country);
      if (!element) elements.set(country, { country, sets: [bloc] });
      else if (!element.sets.includes(bloc)) element.sets.push(bloc);
    }
    if (elements.size === 0) continue;
    found.push([year, extractCombinations([...elements.values()], { type: 'distinctIntersection' }).combinations]);
  }
  return found;
}

const millis = [];
for (let run = 0; run < 15; run++) {
  const start = performance.now();
  all();
  millis.push(performance.now() - start);
}
const lines = all().flatMap(([year, combinations]) => combinations.filter(({ cardinality }) => cardinality > 0)
  .map(({ sets, cardinality }) => `${year} ${[...sets].map(({ name }) => name).sort().join('+')} ${cardinality}\n`)).sort();
let digest = 0x811c9dc5;
for (const byte of Buffer.from(lines.join(''))) digest = Math.imul(digest ^ byte, 0x01000193) >>> 0;
const { version } = createRequire(`${modules}/`)('@upsetjs/model/package.json');
console.log(JSON.stringify({ name: `UpSet.js ${version}, Node ${process.versions.node}`, parts: lines.length, digest, ms: millis.sort((a, b) => a - b)[7] }));
