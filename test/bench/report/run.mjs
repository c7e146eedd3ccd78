/** Runs a command and says how long it took, how long it kept a processor, and how much memory it and all it started held at once. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const SHORTEST_MILLISECONDS = 25;
/** What Linux counts processor time in, wherever Node runs. */
const TICKS_PER_SECOND = 100;

export async function timed([file, parameters, environment]) {
  const started = performance.now();
  const child = spawn(file, parameters, { env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  let [peak, processor] = [0, 0];
  let sampler;
  const sample = () => {
    const family = familyOf(child.pid);
    peak = Math.max(peak, residentBytes(family));
    processor = Math.max(processor, [...family.values()].reduce((sum, ticks) => sum + ticks, 0) / TICKS_PER_SECOND);
    // Looking takes time too: the longer it goes on, the less often.
    sampler = setTimeout(sample, Math.max(SHORTEST_MILLISECONDS, (performance.now() - started) / 50));
  };
  sample();
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  clearTimeout(sampler);
  if (code !== 0) throw new Error(`${file} ended with ${code}: ${said.slice(-800)}`);
  return { seconds: (performance.now() - started) / 1_000, processor, megabytes: peak / 2 ** 20 };
}

/** A process and its descendants, each with the ticks that it and those it has outlived kept a processor. */
function familyOf(root) {
  const stats = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = read(`/proc/${name}/stat`);
    const [, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ').map(Number);
    stats.set(Number(name), { parent, ticks: rest.slice(9, 13).reduce((sum, each) => sum + each, 0) });
  }
  const family = new Set([root]);
  for (let before = 0; before !== family.size; ) {
    before = family.size;
    for (const [id, { parent }] of stats) if (family.has(parent)) family.add(id);
  }
  return new Map([...family].map((id) => [id, stats.get(id)?.ticks ?? 0]));
}

/** What several processes share is divided among them where the system tells (PSS). */
function residentBytes(family) {
  let kilobytes = 0;
  for (const id of family.keys()) {
    const share = family.size === 1 ? undefined : /^Pss:\s+(\d+)/m.exec(read(`/proc/${id}/smaps_rollup`))?.[1];
    kilobytes += Number(share ?? /^VmRSS:\s+(\d+)/m.exec(read(`/proc/${id}/status`))?.[1] ?? 0);
  }
  return kilobytes * 1_024;
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
