// Gives what a WebAssembly module and its script call each other short names: wasm-bindgen's carry a digest each, which no compression
// shortens (4 KB of the page).
//   shorten(script text, module bytes) → { script, module }

const IMPORTS = 2;
const EXPORTS = 7;
const hashed = /\b(?:__wbg_\w+_[0-9a-f]{16}|__wbindgen_\w*[0-9a-f]{16}|wasm_bindgen__convert__\w+)\b/g;

export const shorten = (script, module) => {
  const short = new Map();
  for (const [name] of script.matchAll(hashed)) if (!short.has(name)) short.set(name, `_${short.size.toString(36)}`);
  return { script: script.replace(hashed, name => short.get(name)), module: renamed(module, short) };
};

const renamed = (bytes, short) => {
  const out = [bytes.subarray(0, 8)];
  let at = 8;
  while (at < bytes.length) {
    const id = bytes[at];
    const [size, body] = number(bytes, at + 1);
    const section = bytes.subarray(body, body + size);
    const made = id === IMPORTS || id === EXPORTS ? namesIn(section, id, short) : section;
    out.push(Buffer.from([id]), leb(made.length), made);
    at = body + size;
  }
  return Buffer.concat(out);
};

const namesIn = (section, id, short) => {
  const [count, start] = number(section, 0);
  const out = [leb(count)];
  let at = start;
  const take = end => {
    out.push(section.subarray(at, end));
    at = end;
  };
  const name = () => {
    const [length, from] = number(section, at);
    const text = section.toString('utf8', from, from + length);
    const made = Buffer.from(short.get(text) ?? text);
    out.push(leb(made.length), made);
    at = from + length;
  };
  for (let n = 0; n < count; n += 1) {
    if (id === IMPORTS) name(); // the module that it comes from
    name();
    const kind = section[at];
    take(at + 1);
    if (id === EXPORTS || kind === 0) take(number(section, at)[1]); // an index
    else take(at + described(section, at, kind));
  }
  return Buffer.concat(out);
};

// How many bytes describe an imported table (1), memory (2) or global (3).
const described = (section, at, kind) => {
  if (kind === 3) return 2;
  const flags = kind === 1 ? at + 1 : at;
  let end = number(section, flags + 1)[1];
  if (section[flags] & 1) end = number(section, end)[1];
  return end - at;
};

const number = (bytes, from) => {
  let value = 0;
  let at = from;
  for (let shift = 0; ; shift += 7, at += 1) {
    value += (bytes[at] & 127) * 2 ** shift;
    if (bytes[at] < 128) return [value, at + 1];
  }
};

const leb = value => {
  const out = [];
  let rest = value;
  do {
    out.push((rest & 127) | (rest > 127 ? 128 : 0));
    rest >>>= 7;
  } while (rest);
  return Buffer.from(out);
};
