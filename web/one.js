// The map in one file (`entente export page`): whatever the page would fetch stands in the file itself, as packed blocks of data.
const script = document.querySelector('script[data-module]');
const name = address => String(address).split(/[?#]/)[0].split('/').pop();

const unpacked = async packed => {
  const bytes = Uint8Array.from(atob(packed), letter => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
};

const answer = async address => {
  const block = document.querySelector(`script[data-file="${CSS.escape(name(address))}"]`);
  if (!block) return new Response('', { status: 404 });
  const type = name(address).endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';
  return new Response(await unpacked(block.textContent), { headers: { 'content-type': type } });
};

/** Takes the place of the line: files by `fetch`, and the scripts of the modules, by the names of their files. */
export const stand = modules => {
  window.fetch = answer;
  window.ententeImport = async address => modules[name(address)];
  const { link } = script.dataset;
  if (!link || location.search.length > 1) return;
  try {
    history.replaceState(null, '', link);
  } catch {
    // A frame without an address of its own: settings are a fragment, which it may have, and the view is set once there is a map.
    const [view, settings] = link.split('#');
    if (settings) location.hash = settings;
    const set = () => (window.entente ? entente.ready.then(() => entente.set(Object.fromEntries(new URLSearchParams(view)))) : setTimeout(set, 50));
    set();
  }
};
