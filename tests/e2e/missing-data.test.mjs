// Lines break and files go missing: the page says so in a sentence, keeps its first picture and table, and a retry mends it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { PLACES, builtFile, dist, eventually, open, reply, serve } from './atlas.mjs';

const FACTS = builtFile('facts-', '.bin');
const SHAPES = builtFile('coarse-', '.bin');
const FINE = builtFile('fine-', '.bin');
const ROWS = builtFile('rows-', '.bin');
const TEXTS = builtFile('texts-', '.bin');
const PROGRAM = builtFile('entente-web-', '.wasm');

const missing = name => (path, response) => path.endsWith(name) && reply(response, 404, 'There is no such file here.');

/** Half of a file, with a length that says so: a file cut off at its source. */
const halved = name => (path, response) => {
  if (!path.endsWith(name)) return false;
  const bytes = readFileSync(join(dist, name));
  return reply(response, 200, bytes.subarray(0, bytes.length >> 1), 'application/octet-stream');
};

/** A line that breaks in the middle. */
const broken = name => (path, response) => {
  if (!path.endsWith(name)) return false;
  const bytes = readFileSync(join(dist, name));
  response.writeHead(200, { 'content-length': bytes.length, 'content-type': 'application/octet-stream', 'cache-control': 'no-store' });
  response.write(bytes.subarray(0, bytes.length >> 1), () => setTimeout(() => response.destroy(), 50));
  return true;
};

/** The picture, the sentence and the table that came with the page are in sight. */
const stands = async atlas => {
  assert.match(await atlas.sentence(), /countries are in both CPTPP and RCEP/);
  const picture = atlas.page.getByRole('img');
  const box = await picture.first().boundingBox();
  assert.ok(box && box.width > 300 && box.height > 150, 'the first picture stays');
  await atlas.table.getByRole('rowheader', { name: 'Singapore' }).waitFor({ state: 'attached' });
};

const faults = [
  ['the facts are missing', missing(FACTS)],
  ['the shapes are missing', missing(SHAPES)],
  ['the program is missing', missing(PROGRAM)],
  ['the facts are cut off', halved(FACTS)],
  ['the shapes are cut off', halved(SHAPES)],
  ['the line breaks within the facts', broken(FACTS)],
  ['the line breaks within the program', broken(PROGRAM)],
  ['the server is overloaded', (path, response) => path.endsWith(FACTS) && reply(response, 503, 'busy')],
];
for (const [what, fault] of faults) {
  test(`where ${what}, a sentence says so, and trying again works once it is mended`, async t => {
    const site = await serve();
    site.faults = fault;
    const atlas = await open(t, '', { site, wait: 'nothing', mayComplain: true });
    const retry = atlas.page.getByRole('button', { name: 'Try again' });
    await retry.waitFor();
    const words = await eventually(async () => {
      const words = await atlas.page.getByRole('status').filter({ has: retry }).innerText();
      assert.match(words, /could not be loaded/);
      return words;
    });
    assert.doesNotMatch(words, /undefined|\[object|panicked|unwrap/, 'the sentence is for people');
    await stands(atlas);
    const box = await retry.boundingBox();
    assert.ok(box.height >= 24 && box.width >= 24, 'the button is large enough');

    await retry.click();
    await eventually(async () => assert.ok(await retry.isVisible(), 'it fails again and offers to try again'));
    site.faults = () => false;
    await retry.click();
    await eventually(async () => assert.ok(await atlas.map.isVisible()), 10_000);
    await atlas.live();
    assert.match(await atlas.sentence(), /countries are in both CPTPP and RCEP/);
    await atlas.click(PLACES.canada);
    await atlas.opened('Canada');
  });
}

test('a failure keeps the link, so that trying again opens what was asked for', async t => {
  const site = await serve();
  site.faults = missing(FACTS);
  const atlas = await open(t, '?blocs=mercosur&at=2025-01-01', { site, wait: 'nothing', mayComplain: true });
  const retry = atlas.page.getByRole('button', { name: 'Try again' });
  await retry.waitFor();
  site.faults = () => false;
  await retry.click();
  await atlas.says(/^Mercosur has/);
});

test('where the texts are missing, the panel opens without them and a notice says so; later it fetches them', async t => {
  const site = await serve();
  site.faults = missing(TEXTS);
  const atlas = await open(t, '?at=2025-01-01', { site, mayComplain: true });
  await atlas.click(PLACES.canada);
  const panel = await atlas.opened('Canada');
  assert.match(await panel.innerText(), /CPTPP/);
  await atlas.notes(/summaries and notes are missing/i);
  site.faults = () => false;
  await panel.getByRole('link', { name: 'CPTPP', exact: true }).first().click();
  const next = await atlas.opened('CPTPP');
  await eventually(async () => assert.match(await next.innerText(), /A free trade agreement of eleven states/));
});

test('where the rows are missing, the first map stays, what was asked is not half done, and asking again does it', async t => {
  const site = await serve();
  site.faults = missing(ROWS);
  const atlas = await open(t, '', { site, mayComplain: true });
  await atlas.box('Mercosur').click();
  await atlas.notes(/who belongs to what is missing/i);
  await eventually(async () => assert.equal(await atlas.box('Mercosur').isChecked(), false));
  assert.match(await atlas.sentence(), /countries are in both CPTPP and RCEP/);
  site.faults = () => false;
  await atlas.box('Mercosur').check();
  await atlas.says(/CPTPP, RCEP and Mercosur/);
});

test('a page that nobody touches fetches only what it shows', async t => {
  const site = await serve();
  const atlas = await open(t, '', { site });
  await atlas.page.waitForLoadState('networkidle');
  assert.deepEqual(site.asked.filter(path => /rows-|texts-|sources-|fine-/.test(path)), []);
  await atlas.rail.getByRole('searchbox').press('a');
  await eventually(() => assert.ok(site.asked.some(path => path.includes('rows-'))));
});

test('where the finer shapes are missing, the coarse map stays and says so', async t => {
  const site = await serve();
  site.faults = missing(FINE);
  const atlas = await open(t, '?camera=104,1.3,8', { site, mayComplain: true });
  await atlas.notes(/coarse map stays/i);
  await atlas.click(PLACES.singapore);
  await atlas.opened('Singapore');
});

test('a slow line sees how far it is', async t => {
  const site = await serve();
  const bytes = readFileSync(join(dist, PROGRAM));
  let more;
  site.faults = (path, response) => {
    if (!path.endsWith(PROGRAM)) return false;
    response.writeHead(200, { 'content-type': 'application/wasm', 'x-size': bytes.length });
    response.write(bytes.subarray(0, bytes.length >> 1));
    more = () => response.end(bytes.subarray(bytes.length >> 1));
    return true;
  };
  const atlas = await open(t, '', { site, wait: 'nothing' });
  await eventually(async () => assert.match(await atlas.page.locator('main').innerText(), /(4\d|50) %/));
  await stands(atlas);
  more();
  await atlas.live();
});
