/** Runs a command and says how long it took, how long it kept a processor, and how much memory it and all it started held at once. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const SHORTEST_MILLISECONDS = 25;
/** Looking at the processes of a machine takes a processor too, which whoever is measured may want: this part of the time at most. */
const LOOKING_SHARE = 0.05;
/** What Linux counts processor time in, wherever Node runs. */
const TICKS_PER_SECOND = 100;

export async function timed([file, parameters, environment]) {
  const [started, before] = [performance.now(), ticksOfTheEnded()];
  const child = spawn(file, parameters, { env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  let [peak, ticks] = [0, 0];
  let sampler;
  const sample = () => {
    const from = performance.now();
    const family = familyOf(child.pid);
    peak = Math.max(peak, residentBytes(family));
    ticks = Math.max(ticks, [...family.values()].reduce((sum, each) => sum + each, 0));
    sampler = setTimeout(sample, Math.max(SHORTEST_MILLISECONDS, (performance.now() - from) / LOOKING_SHARE));
  };
  sample();
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  const seconds = (performance.now() - started) / 1_000;
  clearTimeout(sampler);
  if (code !== 0) throw new Error(`${file} ended with ${code}: ${said.slice(-800)}`);
  // The system knows to the end what children took that were waited for; of those that were not, the last look is all there is.
  return { seconds, processor: Math.max(ticks, ticksOfTheEnded() - before) / TICKS_PER_SECOND, megabytes: peak / 2 ** 20 };
}

/** Ticks that children of this process kept a processor, and theirs, as far as they have ended and were waited for. */
function ticksOfTheEnded() {
  const stat = read('/proc/self/stat');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ').map(Number);
  return (fields[13] ?? 0) + (fields[14] ?? 0);
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

/** What several processes share is divided among them where the system tells (PSS); a process alone is known by its own highest mark. */
function residentBytes(family) {
  let kilobytes = 0;
  for (const id of family.keys()) {
    const share = family.size === 1 ? undefined : /^Pss:\s+(\d+)/m.exec(read(`/proc/${id}/smaps_rollup`))?.[1];
    kilobytes += Number(share ?? /^Vm(?:HWM|RSS):\s+(\d+)/m.exec(read(`/proc/${id}/status`))?.[1] ?? 0);
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
