// What hosts, links and strangers may do to an embedded map: nothing but what is documented.
import assert from 'node:assert/strict';
import test from 'node:test';
import { eventually } from './atlas.mjs';
import { visit } from './host.mjs';

/** The answer to what the host asked under this number, which may then be used again. */
const answered = (host, id) =>
  eventually(async () => {
    const found = await host.page.evaluate(id => {
      const at = heard.findIndex(one => one.type === 'answer' && one.id === id);
      return at < 0 ? null : heard.splice(at, 1)[0];
    }, id);
    assert.ok(found, 'an answer');
    return found;
  });
const ask = async (host, message) => {
  await host.page.evaluate(message => say(message), message);
  return answered(host, message.id);
};
const listening = async t => {
  const host = await visit(t, 'iframe-messages');
  const frame = await host.live();
  await eventually(async () => assert.ok((await host.page.evaluate(() => heard)).some(one => one.type === 'ready')));
  return { host, frame };
};

test('a host turns the map by parts or by a link, and is answered once it is painted', async t => {
  const { host, frame } = await listening(t);
  assert.deepEqual(await ask(host, { entente: 1, type: 'set', id: 1, view: { blocs: ['mercosur', 'andean-community'], at: '1995-01-01' } }), { entente: 1, type: 'answer', id: 1 });
  assert.match(await frame.getByRole('heading', { level: 1 }).innerText(), /Mercosur/);
  assert.equal((await ask(host, { entente: 1, type: 'set', id: 'b', view: '?blocs=asean&at=2000-01-01' })).error, undefined);
  const view = await frame.evaluate(() => entente.view());
  assert.deepEqual([view.blocs, view.at], ['asean', '2000-01-01']);
  const told = await host.page.evaluate(() => heard.filter(one => one.type === 'view').at(-1).view);
  assert.equal(told.link, view.link);
});

test('between two views, the days go by, and the host hears of the last alone', async t => {
  const host = await visit(t, 'iframe-messages', { reducedMotion: 'no-preference' });
  const frame = await host.live();
  await frame.evaluate(() => {
    window.days = [];
    entente.on('view', view => days.push(view.date));
  });
  await ask(host, { entente: 1, type: 'set', id: 3, over: 500, view: { at: '1995-01-01', camera: '120,5,3' } });
  const days = await frame.evaluate(() => days);
  assert.ok(new Set(days).size > 3, `${days}`);
  assert.equal(days.at(-1), '1995-01-01');
  const view = await frame.evaluate(() => entente.view());
  assert.equal(view.camera, '120,5,3');
  const told = await host.page.evaluate(() => heard.filter(one => one.type === 'view'));
  assert.ok(told.length <= 2, `${told.length} told`);
});

/** Made in the host's page, out of a word for what harms: too large and too deep to be handed over. */
const made = word => {
  const long = 'x'.repeat(10_000_000);
  let deep = 'x';
  for (let n = 0; n < 900; n += 1) deep = { deep };
  return { long, 'long part': { blocs: long }, deep }[word] ?? word;
};
test('hostile messages get a sentence or silence, and change nothing', async t => {
  const { host, frame } = await listening(t);
  const before = await frame.evaluate(() => entente.view().link);
  for (const [view, sentence] of [
    ['long', /4000/],
    ['long part', /4000/],
    ['deep', /no text/],
    [{ blocs: { toString: 'x' } }, /no text/],
    [Array.from({ length: 500 }, () => 'a'), /parts, 40 at most/],
    [7, /link or an object/],
    [null, /link or an object/],
    [{ blocs: ['<img src=x onerror=alert(1)>'] }, /ignored/],
    [{ select: '"><script>alert(1)</script>' }, /ignored/],
  ]) {
    await host.page.evaluate(([view, made]) => say({ entente: 1, type: 'set', id: 8, view: eval(made)(view) }), [view, String(made)]);
    const { error } = await answered(host, 8);
    assert.match(error ?? '', sentence, JSON.stringify(view)?.slice(0, 60));
  }
  for (const message of ['{"entente":1}', 'pymxPYMxnonexPYMxwidthxPYMx1', 7, null, [], { entente: 2, type: 'set' }, { entente: 1 }, { entente: 1, type: '__proto__' }, { entente: 1, type: ['set'] }]) {
    await host.page.evaluate(message => say(message), message);
  }
  await frame.evaluate(() => entente.set({ blocs: 'cptpp,rcep', select: null }));
  assert.equal(await frame.evaluate(() => entente.view().link), before);
  assert.equal(await frame.evaluate(() => document.querySelectorAll('img, .app script').length), 0);
  assert.equal(await frame.evaluate(() => Object.keys(Object.prototype).length), 0);
});

test('a stranger beside the frame cannot turn the map, nor speak to the tag in its name', async t => {
  const host = await visit(t, 'script-tag');
  await host.shown();
  const frame = await host.live();
  const before = await frame.evaluate(() => entente.view().link);
  await host.page.evaluate(() => {
    const stranger = document.createElement('iframe');
    document.body.append(stranger);
    const script = "parent.postMessage({ entente: 1, type: 'error', message: 'forged' }, '*'); parent.frames[0].postMessage({ entente: 1, type: 'set', view: { blocs: 'au' } }, '*');";
    stranger.contentWindow.eval(script);
    postMessage({ entente: 1, type: 'height', px: 9000 }, '*');
  });
  await host.page.waitForTimeout(300);
  assert.equal(await frame.evaluate(() => entente.view().link), before);
  assert.deepEqual(await host.told('error'), []);
  assert.ok((await host.tag().boundingBox()).height < 1000);
});

