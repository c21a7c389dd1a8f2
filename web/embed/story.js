// Makes a story live: one map beside the text that follows its steps, or slides. Without it the page is whole: text and pictures.
// Runs in the head, so that the page is laid out once; whatever fails takes it back to the pictures.
(() => {
  const root = document.documentElement;
  if (typeof WebAssembly !== 'object' || !('IntersectionObserver' in window)) return;
  root.classList.add('scripted');
  const made = (name, parts = {}) => Object.assign(document.createElement(name), parts);

  const start = () => {
    const article = document.querySelector('article');
    const steps = [...document.querySelectorAll('.step')];
    if (!steps.length) return root.classList.remove('scripted');
    const link = step => step.querySelector('.live').getAttribute('href').replace(/^[^?]*/, '');

    const map = made('entente-map', { id: 'story-map' });
    for (const [name, value] of Object.entries({ view: link(steps[0]), alt: 'The map of the step that is read', show: 'sentence,legend', height: '400', src: '../' })) map.setAttribute(name, value);
    const picture = steps[0].querySelector('svg').cloneNode(true);
    picture.removeAttribute('aria-labelledby');
    picture.ariaHidden = true;
    map.append(picture);
    const aside = made('aside', { className: 'beside', ariaLabel: 'Map' });
    aside.append(map);
    steps.forEach((step, at) => (step.style.gridRow = at + 2));
    aside.style.gridRow = `2 / span ${steps.length}`;
    article.append(aside);
    map.addEventListener('entente:error', () => map.getAttribute('state') === 'error' && back());

    let now = -1;
    const go = at => {
      if (at === now || !steps[at]) return;
      now = at;
      steps.forEach((step, other) => step.classList.toggle('now', other === at));
      count.textContent = `${at + 1} of ${steps.length}`;
      [before.disabled, after.disabled] = [at === 0, at === steps.length - 1];
      // Only the last wish counts: who scrolls fast passes over the others.
      clearTimeout(go.timer);
      go.timer = setTimeout(() => (map.set ? map.set(link(steps[at]), { over: 900 }).catch(() => {}) : map.setAttribute('view', link(steps[at]))), 120);
    };

    const read = new IntersectionObserver(entries => {
      if (root.classList.contains('slides')) return;
      const there = entries.filter(entry => entry.isIntersecting).at(-1);
      if (there) go(steps.indexOf(there.target));
    }, { rootMargin: '-45% 0% -45% 0%' });
    steps.forEach(step => read.observe(step));

    // Slides: one step at a time, by keys and by buttons.
    const bar = made('div', { className: 'turning' });
    const [before, after, leave] = ['Previous', 'Next', 'Leave the slides'].map(text => made('button', { type: 'button', textContent: text }));
    const count = made('output');
    bar.append(before, count, after, leave);
    article.append(bar);
    const turn = at => {
      const next = Math.max(0, Math.min(steps.length - 1, at));
      go(next);
      steps[next].querySelector('.telling').focus({ preventScroll: true });
    };
    const slides = made('button', { type: 'button', className: 'as-slides', textContent: 'As slides' });
    const show = on => {
      root.classList.toggle('slides', on);
      if (on) scrollTo(0, 0);
      if (on) return turn(Math.max(0, now));
      steps[now].scrollIntoView({ block: 'center' });
      slides.focus({ preventScroll: true });
    };
    steps.forEach(step => (step.querySelector('.telling').tabIndex = -1));
    before.addEventListener('click', () => turn(now - 1));
    after.addEventListener('click', () => turn(now + 1));
    leave.addEventListener('click', () => show(false));
    slides.addEventListener('click', () => show(true));
    document.querySelector('.masthead nav').prepend(slides);
    const keys = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ' ': 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Home: -Infinity, End: Infinity };
    addEventListener('keydown', event => {
      if (!root.classList.contains('slides') || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape') return show(false);
      if (!(event.key in keys) || (event.key === ' ' && event.target.matches('button, a'))) return;
      event.preventDefault();
      turn(now + keys[event.key]);
    });
    const back = () => {
      read.disconnect();
      root.classList.remove('scripted', 'slides');
      [aside, bar, slides].forEach(part => part.remove());
      steps.forEach(step => (step.style.gridRow = ''));
    };
    go(0);
    import('../entente-map.js').catch(back);
  };
  document.addEventListener('DOMContentLoaded', start);
})();
