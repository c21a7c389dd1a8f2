// What leaves the page: the dialog that Share opens, by its names and by the keyboard alone; the files read and checked; embeds built.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { SIZES, eventually, open, reply } from './atlas.mjs';

const DAY = 'at=2025-01-01';
const dialogOf = atlas => atlas.page.getByRole('dialog', { name: 'Share this view' });

const share = async (t, link, options = {}) => {
  const atlas = await open(t, link, { permissions: ['clipboard-read', 'clipboard-write'], ...options });
  await atlas.page.getByRole('button', { name: 'Share', exact: true }).click();
  await dialogOf(atlas).waitFor();
  return atlas;
};

const turn = async (atlas, name) => {
  await dialogOf(atlas).getByRole('tab', { name, exact: true }).click();
  return dialogOf(atlas).getByRole('tabpanel', { name, exact: true });
};

const pasted = atlas => atlas.page.evaluate(() => navigator.clipboard.readText());

/** The file that a button saves: its name and bytes. */
const saved = async (atlas, name) => {
  const [download] = await Promise.all([
    atlas.page.waitForEvent('download'),
    dialogOf(atlas).getByRole('button', { name, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
};

/** What a text is when it is parsed: on a page of nobody's, since ours lets no text become markup. */
const parsed = async (atlas, look, text) => {
  const page = await atlas.page.context().newPage();
  try {
    return await page.evaluate(look, text);
  } finally {
    await page.close();
  }
};

const rowsOf = bytes => bytes.toString('utf8').trimEnd().split('\r\n');

test('nothing of the press kit is fetched before Share is used; then link, sentence and alternative text are copied', async t => {
  const atlas = await open(t, `?blocs=cptpp,rcep&${DAY}`, { permissions: ['clipboard-read', 'clipboard-write'] });
  assert.ok(!atlas.site.asked.some(path => path.includes('press')));
  const button = atlas.page.getByRole('button', { name: 'Share', exact: true });
  await button.click();
  const dialog = dialogOf(atlas);
  await dialog.waitFor();
  assert.equal(await atlas.focus(), 'button Copy', 'the keyboard is in the dialog');
  await dialog.getByRole('button', { name: 'Copy the link' }).click();
  await dialog.getByRole('status').filter({ hasText: 'Link: copied' }).waitFor();
  assert.equal(await pasted(atlas), `${atlas.site.origin}/?blocs=cptpp,rcep&${DAY}`);
  await dialog.getByRole('button', { name: 'Copy the sentence' }).click();
  await eventually(async () => assert.match(await pasted(atlas), /^7 countries are in both CPTPP and RCEP on 1 January 2025: /));
  await dialog.getByRole('button', { name: 'Copy the alternative text' }).click();
  await eventually(async () => assert.match(await pasted(atlas), /^A world map\. 7 countries/));
  await atlas.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  assert.equal(await atlas.focus(), 'button Share', 'and comes back to where it was');
});

test('by the keyboard alone: open, turn the tabs, copy, close', async t => {
  const atlas = await open(t, `?blocs=eu&${DAY}`, { permissions: ['clipboard-read', 'clipboard-write'] });
  await atlas.tabTo(focus => focus === 'button Share');
  await atlas.page.keyboard.press('Enter');
  await dialogOf(atlas).waitFor();
  for (const [key, name] of [['ArrowRight', 'Save'], ['ArrowRight', 'Cite'], ['End', 'Embed'], ['ArrowRight', 'Copy'], ['ArrowLeft', 'Embed'], ['Home', 'Copy']]) {
    await atlas.page.keyboard.press(key);
    assert.equal(await atlas.focus(), `button ${name}`);
    await dialogOf(atlas).getByRole('tabpanel', { name, exact: true }).waitFor();
  }
  await atlas.tabTo(focus => focus === 'button Copy the link');
  await atlas.page.keyboard.press('Enter');
  await eventually(async () => assert.match(await pasted(atlas), /blocs=eu/));
  await atlas.tabTo(focus => focus === 'button Close');
  await atlas.page.keyboard.press('Space');
  await dialogOf(atlas).waitFor({ state: 'hidden' });
});

test('the picture is saved with legend, source and day, as SVG and at three sizes', async t => {
  const atlas = await share(t, `?blocs=cptpp,rcep&${DAY}&theme=dark`);
  await turn(atlas, 'Save');
  const svg = await saved(atlas, 'SVG');
  assert.equal(svg.name, 'entente-cptpp-rcep-2025-01-01.svg');
  const text = svg.bytes.toString('utf8');
  const read = await parsed(atlas, source => {
    const page = new DOMParser().parseFromString(source, 'image/svg+xml');
    const root = page.documentElement;
    return { error: page.querySelector('parsererror')?.textContent, words: root.textContent, size: [root.getAttribute('width'), root.getAttribute('height')].map(Number) };
  }, text);
  assert.equal(read.error, undefined);
  for (const words of ['7 countries are in both CPTPP and RCEP', 'CPTPP', 'Entente, facts of 20', 'Borders follow United Nations views']) {
    assert.ok(read.words.includes(words), words);
  }
  assert.ok(!/@import|<script|<image|https?:\/\/(?!www\.w3\.org)/.test(text), 'nothing is fetched by it');
  for (const [name, scale] of [['PNG', 1], ['PNG, 2×', 2], ['PNG, 3×', 3]]) {
    const png = await saved(atlas, name);
    assert.equal(png.bytes.toString('latin1', 1, 4), 'PNG');
    const [width, height] = [png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)];
    assert.ok(Math.abs(width - read.size[0] * scale) <= scale && Math.abs(height - read.size[1] * scale) <= scale, `${name}: ${width} × ${height}`);
  }
});

test('who, the memberships behind it, and the shapes are saved as data', async t => {
  const atlas = await share(t, `?q=cptpp+%26+rcep&blocs=&${DAY}`);
  await turn(atlas, 'Save');
  const list = rowsOf((await saved(atlas, 'The 7 countries (CSV)')).bytes);
  assert.equal(list[0], 'code,country,cptpp,cptpp since,cptpp flags,rcep,rcep since,rcep flags');
  assert.equal(list.length, 8);
  assert.match(list[1], /^AUS,Australia,member,20\d\d-\d\d-\d\d,/);
  const rows = rowsOf((await saved(atlas, 'Their memberships, with sources (CSV)')).bytes);
  assert.equal(rows[0], 'bloc,country,status,from,to,source');
  assert.ok(rows.length > 14 && rows.slice(1).every(row => /^(cptpp|rcep),[A-Z]{3},[a-z]+,\d{4}/.test(row)));
  assert.ok(rows.slice(1).filter(row => !row.endsWith(',')).length > 10, 'with their sources');
  const shapes = await saved(atlas, 'Shapes with memberships (GeoJSON)');
  const map = JSON.parse(shapes.bytes);
  assert.equal(map.at, '2025-01-01');
  assert.ok(map.features.length > 230);
  const singapore = map.features.find(feature => feature.properties.code === 'SGP');
  assert.ok(singapore.properties.memberships.some(({ bloc, status }) => bloc === 'cptpp' && status === 'member'));
  const rings = map.features.flatMap(({ geometry }) => (geometry.type === 'Point' ? [] : geometry.coordinates.flat()));
  assert.ok(rings.every(ring => ring.length >= 4 && String(ring[0]) === String(ring.at(-1))), 'every ring closes');
});

test('a citation names the edition and the day, in three forms', async t => {
  const atlas = await share(t, `?blocs=asean&${DAY}`);
  const cite = await turn(atlas, 'Cite');
  const citation = await cite.getByRole('textbox', { name: 'Citation' }).inputValue();
  assert.match(citation, /“ASEAN, 1 January 2025”\. Entente, edition [0-9a-f]{8} of .* Read on .* http.*&edition=[0-9a-f]{8}$/);
  assert.match(await cite.getByRole('textbox', { name: 'BibTeX' }).inputValue(), /^@misc\{entente-[0-9a-f]{8},\n/);
  const [item] = JSON.parse(await cite.getByRole('textbox', { name: 'CSL-JSON' }).inputValue());
  assert.equal(item.type, 'map');
  assert.equal(item.accessed['date-parts'][0].length, 3);
});

test('the builder previews an embed, writes its code in three forms, and opens again from its link', async t => {
  const atlas = await share(t, `?blocs=cptpp,rcep&${DAY}`);
  const embed = await turn(atlas, 'Embed');
  const preview = embed.frameLocator('iframe[title=Preview]');
  await embed.getByRole('textbox', { name: 'Title' }).fill('Two pacts & a “map”');
  await embed.getByRole('textbox', { name: 'Credit' }).fill('Example Times');
  await embed.getByRole('checkbox', { name: 'Table' }).check();
  await embed.getByRole('checkbox', { name: 'Panel' }).uncheck();
  await embed.getByLabel('Theme').selectOption('dark');
  await embed.getByLabel('Height').selectOption('16x9');
  await embed.getByRole('radio', { name: /Frozen/ }).check();
  const code = embed.getByRole('textbox', { name: 'Code' });
  await eventually(async () => assert.match(await code.inputValue(), /^<entente-map .*title="Two pacts &amp; a “map”".*shape="16x9"/));
  const tag = await code.inputValue();
  assert.match(tag, /view="\?blocs=cptpp,rcep&amp;at=2025-01-01&amp;theme=dark&amp;edition=[0-9a-f]{8}"/);
  assert.match(tag, /show="legend,sentence,table"/);
  assert.match(tag, /<svg[^>]*aria-label="A world map/);
  assert.match(tag, /<th scope="row">Australia<\/th>/);
  assert.match(tag, /<script type="module" src="[^"]*\/entente-map\.js"><\/script>\s*$/);
  await embed.getByRole('radio', { name: /^Frame/ }).check();
  await eventually(async () => assert.match(await code.inputValue(), /^<iframe src="[^"]*\/embed\.html\?[^"]*#title=/));
  await embed.getByRole('radio', { name: /^Still/ }).check();
  await eventually(async () => assert.match(await code.inputValue(), /^<figure>\n<svg/));
  await preview.getByRole('application').waitFor();
  await preview.getByText('Two pacts & a “map”').first().waitFor();
  const again = await embed.getByRole('textbox', { name: 'Link to these settings' }).inputValue();
  assert.match(again, /#embed&title=Two\+pacts/);

  const other = await open(t, again.slice(atlas.site.origin.length + 1), { site: atlas.site });
  const form = dialogOf(other).getByRole('tabpanel', { name: 'Embed' });
  await form.waitFor();
  assert.equal(await form.getByRole('textbox', { name: 'Title' }).inputValue(), 'Two pacts & a “map”');
  assert.equal(await form.getByRole('textbox', { name: 'Credit' }).inputValue(), 'Example Times');
  assert.equal(await form.getByLabel('Theme').inputValue(), 'dark');
  assert.equal(await form.getByLabel('Height').inputValue(), '16x9');
  assert.ok(await form.getByRole('checkbox', { name: 'Table' }).isChecked());
  assert.ok(!(await form.getByRole('checkbox', { name: 'Panel' }).isChecked()));
  assert.ok(await form.getByRole('radio', { name: /Frozen/ }).isChecked());
  assert.equal(await form.getByRole('textbox', { name: 'Link to these settings' }).inputValue(), again);
});

test('hostile words stay words: in the dialog, in the code, in the preview', async t => {
  const evil = '"><img src=x onerror=alert(1)><script>alert(1)</script></entente-map>\u202e';
  const settings = new URLSearchParams({ title: evil, note: evil, credit: evil, alt: evil, lang: '"onload="', picture: 'javascript:alert(1)', colour: 'red' });
  const atlas = await open(t, `?blocs=eu&own=~x:%3Cimg+src%3Dx+onerror%3Dalert(1)%3E:FRA#embed&${settings}`, { mayComplain: true });
  const form = dialogOf(atlas).getByRole('tabpanel', { name: 'Embed' });
  await form.waitFor();
  assert.equal(await dialogOf(atlas).locator('img, script').count(), 0);
  const code = await form.getByRole('textbox', { name: 'Code' }).inputValue();
  const found = await parsed(atlas, text => {
    const page = new DOMParser().parseFromString(text, 'text/html');
    const own = [...page.querySelectorAll('*')].flatMap(element => [...element.attributes]).filter(({ name }) => name.startsWith('on'));
    return { scripts: page.querySelectorAll('script').length, images: page.querySelectorAll('img').length, own: own.length, tags: page.querySelectorAll('entente-map').length };
  }, code);
  assert.deepEqual(found, { scripts: 1, images: 0, own: 0, tags: 1 });
  assert.ok(!code.includes('\u202e') && !code.includes('javascript:'));
  await dialogOf(atlas).getByRole('status').filter({ hasText: 'ignored' }).waitFor();
});

test('what a link supposes is marked on whatever leaves', async t => {
  const atlas = await share(t, '?blocs=rcep&if=CHL:rcep@2026-01-01&at=2026-11-01');
  const words = /Hypothetical: Chile joins RCEP on 1 January 2026\./;
  assert.match(await dialogOf(atlas).getByRole('textbox', { name: 'Sentence' }).inputValue(), words);
  assert.match(await dialogOf(atlas).getByRole('textbox', { name: 'Alternative text' }).inputValue(), words);
  await turn(atlas, 'Save');
  const svg = await saved(atlas, 'SVG');
  assert.match(svg.name, /hypothetical\.svg$/);
  assert.match(svg.bytes.toString('utf8').replace(/<[^>]*>\s*/g, ' '), /Hypothetical: Chile/);
  const list = await saved(atlas, /^The \d+ countries \(CSV\)$/);
  assert.match(list.bytes.toString('utf8'), /CHL,Chile,member,2026-01-01,hypothetical,/);
});

test('a module that cannot be fetched is told of, and comes with the next click', async t => {
  const atlas = await open(t, '', { mayComplain: true });
  atlas.site.faults = (path, response) => path.includes('entente-press') && reply(response, 503, 'busy');
  const button = atlas.page.getByRole('button', { name: 'Share', exact: true });
  await button.click();
  await atlas.page.getByRole('banner').getByRole('status').filter({ hasText: /^Not loaded/ }).waitFor();
  atlas.site.faults = () => false;
  await button.click();
  await dialogOf(atlas).waitFor();
});

for (const [name, size] of Object.entries(SIZES)) {
  test(`on a ${name} every tab fits its width`, async t => {
    const atlas = await share(t, `?blocs=cptpp,rcep&${DAY}`, { size });
    for (const tab of ['Copy', 'Save', 'Cite', 'Embed']) {
      const panel = await turn(atlas, tab);
      const over = await panel.evaluate(panel => panel.scrollWidth - panel.clientWidth);
      assert.ok(over <= 0, `${tab} is ${over} px too wide`);
    }
    const { x, width } = await dialogOf(atlas).boundingBox();
    assert.ok(x >= 0 && x + width <= size.width);
  });
}

test('printed, the view is one page with legend and source, and no controls', async t => {
  const atlas = await open(t, `?blocs=cptpp,rcep&${DAY}`);
  await atlas.page.emulateMedia({ media: 'print' });
  for (const gone of [atlas.rail, atlas.slider, atlas.page.getByRole('button', { name: 'Share', exact: true })]) {
    assert.ok(!(await gone.first().isVisible()));
  }
  assert.ok(await atlas.legend.isVisible());
  assert.ok(await atlas.page.getByText(/^Data of/).isVisible());
  const pdf = (await atlas.page.pdf({ format: 'A4' })).toString('latin1');
  assert.equal(pdf.match(/\/Type \/Page\b/g).length, 1);
  assert.match(pdf, /\/Width \d{4}\b/, 'the map is on it');
  assert.equal(await atlas.page.locator('main .stage').getAttribute('style'), null, 'and the screen is as it was');
});
