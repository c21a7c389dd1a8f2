// A link that names an edition shows what it showed then, and says that newer facts exist; one that nobody keeps says so.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test, { after, before } from 'node:test';
import { entente, eventually, open, reply, serve } from './atlas.mjs';

const data = fileURLToPath(new URL('../../data', import.meta.url));
const [NOW, THEN] = ['1999-04-30', '1999-04-29'];
let folder;
let past;

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-editions-'));
  const [old, archive] = [join(folder, 'data'), join(folder, 'archive')];
  cpSync(data, old, { recursive: true });
  const bloc = join(old, 'blocs/asean.toml');
  const text = readFileSync(bloc, 'utf8');
  assert.ok(text.includes(NOW), 'the row that differs');
  writeFileSync(bloc, text.replaceAll(NOW, THEN));
  entente('--data', old, 'bundle', '--archive', archive, '--out', join(folder, 'old'));
  past = readdirSync(archive)[0].replace('.json.gz', '');
  entente('bundle', '--archive', archive, '--out', join(folder, 'site'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** The built site with the editions of the archive. */
const kept = async () => {
  const site = await serve();
  site.faults = (path, response) => {
    if (!path.startsWith('/editions/')) return false;
    return reply(response, 200, readFileSync(join(folder, 'site', path)), path.endsWith('.json') ? 'application/json' : 'application/octet-stream');
  };
  return site;
};
const note = atlas => atlas.page.getByRole('note');
const joined = async (atlas, words) => {
  const panel = await atlas.opened('Cambodia');
  await eventually(async () => assert.match(await panel.innerText(), words));
};

test('a link to a past edition shows its facts, says so, and leads to those of today', async t => {
  const atlas = await open(t, `?blocs=asean&at=2020-01-01&select=KHM&edition=${past}`, { site: await kept() });
  await joined(atlas, /29 April 1999/);
  await eventually(async () => assert.match(await note(atlas).innerText(), new RegExp(`^These are the facts of \\d+ \\w+ \\d{4}, edition ${past}. Newer facts exist.$`)));
  await atlas.set({ at: '2021-01-01' });
  await atlas.linked(new RegExp(`edition=${past}`));
  await note(atlas).getByRole('link').click();
  await atlas.live();
  await joined(atlas, /30 April 1999/);
  assert.equal(await note(atlas).count(), 0);
  await atlas.linked(/at=2021-01-01/);
  assert.doesNotMatch(atlas.link(), /edition/);
});

test('sources and texts are those of the edition too', async t => {
  const site = await kept();
  const atlas = await open(t, `?blocs=asean&select=KHM&edition=${past}`, { site });
  await joined(atlas, /source/i);
  await eventually(() => assert.ok(site.asked.some(path => path.startsWith(`/editions/${past}/sources-`))));
  assert.deepEqual(site.asked.filter(path => /^\/(rows|texts|sources)-/.test(path)), [], 'nothing of today is mixed in');
});

test('an edition that nobody keeps is told, with the facts of today', async t => {
  const atlas = await open(t, '?blocs=asean&select=KHM&edition=00000000', { site: await kept() });
  await joined(atlas, /30 April 1999/);
  assert.match(await note(atlas).innerText(), /^Edition 00000000 of the facts is not kept here. These are the facts of today.$/);
});

test('where the list of editions does not come, the facts of today and a sentence do', async t => {
  const site = await serve();
  site.faults = (path, response) => path.startsWith('/editions/') && reply(response, 503, 'away');
  const atlas = await open(t, `?blocs=asean&select=KHM&edition=${past}`, { site, mayComplain: true });
  await joined(atlas, /30 April 1999/);
  assert.match(await note(atlas).innerText(), /could not be loaded \(503\)/);
});

test('the edition of today needs no note', async t => {
  const site = await kept();
  const { now } = JSON.parse(readFileSync(join(folder, 'site/editions/index.json'), 'utf8'));
  const atlas = await open(t, `?blocs=asean&select=KHM&edition=${now}`, { site });
  await joined(atlas, /30 April 1999/);
  assert.equal(await note(atlas).count(), 0);
});
