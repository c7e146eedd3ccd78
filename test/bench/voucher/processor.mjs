/**
 * What work costs in processor time, whatever else the machine is busy with: of the database with all its processes, and of
 * those named. Only where /proc tells (Linux) and the database runs on this machine.
 */
import fs from 'node:fs';

/** `_SC_CLK_TCK`, which is 100 on every Linux that runs Node. */
const TICKS_A_SECOND = 100;

export async function processorMeter(owner, pids) {
  const { rows } = await owner.query('select pg_backend_pid() as pid');
  const backend = statOf(rows[0].pid);
  if (backend === null || backend.name !== 'postgres') return { start: () => () => null };
  const database = backend.parent;
  const spent = () => {
    const live = processes();
    const ofDatabase = live.filter(({ pid, parent }) => pid === database || parent === database);
    const named = live.filter(({ pid }) => pids.includes(pid));
    // Connections that have ended are on the account of who waited for them.
    const ended = statOf(database)?.ofEndedChildren ?? 0;
    return [...ofDatabase, ...named].reduce((sum, { own }) => sum + own, ended) / TICKS_A_SECOND;
  };
  return {
    /** Answers a function that tells the seconds since. */
    start: () => {
      const before = spent();
      return () => spent() - before;
    },
  };
}

function processes() {
  return fs.readdirSync('/proc').flatMap((entry) => (/^\d+$/.test(entry) ? [statOf(Number(entry))] : [])).filter((stat) => stat !== null);
}

/** See proc_pid_stat(5); null: there is no such process, or no /proc. */
function statOf(pid) {
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const name = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'));
    const [, parent, ...rest] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [user, system, childUser, childSystem] = rest.slice(9, 13).map(Number);
    return { pid, name, parent: Number(parent), own: user + system, ofEndedChildren: childUser + childSystem };
  } catch {
    return null;
  }
}
