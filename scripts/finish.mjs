// Makes a built page ready to be served: styles put into the page (the first picture then waits for one answer only), a sheet of their own beside the stories, scripts minified, names shortened, digests of what is
// really shipped in the file names, a brotli sibling beside every file that gains by it; prints the sizes.
//   node scripts/finish.mjs [folder]
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

import { embed, storyScript } from './embed.mjs';
import { shorten } from './shorten.mjs';

const { buildSync, transformSync } = createRequire(new URL('../tests/package.json', import.meta.url))('esbuild');

const folder = process.argv[2] ?? 'dist';
const path = name => join(folder, name);
const minified = text => transformSync(text, { minify: true, format: 'esm', target: 'es2022' }).code;

// Where browsers take no text for HTML (Trusted Types), the program's own templates go through a policy: the only one that
// `scripts/serve.mjs` lets be made. Nothing of a reader's comes there.
const trusted = script => {
  const own = script.replace(/\.innerHTML = (getStringFromWasm0\([^)]*\));/g, '.innerHTML = ententeMarkup.createHTML($1);');
  const policy = "const ententeMarkup = (rules => globalThis.trustedTypes?.createPolicy('entente', rules) ?? rules)({ createHTML: text => text });\n";
  if (/innerHTML = (?!ententeMarkup)|outerHTML|insertAdjacentHTML/.test(own)) throw new Error('the program writes HTML past its policy: see scripts/finish.mjs');
  return own === script ? script : policy + own;
};

const finishModule = (script, module) => {
  const made = shorten(readFileSync(path(script), 'utf8'), readFileSync(path(module)));
  writeFileSync(path(script), minified(trusted(made.script)));
  writeFileSync(path(module), made.module);
};

const names = readdirSync(folder);
const script = names.find(name => /^entente-web-[0-9a-f]+\.js$/.test(name));
finishModule(script, script.replace('.js', '_bg.wasm'));
for (const module of ['entente-reader', 'entente-overlap', 'entente-press']) finishModule(`${module}.js`, `${module}_bg.wasm`);
for (const name of ['boot.js', 'edition.js']) writeFileSync(path(name), minified(readFileSync(path(name), 'utf8')));

// Trunk's digest is of what it wrote; ours is of what is shipped.
const shipped = createHash('sha256').update(readFileSync(path(script))).update(readFileSync(path(script.replace('.js', '_bg.wasm'))));
const digest = shipped.digest('hex').slice(0, 16);
const known = script.match(/-([0-9a-f]+)\.js$/)[1];
for (const name of names.filter(name => name.includes(known))) renameSync(path(name), path(name.replace(known, digest)));

// The policy lets in just this style and that of the embedded page, by their digests: `scripts/serve.mjs` sends it, and so must whoever hosts the page.
const links = /<link[^>]*rel="stylesheet"[^>]*>/g;
let page = readFileSync(path('index.html'), 'utf8').replaceAll(known, digest);
const sheets = [...page.matchAll(links)].map(([link]) => link.match(/href="\.?\/?([^"]+)"/)[1]);
const own = /<style>([^<]*)<\/style>/g;
const styled = rules => transformSync(rules.join('\n'), { minify: true, loader: 'css' }).code.trim();
const sheet = name => readFileSync(path(name), 'utf8');
const style = styled([...sheets.map(sheet), ...[...page.matchAll(own)].map(([, text]) => text)]);
const storyStyle = styled([...sheets.filter(name => name.startsWith('tokens')), 'story.css'].map(sheet));
[...sheets, 'story.css'].forEach(name => rmSync(path(name)));
page = page.replace(links, '').replace(own, '').replace('</head>', () => `<style>${style}</style></head>`);
writeFileSync(path('index.html'), page);
const letIn = text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const embedStyle = embed(folder, page, minified, styled);
writeFileSync(path('policy.json'), JSON.stringify({ 'style-src': [style, embedStyle].map(letIn).join(' ') }));

