// The page inside a host's page: reads its settings from the fragment, shows the parts that were asked for, speaks with the host by
// messages (docs/embedding.md lists them). Runs before boot.js, which starts the same program as on the page of its own.
const root = document.documentElement;
const find = selector => document.querySelector(selector);

const PARTS = ['rail', 'legend', 'date', 'panel', 'chart', 'sentence', 'table'];
const SHOWN = 'legend,panel,sentence';
const SHAPES = { '16x9': 9 / 16, '4x3': 3 / 4, '1x1': 1 };
const LONGEST = { title: 200, note: 600, credit: 300, alt: 1000, lang: 35, show: 100, shape: 4 };
/** What the overlap desk reads of a link: nothing without its part of the page. */
const DESK = ['chart', 'exactly', 'since', 'if', 'own'];
/** What other hosts' scripts add to an address. */
const STRANGERS = ['childId', 'initialWidth', 'parentTitle', 'parentUrl'];
/** Words of a host's script and of the builder, which mean nothing here. */
const SILENT = ['childId', 'embed', 'picture'];
const framed = parent !== window;

// Marks that turn the reading order of what follows, and control characters, have no place in a title.
const plain = text => text.replace(/[\u202a-\u202e\u2066-\u2069\ufeff]/g, '').replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ').trim();

const settings = () => {
  const given = new URLSearchParams(location.hash.slice(1, 20000));
  const read = {};
  for (const [key, value] of given) {
    if (!(key in LONGEST)) {
      if (!SILENT.includes(key)) console.warn(`Entente: “${key.slice(0, 40)}” is no setting of an embedded map and was ignored`);
      continue;
    }
    const text = plain(value);
    if (text.length > LONGEST[key]) console.warn(`Entente: ${key} is longer than ${LONGEST[key]} characters and was cut`);
    read[key] = text.length > LONGEST[key] ? `${text.slice(0, LONGEST[key] - 1)}…` : text;
  }
  return read;
};

let shape;
let live = false;
let lives;
const living = new Promise(resolve => (lives = resolve));
let failure = '';
const lay = () => {
  const { title = '', note = '', credit = '', alt = '', lang = '', show = SHOWN, shape: asked = 'fit' } = settings();
  for (const [name, text] of Object.entries({ title, note, credit, alt })) {
    const place = find(`.embed-${name}`);
    place.textContent = text;
    place.hidden = !text;
    if (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(lang)) place.lang = lang;
  }
  find('.embed-head').hidden = !title && !note;
  const shown = show.split(',').map(part => part.trim()).filter(Boolean);
  for (const part of shown) if (!PARTS.includes(part)) console.warn(`Entente: “${part}” is no part of the page and was ignored`);
  for (const part of PARTS) root.classList.toggle(`no-${part}`, !shown.includes(part));
  if (asked !== 'fit' && !SHAPES[asked]) console.warn(`Entente: “${asked}” is no shape: take 16x9, 4x3, 1x1 or fit`);
  shape = SHAPES[asked];
};
lay();

// A frame adds nothing to its host's history. Written when the map rests; a sandboxed frame has no address to write.
const replace = History.prototype.replaceState.bind(history);
const unmarked = search => {
  const query = new URLSearchParams(search);
  const gone = [...STRANGERS, ...(root.classList.contains('no-chart') ? DESK : [])].filter(key => query.has(key));
  gone.forEach(key => query.delete(key));
  return gone.length ? `?${query}` : search;
};
const written = url => {
  try {
    replace(null, '', url + location.hash);
  } catch {}
};
const child = new URLSearchParams(location.search).get('childId') ?? new URLSearchParams(location.hash.slice(1)).get('childId');
if (unmarked(location.search) !== location.search) written(location.pathname + unmarked(location.search));
let resting;
history.pushState = history.replaceState = (state, unused, url) => {
  clearTimeout(resting);
  resting = setTimeout(written, 300, url);
};

