// What a pasted link unfurls to: cards that are there, oEmbed that says what frames the page, and all data as one file.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { dist, serve } from './atlas.mjs';

const value = (html, pattern) => html.match(pattern)?.[1];
const pages = ['index.html', ...readdirSync(join(dist, 'stories')).filter(name => name.endsWith('.html')).map(name => `stories/${name}`)];

for (const name of pages) {
  test(`${name} names its card and its oEmbed, and both are there`, async () => {
    const html = readFileSync(join(dist, name), 'utf8');
    const folder = join(dist, name, '..');
    const card = value(html, /property="og:image" content="([^"]+)"/);
    if (name !== 'stories/index.html') {
      const picture = readFileSync(join(folder, card));
      assert.deepEqual([picture.readUInt32BE(16), picture.readUInt32BE(20)], [1200, 630]);
      assert.ok(picture.length < 400_000, `${picture.length} bytes`);
      assert.ok(value(html, /property="og:image:alt" content="([^"]+)"/).length > 20);
    }
    assert.match(html, /name="twitter:card" content="summary/);
    assert.ok(value(html, /property="og:title" content="([^"]+)"/));
    const oembed = JSON.parse(readFileSync(join(folder, value(html, /type="application\/json\+oembed" href="([^"]+)"/)), 'utf8'));
    assert.equal(oembed.version, '1.0');
    assert.equal(oembed.type, 'rich');
    assert.match(oembed.html, /^<iframe src="[^"]+" title="[^"]+"/);
    assert.ok(oembed.title && oembed.width && oembed.height);
  });
}

test('the page names the zip of all data, and it is one', async () => {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const file = value(html, /data-entente="data" content="\.\/([^"]+)"/);
  assert.ok(existsSync(join(dist, file)));
  const site = await serve();
  const response = await fetch(`${site.origin}/${file}`);
  assert.equal(response.headers.get('content-type'), 'application/zip');
  assert.equal(Buffer.from(await response.arrayBuffer()).toString('latin1', 0, 2), 'PK');
});