test('titles and links that mean harm are words, cut to length, and read in their order', async t => {
  const host = await visit(t, 'hostile');
  await host.shown();
  const frame = await host.live();
  assert.equal(await frame.locator('.embed-title').innerText(), '<img src=x onerror=alert(1)><script>alert(2)</script>');
  assert.equal(await frame.evaluate(() => document.querySelectorAll('img, svg[onload], .embed-head script').length), 0);
  assert.doesNotMatch(await frame.locator('.embed-note').textContent(), /[\u202a-\u202e]/);
  assert.match(await frame.getByRole('status', { name: 'Notices' }).innerText(), /was ignored/);
  assert.match(await frame.getByRole('heading', { level: 1 }).innerText(), /CPTPP/);
});

test('a title of 10 MB, set by a script of the host, is cut and harms nobody', async t => {
  const host = await visit(t, 'long-page');
  await host.page.evaluate(() => {
    const map = document.getElementById('map');
    map.title = 'Long '.repeat(2_000_000);
    map.scrollIntoView();
  });
  await host.shown();
  assert.ok((await (await host.live()).locator('.embed-title').innerText()).length <= 200);
});

test('a source that is no web address is refused with a sentence', async t => {
  const host = await visit(t, 'wrong-source');
  await eventually(async () => assert.match((await host.told('error'))[0]?.detail.message ?? '', /no address of a map/));
  assert.equal(await host.page.locator('iframe').count(), 0);
  assert.equal(await host.tag().locator('figure').isVisible(), true);
});

test('the frame has an origin of nobody: it can keep nothing, reach nobody, and no worker serves it', async t => {
  const host = await visit(t, 'script-tag');
  await host.shown();
  const frame = await host.live();
  assert.equal(await frame.evaluate(() => origin), 'null');
  const kept = await frame.evaluate(() => {
    const refused = what => {
      try {
        what();
        return 'allowed';
      } catch {
        return 'refused';
      }
    };
    return [() => localStorage.length, () => sessionStorage.length, () => document.cookie, () => parent.document.title].map(refused);
  });
  assert.deepEqual(kept, ['refused', 'refused', 'refused', 'refused']);
  assert.equal(await frame.evaluate(() => navigator.serviceWorker?.controller ?? null).catch(() => null), null);
  const flags = await host.page.locator('iframe').evaluate(frame => [...frame.sandbox].sort());
  assert.deepEqual(flags, ['allow-popups', 'allow-popups-to-escape-sandbox', 'allow-scripts']);
});

test('a frame without sandbox keeps nothing either', async t => {
  const { frame } = await listening(t);
  const kept = await frame.evaluate(async () => [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await navigator.serviceWorker.getRegistrations()).length]);
  assert.deepEqual(kept, ['', 0, 0, 0, 0]);
});

test('links that lead out open beside the host, and tell nobody where the reader was', async t => {
  const host = await visit(t, 'iframe');
  const frame = await host.live();
  const opened = host.page.waitForEvent('popup');
  await frame.getByRole('link', { name: 'Open the full view' }).click();
  const full = await opened;
  assert.equal(new URL(full.url()).pathname, '/');
  assert.match(full.url(), /\?blocs=cptpp,rcep&at=2025-01-01/);
  assert.equal(await full.evaluate(() => document.referrer), '');
  assert.equal(await full.evaluate(() => origin), host.site.origin, 'the opened page is not in the sandbox');
  await frame.evaluate(() => entente.set({ select: 'agreement:pasfta' }));
  const out = frame.locator('.panel a[href^="http"]').first();
  await out.waitFor();
  await out.evaluate(link => {
    link.addEventListener('click', event => event.preventDefault());
    link.click();
  });
  assert.deepEqual(await out.evaluate(link => [link.target, link.rel]), ['_blank', 'noopener noreferrer']);
});

test('settings show and hide the parts of the page, and change while it is open', async t => {
  const host = await visit(t, 'iframe-messages');
  const frame = await host.live();
  const shown = () => frame.evaluate(() => Object.entries({ rail: '.rail', legend: '.legend', date: '.timeline', sentence: '.sentence', table: '.table' }).filter(([, part]) => document.querySelector(part).checkVisibility()).map(([name]) => name).join());
  assert.equal(await shown(), 'legend,sentence');
  for (const parts of ['rail,date', 'table', 'sentence,legend,date,rail,table', 'chart', '']) {
    await frame.evaluate(parts => (location.hash = `show=${parts}&title=T`), parts);
    await eventually(async () => assert.equal(await shown(), ['rail', 'legend', 'date', 'sentence', 'table'].filter(part => parts.split(',').includes(part)).join()));
  }
  const before = await host.page.evaluate(() => heard.filter(one => one.type === 'height').at(-1).px);
  await frame.evaluate(() => (location.hash = 'shape=1x1'));
  await eventually(async () => assert.ok((await host.page.evaluate(() => heard.filter(one => one.type === 'height').at(-1).px)) > before + 100));
});

test('the chart comes where it was asked for, and only there', async t => {
  const host = await visit(t, 'iframe-messages');
  const frame = await host.live();
  await ask(host, { entente: 1, type: 'set', id: 1, view: { chart: 'upset' } });
  assert.equal(await frame.locator('.overlap').count(), 0);
  await frame.evaluate(() => (location.hash = 'show=chart'));
  await ask(host, { entente: 1, type: 'set', id: 2, view: { chart: 'upset' } });
  await frame.getByRole('region', { name: 'Overlap desk' }).waitFor();
});
