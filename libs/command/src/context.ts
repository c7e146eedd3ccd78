import type { Clock, LocalDate } from '#libs/calendar';
import { DomainError } from '#libs/errors';
import type { Actor, Origin } from './actor.js';
import type { Verdict } from './verdict.js';

/** Something that happened, for whoever listens after the commit. */
export interface Announcement {
  readonly topic: string;
  readonly payload: Readonly<Record<string, string>>;
}

interface Circumstances {
  readonly dryRun: boolean;
  readonly origin: Origin;
}

/** What a running command knows beside its input, and what it leaves behind beside its rows. */
export class CommandContext {
  readonly verdicts: Verdict[] = [];
  readonly announcements: Announcement[] = [];
  readonly now: Date;
  readonly today: LocalDate;

  constructor(
    readonly commandId: string,
    readonly command: string,
    readonly actor: Actor,
    clock: Clock,
    readonly circumstances: Circumstances,
  ) {
    this.now = clock.now();
    this.today = clock.today();
  }

  /** True when nothing of it is to stay. */
  get dryRun(): boolean {
    return this.circumstances.dryRun;
  }

  /** From where it came, and how its actor had proved who they are. */
  get origin(): Origin {
    return this.circumstances.origin;
  }

  /** The same command where it tells of the past: what it records through this counts as known from `known`, never from later than now. */
  tellingOf(known: Date): CommandContext {
    const now = new Date(Math.min(known.getTime(), this.now.getTime()));
    return Object.create(this, { now: { value: now, enumerable: true } }) as CommandContext;
  }

  /**
   * Takes the verdicts of the rules. A BLOCK refuses the command with 422; in a dry run it is only noted, so that the
   * preview can show every verdict at once: ask `blocked` before going on.
   */
  judge(verdicts: readonly Verdict[]): void {
    this.verdicts.push(...verdicts);
    const blocking = verdicts.find((verdict) => verdict.result === 'BLOCK');
    if (blocking === undefined || this.dryRun) return;
    throw new DomainError('rule_broken', `rule.${blocking.rule}`, blocking.text, {
      rule: { id: blocking.rule, clause: blocking.clause },
      details: { verdicts: this.verdicts.map((verdict) => ({ ...verdict, text: { ...verdict.text }, inputs: { ...verdict.inputs } })) },
    });
  }

  get blocked(): boolean {
    return this.verdicts.some((verdict) => verdict.result === 'BLOCK');
  }

  /** Leaves a message that is delivered only if this transaction commits. */
  announce(topic: string, payload: Readonly<Record<string, string>>): void {
    this.announcements.push({ topic, payload });
  }
}
