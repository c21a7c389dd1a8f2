// Makes what the benchmark shows of ours: the peers' world as data for us, a page with nothing but the map, the shipped page with a mark.
//   node tests/bench/prepare.mjs data PEERS OUT                a data folder with the peers' shapes in place of ours
//   node tests/bench/prepare.mjs page WASM-DIR BUNDLE-DIR OUT  the page with nothing but the map
//   node tests/bench/prepare.mjs shipped DIST OUT              the shipped page, marked
import { cpSync, copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

import { shorten } from '../../scripts/shorten.mjs';

const { transformSync } = createRequire(new URL('../package.json', import.meta.url))('esbuild');

const minified = text => transformSync(text, { minify: true, format: 'esm', target: 'es2022' }).code;
const own = name => new URL(`page/${name}`, import.meta.url);
const [what, ...args] = process.argv.slice(2);

// Shapes whose ids in the benchmark are no numeric codes.
const NAMED = { Somaliland: 'SOL', Kosovo: 'XKX', 'N. Cyprus': 'CYN', 'Siachen Glacier': 'KAS' };

// The benchmark names shapes by numeric code, and by counting where there is none or it comes twice.
const withIds = features => {
  const seen = new Set();
  let unnamed = 0;
  return features.map(feature => {
    let id = feature.id ?? `x${++unnamed}`;
    while (seen.has(id)) id = `d${id}`;
    seen.add(id);
    return { ...feature, id };
  });
};

const alpha3OfNumeric = () => {
  const codes = {};
  for (const block of readFileSync('data/countries.toml', 'utf8').split(/^(?=\[)/m)) {
    const [, code] = block.match(/^\[(\w+)\]/) ?? [];
    const [, numeric] = block.match(/^numeric = "(\d+)"/m) ?? [];
    if (numeric) codes[numeric] = code;
  }
  return codes;
};

// The source cuts a hole of a hundred metres around the South Pole, wound so that it would be the shape: it is no place.
const withoutPole = geometry => {
  const atPole = ring => ring.every(([, lat]) => lat < -89.9);
  const coordinates = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return { type: 'MultiPolygon', coordinates: coordinates.map(rings => rings.filter(ring => !atPole(ring))) };
};

const world = peers => {
  const need = createRequire(join(resolve(peers), 'package.json'));
  const topology = JSON.parse(readFileSync(need.resolve('world-atlas/countries-50m.json')));
  const codes = alpha3OfNumeric();
  return withIds(need('topojson-client').feature(topology, topology.objects.countries).features).map(feature => {
    const { name } = feature.properties;
    const code = codes[feature.id] ?? NAMED[name] ?? feature.id;
    return { id: feature.id, code, name, geometry: withoutPole(feature.geometry) };
  });
};

const data = (peers, out) => {
  rmSync(out, { recursive: true, force: true });
  cpSync('data', out, { recursive: true });
  const shapes = world(peers);
  const features = shapes.map(({ code, name, geometry }) => ({ type: 'Feature', properties: { code, name }, geometry }));
  writeFileSync(join(out, 'geometry/world.geojson'), JSON.stringify({ type: 'FeatureCollection', features }));
  const ids = Object.fromEntries(shapes.filter(({ code, id }) => code !== id).map(({ code, id }) => [code, id]));
  writeFileSync(join(out, 'ids.json'), JSON.stringify(ids));
};

const named = (folder, pattern) => readdirSync(folder).find(name => pattern.test(name));

// Our page's own head and loader, without the first picture: nothing of it would be seen beside the peers.
const page = (wasm, bundle, out) => {
  mkdirSync(out, { recursive: true });
  const html = readFileSync('web/index.html', 'utf8');
  const styles = [...html.matchAll(/rel="css" href="([^"]+)"/g)].map(([, path]) => path);
  for (const style of styles) copyFileSync(join('web', style), join(out, style.split('/').pop()));
  // As scripts/finish.mjs does for the shipped page.
  const made = shorten(readFileSync(join(wasm, 'entente-web.js'), 'utf8'), readFileSync(join(wasm, 'entente-web_bg.wasm')));
  writeFileSync(join(out, 'entente-web.js'), minified(made.script));
  writeFileSync(join(out, 'entente-web_bg.wasm'), made.module);
  const [facts, coarse] = ['facts', 'coarse'].map(name => named(bundle, new RegExp(`^${name}-`)));
  const later = ['rows', 'texts', 'sources'].map(name => [name, named(bundle, new RegExp(`^${name}-`))]);
  for (const file of [facts, coarse, ...later.map(([, file]) => file)]) copyFileSync(join(bundle, file), join(out, file));
  writeFileSync(join(out, 'boot.js'), minified(readFileSync('web/boot.js', 'utf8')));
  copyFileSync(own('bench.css'), join(out, 'bench.css'));
  const ids = readFileSync(join(bundle, 'ids.json'), 'utf8');
  const hook = readFileSync(own('bench.js'), 'utf8').replace('const IDS = {};', `const IDS = ${ids};`);
  writeFileSync(join(out, 'bench.js'), minified(hook));
  const sheets = [...styles.map(style => style.split('/').pop()), 'bench.css'];
  writeFileSync(join(out, 'index.html'), `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Entente, benchmarked</title><link rel="icon" href="data:,">
${sheets.map(sheet => `<link rel="stylesheet" href="./${sheet}">`).join('\n')}
<link rel="preload" as="fetch" crossorigin data-entente="facts" href="./${facts}">
<link rel="preload" as="fetch" crossorigin data-entente="coarse" href="./${coarse}">
${later.map(([name, file]) => `<meta data-entente="${name}" content="./${file}">`).join('\n')}
<link rel="preload" as="fetch" crossorigin href="/data/groups.json">
<link rel="modulepreload" href="./entente-web.js"><link rel="preload" href="./entente-web_bg.wasm" as="fetch" type="application/wasm" crossorigin>
<script type="module" src="./bench.js"></script>
<script type="module" src="./boot.js" data-module="./entente-web.js" data-wasm="./entente-web_bg.wasm"></script>
</head><body><div id="info"></div></body></html>
`);
};

// In the page right behind the first picture: two frames later it is on the screen.
const PICTURE = `<script>window.bench = { name: 'entente-picture', ready: new Promise(resolve => requestAnimationFrame(() =>
requestAnimationFrame(() => { performance.mark('map-ready'); resolve(); }))) };</script>`;

const shipped = (dist, out) => {
  rmSync(out, { recursive: true, force: true });
  cpSync(dist, out, { recursive: true, filter: path => !path.endsWith('.br') });
  copyFileSync(own('shown.js'), join(out, 'shown.js'));
  const html = readFileSync(join(out, 'index.html'), 'utf8');
  const put = (name, mark, text) => {
    if (!html.includes(mark)) throw new Error(`${dist}/index.html has no ${mark}: build it with scripts/build`);
    writeFileSync(join(out, name), html.replace(mark, text));
  };
  put('picture.html', '</svg>', `</svg>${PICTURE}`);
  put('index.html', '<script type="module"', '<script type="module" src="./shown.js"></script><script type="module"');
};

await { data, page, shipped }[what](...args);
