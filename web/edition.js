// A link may name an edition of the facts: its files take the place of the page's own before the program starts, and a line says so.
const bar = document.createElement('p');
bar.className = 'edition';
bar.setAttribute('role', 'note');

const said = words => {
  bar.textContent = words;
  const show = () => document.querySelector('main.desk > .stage')?.before(bar);
  const wait = () => (window.entente ? entente.ready.then(show) : setTimeout(wait, 50));
  show();
  wait();
};

/** The same view, with the facts of today. Begins with a dot: the page must be loaded anew. */
const newer = () => {
  const parts = new URLSearchParams(location.search);
  parts.delete('edition');
  return `${location.pathname.split('/').pop() || '.'}${parts.size ? `?${parts}` : ''}${location.hash}`;
};

const inWords = day => new Date(`${day}T00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

export const turn = async asked => {
  let list;
  try {
    const response = await fetch('./editions/index.json');
    if (!response.ok) throw new Error(response.status);
    list = await response.json();
  } catch (error) {
    return said(`The list of editions could not be loaded (${error.message}). These are the facts of today, not those of edition ${asked.slice(0, 16)}.`);
  }
  if (asked === list.now) return;
  if (!Object.hasOwn(list.editions, asked)) return said(`Edition ${asked.slice(0, 16)} of the facts is not kept here. These are the facts of today.`);
  const { date, files } = list.editions[asked];
  for (const [name, file] of Object.entries(files)) {
    const tag = document.querySelector(`[data-entente="${name}"]`);
    tag.setAttribute(tag.tagName === 'LINK' ? 'href' : 'content', file);
  }
  said(`These are the facts of ${inWords(date)}, edition ${asked}. `);
  const link = document.createElement('a');
  link.textContent = 'Newer facts exist';
  link.href = newer();
  for (const event of ['pointerover', 'focus', 'click']) link.addEventListener(event, () => (link.href = newer()));
  bar.append(link, '.');
};
