// docs/hosting.md says what scripts/serve.mjs sends, in every recipe.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { builtFile, dist, serve } from './atlas.mjs';

const text = readFileSync(new URL('../../docs/hosting.md', import.meta.url), 'utf8');
const block = name => text.match(new RegExp(`\`\`\`${name}\n([^]*?)\`\`\``))[1];
const styles = JSON.parse(readFileSync(join(dist, 'policy.json'), 'utf8'))['style-src'];
/** What the file is and the line add by themselves. */
const OWN = ['content-type', 'content-length', 'content-encoding', 'cache-control', 'date', 'connection', 'keep-alive', 'x-size', 'transfer-encoding'];
const sent = async path => {
  const { headers, status } = await fetch((await serve()).origin + path);
  assert.equal(status, 200, path);
  return headers;
};

test('every header that is sent stands in the list and in each recipe, word for word, and no other', async () => {
  const headers = await sent('/');
  const known = Object.fromEntries([...headers].filter(([name]) => !OWN.includes(name)).map(([name, value]) => [name, value.replace(styles, 'STYLES')]));
  const listed = Object.fromEntries(block('http').trim().split('\n').map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
  assert.deepEqual(listed, known);
  for (const [name, value] of Object.entries(known)) for (const recipe of ['nginx', 'caddy']) assert.ok(block(recipe).includes(`${name} "${value}"`), `${recipe}: ${name}`);
});

test('files named by their digest are kept for ever, others asked for again, as the recipes have it', async () => {
  const pattern = new RegExp(block('nginx').match(/~(\S+)\s+"public/)[1]);
  for (const recipe of ['caddy', 'sh']) assert.ok(block(recipe).includes(pattern.source), recipe);
  const digested = ['entente-web-', 'facts-', 'coarse-', 'embed-'].map(start => builtFile(start, start === 'entente-web-' ? '.wasm' : start === 'embed-' ? '.js' : '.bin'));
  for (const name of [...digested, 'index.html', 'embed.html', 'boot.js', 'entente-map.js', 'policy.json']) {
    const cache = (await sent(`/${name}`)).get('cache-control');
    assert.equal(cache, pattern.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache', name);
    assert.equal(pattern.test(name), digested.includes(name), name);
  }
});

test('the policy lets no code in but our own, and takes no text for HTML', async () => {
  const policy = (await sent('/embed.html')).get('content-security-policy');
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:/);
  assert.match(policy, /require-trusted-types-for 'script'; trusted-types entente entente-worker;/);
});
