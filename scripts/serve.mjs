// Serves a built page with the headers it is meant to be hosted with: content security policy, caching, brotli.
//   node scripts/serve.mjs [folder] [port]
import { createReadStream, existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.bin': 'application/octet-stream',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.zip': 'application/zip',
};

// The page's own style is let in by its digest, which the build writes beside it.
const styleOf = folder => {
  const file = join(folder, 'policy.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8'))['style-src'] : '';
};

const securityHeaders = folder => ({
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' ${styleOf(folder)}`.trim(),
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types entente entente-worker',
    'frame-ancestors *',
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'permissions-policy': 'geolocation=(), camera=(), microphone=()',
  // A host's page takes the tag's script from here, and a sandboxed frame, whose origin is nobody's, everything else.
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-size',
  'cross-origin-resource-policy': 'cross-origin',
});

// Trunk and `entente bundle` put a digest in the names of whatever may change.
const isDigested = name => /-[0-9a-f]{8,}(_bg)?\.[a-z]+$/.test(name);

const answer = (folder, request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
  let file = join(folder, path);
  if (!file.startsWith(folder + sep) && file !== folder) return refuse(response, 403);
  if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
  if (!existsSync(file)) return refuse(response, 404);
  const packed = existsSync(`${file}.br`) && /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
  const size = statSync(file).size;
  response.writeHead(200, {
    ...securityHeaders(folder),
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-length': statSync(packed ? `${file}.br` : file).size,
    'cache-control': isDigested(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
    'x-size': size,
    ...(packed ? { 'content-encoding': 'br' } : {}),
  });
  if (request.method === 'HEAD') return response.end();
  createReadStream(packed ? `${file}.br` : file).pipe(response);
};

const refuse = (response, status) => {
  response.writeHead(status, { 'x-content-type-options': 'nosniff', 'content-type': 'text/plain; charset=utf-8' });
  response.end(status === 404 ? 'There is no such file here.' : 'That path leads out of the folder.');
};

// What answers requests for the files of a folder; tests put faults before it.
export const handler = folder => {
  const root = resolve(folder);
  return (request, response) => {
    try {
      answer(root, request, response);
    } catch {
      refuse(response, 404);
    }
  };
};

const isProgram = process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (isProgram) {
  const port = Number(process.argv[3] ?? 8080);
  createServer(handler(process.argv[2] ?? 'dist'))
    .on('error', error => {
      console.error(error.code === 'EADDRINUSE' ? `port ${port} is taken: give another, as in scripts/serve 8081` : error.message);
      process.exit(1);
    })
    .listen(port, '127.0.0.1', () => console.log(`Entente is at http://localhost:${port}/ (Ctrl-C ends it)`));
}
