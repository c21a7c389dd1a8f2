// Writes docs/performance-sets.md: node report.mjs OURS.json PEER.json … REPORT.md. Refuses figures of unequal answers.
import { readFileSync, writeFileSync } from 'node:fs';

const files = process.argv.slice(2, -1);
const [ours, ...peers] = files.map((file) => JSON.parse(readFileSync(file, 'utf8')));
for (const peer of peers) {
  if (peer.digest !== ours.digest) throw new Error(`${peer.name} found ${peer.parts} intersections, we ${ours.parts}: they are not the same`);
}
const digits = (ms) => ms.toFixed(ms < 10 ? 2 : 0);
const row = ({ name, ms }) => `| ${name} | ${digits(ms)} | ${(ms / ours.ms).toFixed(0)} |`;
const today = new Date().toISOString().slice(0, 10);
writeFileSync(process.argv.at(-1), `# How fast sets are compared

Written by \`scripts/bench-sets\` on ${today}. Do not edit it: run the benchmark again.

All exclusive intersections of the ${ours.blocs.length} blocs with the most rows, on 1 January of each of the ${ours.to - ours.from + 1} years from ${ours.from} to ${ours.to}:
${ours.parts} of them. All were computed one after the other on the same machine from the same file, as \`entente export memberships\` writes it,
and found the same intersections of the same sizes. The time is the median of several runs, from rows in memory to the last
intersection; reading the file is not in it.

| by | ms | times ours |
|---|--:|--:|
| ours, compiled for this machine, optimised for size as the page is | ${digits(ours.ms)} | 1 |
${peers.map(row).join('\n')}

UpSet.js: \`extractCombinations\` of distinct intersections, its quickest way (\`generateCombinations\` tries every subset). pandas: a
boolean column for each bloc, grouped by all of them, as UpSetPlot counts. Each picks the rows of a day by a comparison of dates.
The page runs ours as WebAssembly, which this does not measure.
`);
