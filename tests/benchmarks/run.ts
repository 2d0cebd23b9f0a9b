/** `npm run bench`: prints every benchmark of this folder as ratios within one run; times of another machine say little. */
import { readdirSync } from 'node:fs';
import type { Benchmark } from './measure.ts';

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.bench.ts'));
const wanted = process.argv[2];

for (const file of files.sort()) {
  if (wanted && !file.includes(wanted)) continue;
  const { benchmark } = (await import(`./${file}`)) as { benchmark: Benchmark };
  console.log(`\n${benchmark.title}; compared with ${benchmark.comparedWith}\n`);
  const lines = [['', 'ours', 'other', 'ratio']];
  for (const { what, ours, other } of await benchmark.rows())
    lines.push([what, `${ours.toFixed(3)} ms`, `${other.toFixed(3)} ms`, `${(ours / other).toFixed(2)} ×`]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  for (const line of lines)
    console.log(
      line
        .map((cell, i) => (i ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
        .join('   ')
        .trimEnd(),
    );
}
