// <entente-map view="?blocs=cptpp,rcep">a picture and a table for readers without script</entente-map>
// Shows an Entente view in a sandboxed frame of our own page. Documentation: docs/embedding.md.

/** Where this script lies, and embed.html beside it. */
const HOME = import.meta.url;
const SETTINGS = ['title', 'note', 'credit', 'alt', 'lang', 'show', 'shape'];
/** How long a map may take before its own words say that there is none. */
const PATIENCE_MS = 30_000;

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: block; position: relative; box-sizing: border-box; }
  :host([hidden]) { display: none; }
  iframe { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; border: 0; opacity: 0; }
  :host([state=ready]) iframe { opacity: 1; }
  :host([state=ready]) slot { display: none; }
  @media print { iframe { display: none; } :host { block-size: auto !important; } :host([state=ready]) slot { display: contents; } }
`);

/** Light or dark, as the host's page is: by its colour scheme, else by the ground that the map stands on. */
const themeAround = element => {
  const scheme = getComputedStyle(element).colorScheme.split(' ');
  if (scheme.includes('dark')) return scheme.includes('light') ? 'auto' : 'dark';
  for (let at = element; at; at = at.parentElement ?? at.getRootNode().host) {
    const [red, green, blue, solid = 1] = getComputedStyle(at).backgroundColor.match(/[\d.]+/g)?.map(Number) ?? [];
    if (solid > 0.5) return 0.299 * red + 0.587 * green + 0.114 * blue < 110 ? 'dark' : 'light';
  }
  return 'light';
};

const search = link => new URLSearchParams(link.replace(/^[^?]*\?/, '').replace(/#.*/s, ''));

class EntenteMap extends HTMLElement {
  static observedAttributes = ['view'];

  #frame;
  #shown;
  #view = {};
  #asked = new Map();
  #count = 0;
  #inSight = false;
  #wanted = 0;
  #theme;
  #stop;
  #resolve;
  /** Fulfilled with the first live picture. */
  ready = this.#promise();

  #promise() {
    return new Promise(resolve => (this.#resolve = resolve));
  }

  connectedCallback() {
    if (!this.shadowRoot) {
      const shadow = this.attachShadow({ mode: 'open' });
      shadow.adoptedStyleSheets = [sheet];
      shadow.append(document.createElement('slot'));
    }
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    addEventListener('message', event => this.#hear(event), { signal });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#follow(), { signal });
    this.#reserve();
    const near = new IntersectionObserver(([entry]) => entry.isIntersecting && this.#start(), { rootMargin: '100% 0%' });
    near.observe(this);
    const sight = new IntersectionObserver(([entry]) => {
      this.#inSight = entry.isIntersecting;
      if (!this.#inSight) this.#fit();
    });
    sight.observe(this);
    const widths = new ResizeObserver(() => this.#shown && this.#shown !== this.clientWidth && ((this.#shown = 0), this.#fit()));
    widths.observe(this);
    const look = new MutationObserver(() => this.#follow());
    for (const place of [document.documentElement, document.body]) look.observe(place, { attributes: true });
    signal.addEventListener('abort', () => [near, sight, widths, look].forEach(observer => observer.disconnect()));
  }

  disconnectedCallback() {
    this.#stop.abort();
    this.#frame?.remove();
    this.#frame = null;
    this.removeAttribute('state');
    this.ready = this.#promise();
    for (const { reject } of this.#asked.values()) reject(new Error('The map was taken out of the page.'));
    this.#asked.clear();
  }

  attributeChangedCallback(name, before, now) {
    if (this.#frame && before !== now) this.set(now ?? '?').catch(() => {});
  }

  /** The view as an object: the link's parts, the whole link, the date and the sentence. */
  view() {
    return { ...this.#view };
  }

  /** Changes parts of the view, or turns to a link; resolves once that is painted. `over`: milliseconds to get there. */
  async set(view, { over } = {}) {
    this.#start();
    await this.ready;
    const id = (this.#count += 1);
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      this.#post({ type: 'set', id, view, over });
    });
  }

  #post(message) {
    // A sandboxed frame has an origin of its own that cannot be named; nothing but our frame can be behind this window.
    this.#frame?.contentWindow?.postMessage({ entente: 1, ...message }, '*');
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(`entente:${type}`, { detail, bubbles: true, composed: true }));
  }

  #fail(message) {
    if (this.#frame && this.getAttribute('state') !== 'ready') this.setAttribute('state', 'error');
    this.#tell('error', { message });
  }

  /** Keeps the place that the map will take, so that nothing around it moves: that of the picture in it, where there is one. */
  #reserve() {
    const own = Number(this.getAttribute('height'));
    const width = this.clientWidth;
    const drawn = this.childElementCount ? this.clientHeight : 0;
    const shape = this.getAttribute('shape')?.match(/^(\d+)x(\d+)$/);
    const map = shape ? (width * shape[2]) / shape[1] : Math.max(240, width < 560 ? width * 0.62 : width * 0.5);
    const lines = width < 480 ? 330 : 260;
    if (width) this.style.blockSize = `${Math.round(own > 0 ? own : drawn > 150 ? drawn : map + lines)}px`;
  }

  /** Takes the height that the map asked for: where the reader does not see it, is at work in it, or the column changed its width. */
  #fit() {
    const free = !this.#inSight || !this.#shown || document.activeElement === this;
    if (!this.#wanted || this.hasAttribute('height') || !free) return;
    this.style.blockSize = `${this.#wanted}px`;
    this.#shown = this.clientWidth;
  }

  #start() {
    if (this.#frame || !this.isConnected) return;
    if (!this.clientHeight) this.#reserve();
    const source = this.getAttribute('src') || HOME;
    const home = URL.canParse(source, document.baseURI) && new URL(source, document.baseURI);
    if (!/^https?:$/.test(home.protocol)) return this.#fail(`“${source.slice(0, 100)}” is no address of a map: give src as https://…`);
    const page = new URL('embed.html', home);
    const view = search(this.getAttribute('view') ?? '');
    if (!view.has('theme')) view.set('theme', (this.#theme = themeAround(this)));
    page.search = view;
    const settings = SETTINGS.filter(name => this.hasAttribute(name)).map(name => [name, this.getAttribute(name)]);
    page.hash = new URLSearchParams(settings);
    const frame = document.createElement('iframe');
    frame.sandbox = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';
    frame.referrerPolicy = 'no-referrer';
    frame.title = this.getAttribute('alt') || this.getAttribute('title') || 'Map';
    frame.inert = true;
    frame.src = page.href.slice(0, 20_000);
    this.#frame = frame;
    const { top, bottom } = this.getBoundingClientRect();
    this.#inSight = top < innerHeight && bottom > 0;
    this.#shown = this.#inSight ? this.clientWidth : 0;
    this.shadowRoot.append(frame);
    setTimeout(() => this.#frame === frame && !this.hasAttribute('state') && this.#fail('The map did not come.'), PATIENCE_MS);
  }

  #follow() {
    const theme = this.#theme && themeAround(this);
    if (theme === this.#theme) return;
    this.#theme = theme;
    this.set({ theme }).catch(() => {});
  }

  #hear({ source, data }) {
    if (!this.#frame || source !== this.#frame.contentWindow || data?.entente !== 1) return;
    const { type, px, view, select, message, id, error } = data;
    if (type === 'height' && px >= 50 && px <= 20_000) {
      this.#wanted = Math.ceil(px);
      this.#fit();
    } else if ((type === 'ready' || type === 'view') && view && typeof view === 'object') {
      this.#view = view;
      if (type === 'ready') {
        this.setAttribute('state', 'ready');
        this.#frame.inert = false;
        this.#resolve();
      }
      this.#tell(type, { view });
    } else if (type === 'select') {
      this.#tell('select', { select: typeof select === 'string' ? select : null });
    } else if (type === 'error') {
      this.#fail(String(message).slice(0, 1000));
    } else if (type === 'answer' && this.#asked.has(id)) {
      const { resolve, reject } = this.#asked.get(id);
      this.#asked.delete(id);
      if (error === undefined) return resolve();
      reject(new Error(String(error).slice(0, 1000)));
      this.#tell('error', { message: String(error).slice(0, 1000) });
    }
  }
}

// Words of the article that turn its map: <a data-entente="map-id" href="?blocs=…">the Pacific Alliance</a>
const turn = event => {
  const link = event.target.closest?.('a[data-entente]');
  const map = link && document.getElementById(link.dataset.entente);
  if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !map?.set) return;
  event.preventDefault();
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  map.scrollIntoView({ block: 'nearest', behavior: still ? 'auto' : 'smooth' });
  map.set(link.getAttribute('href'), { over: 700 }).catch(() => {});
};

if (!customElements.get('entente-map')) {
  customElements.define('entente-map', EntenteMap);
  document.addEventListener('click', turn);
}
