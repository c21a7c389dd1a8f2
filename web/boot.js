// Loads the compiled atlas with progress; whatever fails, the picture and the table stay and a sentence says why.
const script = document.querySelector('script[data-module]');
const status = document.getElementById('progress');

const say = (text, retry, place = status) => {
  if (!place) return;
  place.textContent = text;
  if (!retry) return;
  const button = document.createElement('button');
  button.textContent = 'Try again';
  button.addEventListener('click', retry);
  place.append(' ', button);
};

// Counts the bytes as they come, so that a slow line sees progress. Keeps streaming compilation.
const counted = response => {
  const total = Number(response.headers.get('x-size') ?? 0);
  if (!response.body || !total) return response;
  let seen = 0;
  const count = new TransformStream({
    transform(chunk, out) {
      seen += chunk.byteLength;
      if (status) status.textContent = `Loading the live map: ${Math.min(99, Math.round((100 * seen) / total))} %`;
      out.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(count), { headers: { 'content-type': 'application/wasm' } });
};

// A panic in the atlas ends here, and whatever the browser threw through it, which leaves it as dead: the page says so and keeps the
// link to the view.
const fault = ({ detail, error }) => {
  if (!detail && !/wasm/.test(error?.stack)) return;
  document.querySelector('.failure')?.remove();
  const box = document.createElement('div');
  box.className = 'failure';
  box.setAttribute('role', 'alert');
  const text = document.createElement('p');
  text.textContent = 'The map stopped because of a fault of ours. Your view is kept in this link:';
  const link = document.createElement('a');
  link.href = location.href;
  link.textContent = location.href;
  const why = document.createElement('small');
  why.textContent = detail || error;
  box.append(text, link, why);
  document.body.append(box);
};
addEventListener('entente:panic', fault);
addEventListener('error', fault);

// For the reader of other people's maps: compiled code can call a function, and import() is none. A map in one file has its own.
window.ententeImport ??= url => import(new URL(url, document.baseURI));

// Modules of their own, fetched when first asked for. One that failed is kept as failed, so each try has an address of its own.
let tries = 0;
const later = name => {
  let module;
  return async () => {
    if (module) return module;
    const loaded = await ententeImport(`./entente-${name}.js?${tries++}`);
    await loaded.default();
    return (module = loaded);
  };
};

// Between screen and paper nothing is painted anew: the stage keeps its shape and shrinks to the sheet. Pictures that a canvas was handed
// whole do not come onto paper; their copies do.
let copies = [];
addEventListener('beforeprint', () => {
  const stage = document.querySelector('main .stage');
  if (!stage) return;
  const { width, height } = stage.getBoundingClientRect();
  const scale = 680 / width;
  stage.style = `flex:none;width:${width}px;height:${height}px;transform:scale(${scale});transform-origin:0 0;margin-bottom:${height * (scale - 1)}px`;
  document.querySelector('.legend details')?.setAttribute('open', '');
  copies = [...stage.querySelectorAll('canvas')].filter(canvas => !canvas.getContext('2d')).map(canvas => {
    const copy = canvas.cloneNode();
    copy.width = 2 * canvas.offsetWidth;
    copy.height = 2 * canvas.offsetHeight;
    copy.getContext('2d').drawImage(canvas, 0, 0, copy.width, copy.height);
    canvas.after(copy);
    return copy;
  });
});
addEventListener('afterprint', () => {
  document.querySelector('main .stage')?.removeAttribute('style');
  copies.forEach(copy => copy.remove());
});

// The press kit: with the first click on Share, or where a link asks for its builder.
const press = later('press');
const share = async settings => {
  try {
    await (await press()).open(settings);
  } catch (error) {
    say(`Not loaded: ${error.message ?? error}`, null, document.querySelector('.says'));
  }
};
addEventListener('click', event => event.target.closest?.('.share') && share(''));

// The overlap desk: where a link asks for a chart or a second day, or supposes something.
let desk;
const overlap = later('overlap');
const lay = async () => {
  say('Loading the overlap desk…', null, desk);
  try {
    await (await overlap()).open(desk);
  } catch (error) {
    say(`The overlap desk could not be loaded (${error.message ?? error}); check the line.`, lay, desk);
  }
};
const compare = () => {
  const { chart, since } = entente.view();
  if (desk || !(chart || since)) return;
  desk = document.createElement('section');
  desk.className = 'overlap';
  desk.ariaLabel = 'Overlap desk';
  document.querySelector('main').after(desk);
  lay();
};

// A link may ask for any of the facts, unless it only says how they are laid out: those that the page does not open with are fetched
// beside the program.
const ahead = () => {
  const rows = document.querySelector('[data-entente=rows]');
  if (!/[?&](?!camera|centre|theme|projection|panel|links)\w+=[^&]/.test(location.search) || !rows || !script.src) return;
  const link = document.createElement('link');
  Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: '', href: rows.content });
  document.head.append(link);
};

// Once it was here, the page works without a line; never registered where a host framed it, or where a file was opened.
const keep = () => {
  if (self !== top || !script.src.startsWith('http') || document.documentElement.classList.contains('embed')) return;
  const rules = { createScriptURL: url => url };
  const trusted = window.trustedTypes?.createPolicy('entente-worker', rules) ?? rules;
  navigator.serviceWorker?.register(trusted.createScriptURL('./sw.js')).catch(() => {});
};

const boot = async () => {
  if (typeof WebAssembly !== 'object') {
    say('This browser has no WebAssembly: here is one picture of the map, and the table below it.');
    return;
  }
  say('Loading the live map…');
  const { search: link, hash } = location;
  const edition = link.match(/[?&]edition=(\w+)/)?.[1];
  if (edition) await ententeImport('./edition.js').then(module => module.turn(edition)).catch(() => {});
  ahead();
  if (/[?&](if|own)=/.test(link)) await overlap().then(module => module.suppose(link)).catch(() => {});
  const { default: init } = await ententeImport(script.dataset.module);
  const response = await fetch(new URL(script.dataset.wasm, document.baseURI));
  if (!response.ok) throw new Error(`${response.status} for ${script.dataset.wasm}`);
  await init({ module_or_path: counted(response) });
  entente.on('view', compare);
  entente.ready.then(compare);
  // A map in one file has no module of the press kit.
  entente.ready.then(() => (script.src ? /^#embed\b/.test(hash) && share(hash) : document.querySelector('.share')?.remove()));
  entente.ready.then(() => setTimeout(keep, 4000));
};

boot().catch(error => {
  say(`The live map could not be loaded (${error.message}). Here is one picture of it, and the table below.`, () => location.reload());
});
