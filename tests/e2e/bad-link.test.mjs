// Links come from anywhere: what is good of them is kept, what is not is named, and the page always opens.
import assert from 'node:assert/strict';
import test from 'node:test';
import { eventually, open } from './atlas.mjs';

test('a link of nothing but nonsense opens the default view and says what was ignored', async t => {
  const atlas = await open(t, '?at=2025-13-45&select=NOWHERE&projection=flat&camera=here&colour=red');
  await atlas.says(/countries are in both CPTPP and RCEP/);
  for (const part of ['2025-13-45', 'NOWHERE', 'flat', 'here', 'colour']) {
    await atlas.notes(new RegExp(`“${part}” in the link was ignored`));
  }
  await atlas.closed();
  assert.equal(await atlas.day.inputValue(), await atlas.page.evaluate(() => {
    const now = new Date();
    return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  }), 'the date is today');
});

test('the good parts of a bad link are kept, and a mistyped bloc gets a suggestion', async t => {
  const atlas = await open(t, '?blocs=mercosur,asaen&at=2025-01-01&select=URY&theme=purple');
  await atlas.says(/^Mercosur has \d+ members.* on 1 January 2025\.$/);
  await atlas.opened('Uruguay');
  await atlas.notes(/“asaen” in the link was ignored.*did you mean “asean”/s);
  await atlas.notes(/“purple” in the link was ignored.*light/s);
  await atlas.linked(/^\?blocs=mercosur&at=2025-01-01&select=URY$/);
});

test('a notice can be put away, and the others stay', async t => {
  const atlas = await open(t, '?at=tomorrow&select=XYZ');
  await atlas.notes(/tomorrow/);
  await atlas.notices.getByRole('button', { name: 'Put this notice away' }).first().click();
  await eventually(async () => {
    const left = await atlas.notices.innerText();
    assert.ok(!/tomorrow/.test(left) && /XYZ/.test(left), left);
  });
});

test('what stands in a link is shown as text and never as markup', async t => {
  const atlas = await open(t, `?select=${encodeURIComponent('<img src=x onerror=alert(1)>')}&q=${encodeURIComponent('"><script>1</script>')}`);
  await atlas.notes(/<img src=x onerror=alert\(1\)>/);
  assert.equal(await atlas.page.locator('img').count(), 0);
});

test('a link can name no map on another site or above the page', async t => {
  for (const map of ['https://example.org/a.geojson', '//example.org/a.geojson', '../a.geojson', '/etc/passwd', 'data:application/json,{}']) {
    const atlas = await open(t, `?map=${encodeURIComponent(map)}`);
    await atlas.notes(/in the link was ignored.*GeoJSON/s);
  }
});

test('a very long and a broken link open the page all the same', async t => {
  for (const link of [`?blocs=${'x,'.repeat(2000)}`, '?%%%&=&&at=%ff%fe&blocs=%E0%A4%A', '?at=2025-01-01&at=1990-01-01', '?camera=9999999999,1,1', '?camera=0,0,99999', '?at=0001-01-01', '?at=9999-12-31', '?blocs=&outline=']) {
    const atlas = await open(t, link);
    assert.ok((await atlas.sentence()).length > 10, `${link.slice(0, 30)} has a sentence`);
    await atlas.map.waitFor();
  }
});