// The stories share one sheet and one script, which are kept for ever under their digests.
const storySheet = `story-${createHash('sha256').update(storyStyle).digest('hex').slice(0, 16)}.css`;
writeFileSync(path(join('stories', storySheet)), storyStyle);
const storyCode = storyScript(folder, minified);
for (const name of readdirSync(path('stories')).filter(name => name.endsWith('.html')).map(name => join('stories', name))) {
  writeFileSync(path(name), readFileSync(path(name), 'utf8').replace('href="story.css"', `href="${storySheet}"`).replace('src="story.js"', `src="${storyCode}"`));
}

// `entente export page` puts one of these scripts and all that it would fetch into one file. What could end a script's element in its text is escaped.
const program = script.replace(known, digest);
const modules = [program, ...names.filter(name => /^entente-(?!web)[a-z]+\.js$/.test(name))];
const joined = scripts => {
  const contents = `${modules.map((name, at) => `import * as module${at} from './${name}';`).join('\n')}
    import { stand } from ${JSON.stringify(new URL('../web/one.js', import.meta.url).pathname)};
    stand({ ${modules.map((name, at) => `'${name}': module${at}`).join(', ')} });
    (async () => { ${scripts.map(name => `await import('./${name}');`).join(' ')} })();`;
  const define = { 'import.meta.url': 'document.baseURI' };
  const made = buildSync({ stdin: { contents, resolveDir: resolve(folder) }, bundle: true, minify: true, format: 'esm', target: 'es2022', define, write: false });
  return made.outputFiles[0].text.trim().replace(/<(?=\/script|script|!--)/gi, '\\x3c');
};
writeFileSync(path('entente-one.js'), joined(['boot.js']));
writeFileSync(path('entente-one-embed.js'), joined([readdirSync(folder).find(name => /^embed-[0-9a-f]+\.js$/.test(name)), 'boot.js']));

// What works without a line: the page and all that it may load; not what others load, nor what is only taken away.
const isKept = name => !/^(stories\/|editions\/(?!index\.json))|\.(png|zip|br)$|^(embed.*|oembed\.json|policy\.json|sizes\.json|entente-(map|one|one-embed)\.js)$/.test(name);
const kept = readdirSync(folder, { recursive: true }).sort().filter(name => extname(name) && isKept(name));
const files = kept.map(name => [name.replace(/^index\.html$/, './'), createHash('sha256').update(readFileSync(path(name))).digest('hex').slice(0, 32)]);
const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
const define = { VERSION: JSON.stringify(version), FILES: JSON.stringify(files) };
const worker = readFileSync(new URL('../web/sw.js', import.meta.url), 'utf8');
writeFileSync(path('sw.js'), transformSync(worker, { minify: true, target: 'es2022', define }).code);

const gains = new Set(['.html', '.js', '.css', '.wasm', '.svg', '.bin', '.json', '.geojson']);
const rows = [];
for (const name of readdirSync(folder, { recursive: true }).sort().filter(name => gains.has(extname(name)) && name !== 'sizes.json')) {
  const raw = readFileSync(path(name));
  const packed = brotliCompressSync(raw, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length },
  });
  writeFileSync(path(`${name}.br`), packed);
  rows.push({ name, raw: raw.length, brotli: packed.length });
}

// What a first visit fetches: the page and whatever it names. Finer shapes, texts, the overlap desk and the GeoJSON reader come only when asked for.
const loads = [...page.matchAll(/<(?:link|script)[^>]*>/g)].filter(([tag]) => !/rel="(?:alternate|canonical)"/.test(tag)).join('');
const named = [...loads.matchAll(/(?:href|src|data-module|data-wasm)="\.?\/?([^":]+)"/g)].map(match => match[1]);
const first = rows.filter(row => row.name === 'index.html' || named.includes(row.name));
const total = first.reduce((sum, row) => sum + row.brotli, 0);
const kilobytes = bytes => (bytes / 1000).toFixed(1).padStart(8);
for (const row of rows) {
  console.log(`${kilobytes(row.raw)} KB ${kilobytes(row.brotli)} KB brotli  ${first.includes(row) ? '•' : ' '} ${row.name}`);
}
console.log(`${''.padStart(11)} ${kilobytes(total)} KB brotli  first visit (•)`);
writeFileSync(path('sizes.json'), JSON.stringify({ first_visit_brotli: total, files: rows }, null, 1));
