import { Logger } from '@nestjs/common';
import { addDays, startOfSeoulDay, type Clock, type LocalDate } from '#libs/calendar';
import type { DataSource } from 'typeorm';
import { whileAlone } from '../connection/alone.js';

/** Timers count in 32 bits, and a machine that slept wakes up late: a day is looked at every so often, not once. */
const LOOK_EVERY_MS = 15 * 60_000;
const A_MOMENT_MS = 1_000;

export interface RoundsPlan {
  /** What the work is called in the log, and in the lock under which one process of the installation does it. */
  readonly name: string;
  readonly work: () => Promise<unknown>;
  /** Milliseconds from the end of a turn to the next. */
  readonly pauseMs: () => number;
  /** Where the lock lies; absent: every process makes rounds of its own. */
  readonly source?: DataSource;
}

/** Work that the program does by itself, every so often. What goes wrong is logged, and tried again at the next turn. */
export class Rounds {
  private readonly logger: Logger;
  private timer: NodeJS.Timeout | null = null;
  private turn: Promise<void> = Promise.resolve();
  private over = false;

  constructor(private readonly plan: RoundsPlan) {
    this.logger = new Logger(plan.name);
  }

  /** The first turn comes after so many milliseconds, every other one after the pause. No turn keeps the program from ending. */
  begin(afterMs: number): void {
    if (this.over) return;
    this.timer = setTimeout(() => {
      this.turn = this.work().finally(() => this.begin(this.plan.pauseMs()));
    }, afterMs);
    this.timer.unref();
  }

  /** No further turn begins; waits for the one that is under way. */
  async end(): Promise<void> {
    this.over = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.turn;
  }

  private async work(): Promise<void> {
    const { source, name, work } = this.plan;
    try {
      await (source === undefined ? work() : whileAlone(source, name, work));
    } catch (error) {
      this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
}

/** Rounds of a day in Seoul: the work is done once on each, soon after midnight; a day on which it went wrong is looked at again. */
export function dailyRounds(clock: Clock, plan: Omit<RoundsPlan, 'pauseMs'>): Rounds {
  let doneOn: LocalDate | null = null;
  const work = async (): Promise<void> => {
    const today = clock.today();
    if (doneOn === today) return;
    await plan.work();
    doneOn = today;
  };
  const pauseMs = (): number => {
    const midnight = startOfSeoulDay(addDays(clock.today(), 1)).getTime() - clock.now().getTime();
    return Math.min(Math.max(midnight, A_MOMENT_MS), LOOK_EVERY_MS);
  };
  return new Rounds({ ...plan, work, pauseMs });
}
