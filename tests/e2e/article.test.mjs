// The sample article as `scripts/sample-article` makes it: opened from disk it is whole, asks nobody for anything, and reads well.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import test, { after, before } from 'node:test';
import { SIZES, dist, entente, eventually, launched } from './atlas.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const toml = fileURLToPath(new URL('../../docs/sample-article/article.toml', import.meta.url));
let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-article-'));
  entente('article', toml, '--out', folder, '--site', dist);
});
after(() => rmSync(folder, { recursive: true, force: true }));

const opened = async (t, options = {}) => {
  const context = await (await launched()).newContext({ viewport: SIZES.desk, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const [requests, complaints] = [[], []];
  page.on('request', request => requests.push(request.url()));
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
  t.after(async () => {
    await context.close();
    const own = pathToFileURL(folder).href;
    assert.deepEqual(requests.filter(url => !url.startsWith(own) && !url.startsWith('data:')), [], 'it asked others');
    assert.deepEqual(complaints, []);
  });
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  return page;
};

for (const [name, size] of Object.entries(SIZES)) {
  test(`on a ${name} its pictures are there, and it is no wider than the window`, async t => {
    const page = await opened(t, { viewport: size });
    const pictures = await page.locator('figure img').evaluateAll(all => all.map(({ naturalWidth, currentSrc, alt }) => [naturalWidth, currentSrc.split('/').pop(), alt.length > 40]));
    assert.equal(pictures.length, 2);
    for (const [width, file, isTold] of pictures) {
      assert.ok(width > 300 && isTold, file);
      assert.equal(file.includes('.phone.'), name === 'phone', file);
    }
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
    await page.locator('summary').first().click();
    assert.match(await page.getByRole('table').first().innerText(), /Malaysia\s+member since \d{4}/);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
  });
}

test('its live maps open beside it', async t => {
  const page = await opened(t);
  await page.getByRole('link', { name: 'The live map' }).first().click();
  await page.waitForFunction(() => window.entente, null, { timeout: 20_000 });
  await eventually(async () => assert.match(await page.getByRole('heading', { level: 1 }).innerText(), /^7 countries are in both CPTPP and RCEP/));
});

test('axe finds nothing serious in it, in light and dark', async t => {
  for (const colorScheme of ['light', 'dark']) {
    const page = await opened(t, { colorScheme, bypassCSP: true });
    await page.locator('summary').first().click();
    await page.evaluate(`${axe}; undefined`);
    const faults = await page.evaluate(async () => {
      const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
      return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0].target.join(' ')}`);
    });
    assert.deepEqual(faults, [], colorScheme);
  }
});

test('what is to be pasted is the tag, the frame and the figure, each with what the article says', async () => {
  const code = readFileSync(join(folder, 'two-pacts.snippet.html'), 'utf8');
  assert.match(code, /<entente-map src="https:\/\/entente.example\/" view="[^"]*edition=[0-9a-f]{8}" title="Seven states have signed up to both"/);
  assert.match(code, /<iframe src="https:\/\/entente.example\/embed.html\?/);
  assert.equal(code.match(/<figure/g).length, 2);
});
