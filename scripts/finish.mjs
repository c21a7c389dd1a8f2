// Minifies the scripts of a built page, writes a brotli sibling beside every file that gains by it, and prints the sizes.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const { transformSync } = createRequire(new URL('../tests/package.json', import.meta.url))('esbuild');

const folder = process.argv[2] ?? 'dist';
const gains = new Set(['.html', '.js', '.css', '.wasm', '.svg', '.bin', '.json', '.geojson']);
const rows = [];
for (const name of readdirSync(folder).sort()) {
  if (!gains.has(extname(name))) continue;
  const path = join(folder, name);
  if (name.endsWith('.js')) {
    const { code } = transformSync(readFileSync(path, 'utf8'), { minify: true, format: 'esm', target: 'es2022' });
    writeFileSync(path, code);
  }
  const raw = readFileSync(path);
  const packed = brotliCompressSync(raw, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length },
  });
  writeFileSync(join(folder, `${name}.br`), packed);
  rows.push({ name, raw: raw.length, brotli: packed.length });
}

// What a first visit fetches: the page and whatever it names. Finer shapes and the GeoJSON reader come only when asked for.
const page = readFileSync(join(folder, 'index.html'), 'utf8');
const named = [...page.matchAll(/(?:href|src|data-module|data-wasm)="\.?\/?([^":]+)"/g)].map(match => match[1]);
const first = rows.filter(row => row.name === 'index.html' || named.includes(row.name));
const total = first.reduce((sum, row) => sum + row.brotli, 0);
const kilobytes = bytes => (bytes / 1000).toFixed(1).padStart(8);
for (const row of rows) {
  console.log(`${kilobytes(row.raw)} KB ${kilobytes(row.brotli)} KB brotli  ${first.includes(row) ? '•' : ' '} ${row.name}`);
}
console.log(`${''.padStart(11)} ${kilobytes(total)} KB brotli  first visit (•)`);
writeFileSync(join(folder, 'sizes.json'), JSON.stringify({ first_visit_brotli: total, files: rows }, null, 1));