// Browsers stop the frames of what is out of sight, and the map would never be ready for the reader who scrolls to it.
const nextFrame = requestAnimationFrame.bind(window);
window.requestAnimationFrame = then => {
  let waits = true;
  const once = now => {
    if (waits) then(now);
    waits = false;
  };
  setTimeout(() => once(performance.now()), 200);
  return nextFrame(once);
};

// Links to other views stay inside; whatever leads elsewhere opens beside the host.
addEventListener('click', event => {
  const link = event.target.closest?.('a[href]');
  if (!link || /^[?#]/.test(link.getAttribute('href'))) return;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
}, true);

// The wheel and one finger belong to the host's page: only a modifier or a second finger moves the map.
const hinted = words => {
  const hint = find('.embed-hint');
  hint.textContent = words;
  hint.hidden = false;
  clearTimeout(hinted.timer);
  hinted.timer = setTimeout(() => (hint.hidden = true), 1800);
};
const onMap = event => event.target.closest?.('.map');
let wheeled = false;
addEventListener('wheel', event => {
  if (event.ctrlKey || event.metaKey || !onMap(event)) return;
  event.stopPropagation();
  if (!wheeled && document.activeElement?.matches('.map')) hinted(/Mac/.test(navigator.platform) ? '⌘ and the wheel zoom the map' : 'Ctrl and the wheel zoom the map');
  wheeled = true;
}, { capture: true, passive: true });
for (const kind of ['touchstart', 'touchmove']) {
  addEventListener(kind, event => event.touches.length > 1 && onMap(event) && event.preventDefault(), { passive: false });
}
// A finger moves the map only once it went sideways: else it would drag the land along for the first bit of a scroll.
const fingers = new Map();
addEventListener('pointerdown', ({ pointerId, pointerType, clientX, clientY }) => pointerType === 'touch' && fingers.set(pointerId, { clientX, clientY }), true);
for (const kind of ['pointerup', 'pointercancel']) addEventListener(kind, ({ pointerId }) => fingers.delete(pointerId), true);
addEventListener('pointermove', event => {
  const start = fingers.get(event.pointerId);
  if (!start || start.sideways || fingers.size > 1) return;
  const [right, down] = [event.clientX - start.clientX, event.clientY - start.clientY].map(Math.abs);
  start.sideways = right > 10 && right > down;
  if (!start.sideways) event.stopPropagation();
}, true);
addEventListener('pointercancel', event => {
  if (event.pointerType === 'touch' && onMap(event)?.dataset.zoomed === 'true') hinted('Two fingers move the map');
});

// ---- What the host is told ----
const post = (type, more = {}) => framed && parent.postMessage({ entente: 1, type, ...more }, '*');

/** How high the map is for its width when nobody says otherwise. */
const natural = width => {
  const kind = window.entente?.view?.().projection;
  if (shape) return width * shape;
  if (kind === 'globe') return Math.max(240, Math.min(width, 560));
  if (kind === 'mercator') return Math.max(240, Math.min(width * 0.8, 640));
  return Math.max(240, width < 560 ? width * 0.62 : width * 0.5);
};
let told = 0;
const SLACK_PX = 24;
/** The host gave less than was asked for: the legend folds itself over the map, once. */
const tighten = () => {
  if (root.classList.contains('tight') || told <= innerHeight + SLACK_PX) return;
  root.classList.add('tight');
  const fold = find('.legend details');
  if (fold && !fold.dataset.folded) fold.open = !(fold.dataset.folded = 'once');
};
const measure = () => {
  const [stage, foot] = [[...document.querySelectorAll('.stage')].at(-1), find('.embed-foot')];
  if (!stage || !innerWidth || !(live || failure)) return;
  const high = Math.round(natural(stage.clientWidth));
  root.style.setProperty('--natural', `${high}px`);
  // What it would take with room for everything, whatever it was given.
  const given = root.classList.contains('tight');
  root.classList.remove('tight');
  const height = Math.ceil(foot.getBoundingClientRect().bottom + scrollY - stage.offsetHeight + high);
  root.classList.toggle('tight', given && height > innerHeight + SLACK_PX);
  if (live && !given && height > innerHeight + SLACK_PX) setTimeout(tighten, 400);
  if (height === told) return;
  told = height;
  tellHeight();
};
const tellHeight = () => {
  if (!framed || !told) return;
  post('height', { px: told });
  parent.postMessage({ sentinel: 'amp', type: 'embed-size', height: told, width: innerWidth }, '*');
  parent.postMessage(JSON.stringify({ src: location.href, context: 'iframe.resize', height: told }), '*');
  if (/^[\w-]{1,60}$/.test(child ?? '')) parent.postMessage(`pymxPYMx${child}xPYMxheightxPYMx${told}`, '*');
};
const sizes = new ResizeObserver(measure);
const observe = () => document.querySelectorAll('.embed-head, .sentence, .stage, .legend, .timeline, .rail, .table, .overlap, .embed-foot').forEach(part => sizes.observe(part));
observe();
addEventListener('hashchange', () => {
  lay();
  measure();
});

const full = () => {
  const { link = location.search } = window.entente?.view?.() ?? {};
  for (const way of document.querySelectorAll('.embed-foot a')) way.href = `./${link}`;
};
full();

const changed = view => {
  full();
  observe();
  measure();
  if (!gliding) post('view', { view });
};
const alive = () => {
  live = true;
  document.body.append(find('.embed-foot'));
  find('.map').setAttribute('aria-details', 'embed-alt');
  entente.on('view', changed);
  entente.on('select', select => post('select', { select }));
  entente.on('error', message => errors.push(String(message)));
  full();
  observe();
  measure();
  post('ready', { view: entente.view() });
  tellHeight();
  lives();
};

// What failed is told in the place for progress, with a button beside it; a panic has an event of its own.
const fail = message => {
  failure = message;
  post('error', { message });
  measure();
  tellHeight();
};
const progress = find('#progress');
new MutationObserver(() => {
  const words = progress.firstChild?.textContent ?? '';
  const own = words.replace(/:? here is one picture[^.]*\./i, '.');
  if (own !== words) progress.firstChild.textContent = own;
  else if (words !== failure && (progress.querySelector('button') || /no WebAssembly/.test(words))) fail(words.trim());
}).observe(progress, { childList: true, subtree: true, characterData: true });
const stopped = ({ detail, error }) => (detail || /wasm/.test(error?.stack)) && fail('The map stopped because of a fault of ours.');
addEventListener('entente:panic', stopped);
addEventListener('error', stopped);

// ---- What the host may ask ----
const errors = [];
/** What a link that says nothing of it leaves as it is: how the map suits its host. The first three are told beside the link. */
const KEPT = ['link', 'date', 'sentence', 'theme', 'edition', 'map'];
/** The parts of a view that a host names, by words alone; throws a sentence for anything else. */
const partsOf = asked => {
  const short = text => {
    if (text.length > 4000) throw new TypeError(`a part of the view has ${text.length} characters, 4000 at most`);
    return text;
  };
  if (typeof asked === 'string') {
    const given = new URLSearchParams(short(asked).replace(/^[^?]*\?/, '').replace(/#.*/s, ''));
    const gone = Object.keys(entente.view()).filter(key => !KEPT.includes(key));
    return { ...Object.fromEntries(gone.map(key => [key, null])), ...Object.fromEntries(given) };
  }
  if (!asked || typeof asked !== 'object') throw new TypeError('a view is a link or an object of its parts');
  const entries = Object.entries(asked);
  if (entries.length > 40) throw new TypeError(`a view has ${entries.length} parts, 40 at most`);
  return Object.fromEntries(entries.map(([key, value]) => {
    const words = Array.isArray(value) && value.length < 400 && value.every(word => typeof word === 'string') ? value.join(',') : value;
    if (words !== null && typeof words !== 'string') throw new TypeError(`“${short(key)}” of the view is no text, no list of texts, and not null`);
    return [short(key), words === null ? null : short(words)];
  }));
};

let turn = 0;
let gliding = false;
const show = async (asked, over) => {
  const parts = partsOf(asked);
  if (root.classList.contains('no-chart')) DESK.forEach(key => delete parts[key]);
  const mine = (turn += 1);
  const still = !(over > 0) || matchMedia('(prefers-reduced-motion: reduce)').matches;
  errors.length = 0;
  if (!still) {
    gliding = true;
    await glide(parts, Math.min(over, 4000), () => mine === turn);
    gliding = false;
  }
  if (mine !== turn) return;
  await entente.set(parts);
  if (errors.length) throw new TypeError(errors.join(' '));
};

// Between two views, the day and the place go step by step.
const DAY_MS = 86_400_000;
const middle = () => {
  const box = find('.map').getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  let best = { far: Infinity, lon: 0, lat: 0 };
  const look = (lon, lat, step) => {
    for (let n = -18; n <= 18; n += 1) for (let m = -9; m <= 9; m += 1) {
      const place = [lon + n * step, Math.max(-90, Math.min(90, lat + m * step))];
      const at = entente.project(place);
      const far = at ? Math.hypot(at[0] - x, at[1] - y) : Infinity;
      if (far < best.far) best = { far, lon: place[0], lat: place[1] };
    }
  };
  look(0, 0, 10);
  look(best.lon, best.lat, 0.6);
  return [best.lon, best.lat];
};
const glide = async (parts, over, mine) => {
  const from = entente.view();
  const { at, camera, ...rest } = parts;
  if (Object.keys(rest).some(key => (from[key] ?? null) !== rest[key])) await entente.set(rest);
  const days = text => Date.parse(`${text}T00:00:00Z`) / DAY_MS;
  const [first, last] = [days(from.date), 'at' in parts ? days(at ?? new Date().toISOString().slice(0, 10)) : NaN];
  const scrubs = Number.isFinite(first) && Number.isFinite(last) && first !== last;
  const here = from.camera ? from.camera.split(',').map(Number) : [...middle(), 1];
  const there = camera ? String(camera).split(',').map(Number) : [here[0], 0, 1];
  const moves = 'camera' in parts && [...here, ...there].every(Number.isFinite) && here.join() !== there.join() && (camera || from.camera);
  if (!scrubs && !moves) return;
  const turned = ((there[0] - here[0] + 540) % 360) - 180;
  const start = performance.now();
  for (let share = 0; share < 1 && mine(); ) {
    share = Math.min(1, (performance.now() - start) / over);
    const eased = share * share * (3 - 2 * share);
    const step = {};
    if (scrubs) step.at = new Date(Math.round(first + (last - first) * eased) * DAY_MS).toISOString().slice(0, 10);
    if (moves) {
      const lon = ((here[0] + turned * eased + 540) % 360) - 180;
      step.camera = [lon, here[1] + (there[1] - here[1]) * eased, here[2] * (there[2] / here[2]) ** eased].map(number => number.toFixed(2)).join(',');
    }
    await entente.set(step);
  }
};

addEventListener('message', event => {
  if (!framed || event.source !== parent) return;
  const { data } = event;
  if (typeof data === 'string' && data.length < 200 && child && data.startsWith(`pymxPYMx${child}xPYMxwidth`)) tellHeight();
  if (!data || typeof data !== 'object' || data.entente !== 1) return;
  if (data.type === 'hello') {
    if (failure) post('error', { message: failure });
    if (live) post('ready', { view: entente.view() });
    tellHeight();
  }
  if (data.type !== 'set') return;
  const id = ['string', 'number'].includes(typeof data.id) ? data.id : null;
  const over = typeof data.over === 'number' ? data.over : 0;
  const answer = living.then(() => show(data.view, over));
  answer.then(() => post('answer', { id }), error => post('answer', { id, error: error.message }));
});

// Set by the program, which boot.js loads after this.
const wait = () => {
  if (window.entente) entente.ready.then(alive);
  else setTimeout(wait, 30);
};
wait();
