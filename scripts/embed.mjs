// Makes the page for hosts' frames out of the finished page: the same head, program and style, another body, and a script before the
// loader; beside it the tag's script under its stable name.
//   embed(folder, page, minified, styled) → the embedded page's own style
//   storyScript(folder, minified) → the name of the script of the stories
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const source = name => readFileSync(new URL(`../web/embed/${name}`, import.meta.url), 'utf8');

const digested = (name, text) => `${name}-${createHash('sha256').update(text).digest('hex').slice(0, 16)}.js`;

export const storyScript = (folder, minified) => {
  const script = minified(source('story.js'));
  const name = digested('story', script);
  writeFileSync(join(folder, 'stories', name), script);
  return name;
};

export const embed = (folder, page, minified, styled) => {
  const save = (name, text) => writeFileSync(join(folder, name), text);
  const piece = (pattern, what) => page.match(pattern)?.[1] ?? fail(what);
  const fail = what => {
    throw new Error(`index.html has no ${what}: scripts/embed.mjs looks for it`);
  };
  const script = minified(source('embed.js'));
  const name = digested('embed', script);
  const style = styled([source('embed.css')]);
  const map = piece(/<div class="first-map">([^]*?)<\/div>/, 'first map');
  const loader = piece(/(<script[^>]*data-module[^>]*><\/script>)/, 'loader');
  // What speaks to search engines and other sites of the page is not true of the embedded one.
  const head = piece(/<head>([^]*?)<\/head>/, 'head')
    .replace(/<meta (?:name="(?:description|twitter:)|property=)[^>]*>\s*/g, '')
    .replace(/<link rel="(?:canonical|alternate|manifest)"[^>]*>\s*/g, '')
    .replace(loader, '');
  const body = source('embed.html').replace('<!--entente:map-->', () => map.replace(/<(title|desc)[^>]*>[^]*?<\/\1>/g, ''));
  save(name, script);
  save('entente-map.js', minified(source('entente-map.js')));
  const own = `<meta name="robots" content="noindex"><script type="module" src="./${name}"></script>${loader}<style>${style}</style>`;
  save('embed.html', `<!doctype html>\n<html lang="en" class="embed">\n  <head>${head}${own}</head>\n  <body>\n${body}  </body>\n</html>\n`);
  return style;
};
