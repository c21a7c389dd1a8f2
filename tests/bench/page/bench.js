// Makes our map a page of the benchmark: window.bench over window.entente. IDS is set by prepare.mjs: our codes → the benchmark's ids.
const IDS = {};

// The atlas puts itself on the window once its code runs: catch it in that moment.
const arrived = new Promise(resolve => {
  let entente;
  Object.defineProperty(window, 'entente', { get: () => entente, set: value => resolve((entente = value)) });
});
const staged = new Promise(resolve => addEventListener('entente:stage', () => resolve(stage())));
let groups;
const loaded = fetch('/data/groups.json').then(async answer => { groups = await answer.json(); });

const afterFrame = () => new Promise(resolve => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => { channel.port1.close(); resolve(); };
  channel.port2.postMessage(0);
});
const painted = () => new Promise(resolve => requestAnimationFrame(() => afterFrame().then(resolve)));
const twoFrames = () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));

let shapes;
const idOf = code => IDS[code] ?? code;
const paint = k => entente.paint(Uint8Array.from(shapes, code => ((groups[idOf(code)] ?? 0) + k) % 6));

// Called in the task that draws the first picture, just before it: the classes are painted from the start.
const stage = () => {
  shapes = entente.shapes();
  return groups ? paint(0) : loaded.then(() => paint(0));
};

const ready = (async () => {
  await staged;
  await twoFrames();
  performance.mark('map-ready');
  // The wheel zooms a map that has the focus.
  document.querySelector('.map').focus({ preventScroll: true });
})();

arrived.then(() => {
  entente.on('hover', code => {
    if (code) painted().then(() => performance.mark('hover-drawn', { detail: { id: idOf(code) } }));
  });
  entente.on('select', async code => {
    if (!code) return;
    await painted();
    document.getElementById('info').textContent = document.querySelector('.panel h2').textContent;
    performance.mark('click-info', { detail: { id: idOf(code) } });
    // The peers keep nothing selected.
    entente.set({ select: null });
  });
});

window.bench = {
  name: 'entente',
  ready,
  recolor: k => { paint(k); return painted(); },
  project: place => entente.project(place),
  view: (lon, lat, scale) => entente.set({ camera: `${lon},${lat},${scale}` }),
  get palette() {
    const style = getComputedStyle(document.documentElement);
    return Array.from({ length: 6 }, (_, at) => style.getPropertyValue(`--map-bloc-${at}`).trim());
  },
};
