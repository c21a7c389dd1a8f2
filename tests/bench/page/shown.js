// The shipped page as it is, told to the benchmark when its live map stands (or, with ?picture, when its first picture does).
const twoFrames = () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
const live = new Promise(resolve => {
  let entente;
  Object.defineProperty(window, 'entente', {
    get: () => entente,
    set: value => { entente = value; value.ready.then(resolve, resolve); },
  });
});
const parsed = new Promise(resolve => document.addEventListener('DOMContentLoaded', resolve));
const shown = location.search === '?picture' ? parsed : live;
window.bench = { name: 'entente-page', ready: shown.then(twoFrames).then(() => { performance.mark('map-ready'); }) };
