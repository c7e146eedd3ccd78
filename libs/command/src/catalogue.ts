import type { Bilingual } from '#libs/errors';
import { DomainError, invariant } from '#libs/errors';
import type { Command } from './command.js';

/** What is known of a command before anybody runs it; the database keeps a copy and judges by it. */
export interface CommandKind {
  readonly title: Bilingual;
  /** Where the amount in won stands in the input; absent: the command moves no amount of its own. */
  readonly amountPath?: readonly string[];
  /** Where the fund's id stands in the input. */
  readonly fundPath?: readonly string[];
  /** The program itself may run it, with nobody at the keyboard (a daily anchor). */
  readonly automatic?: boolean;
  /** No policy can let it pass without a signature. */
  readonly alwaysSigned?: boolean;
}

/** A command of any input: whoever runs it from storage gives back what was stored for it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- input and result are known to the command alone
export type AnyCommand = Command<any, any>;

/** The commands of the program by name, so that a stored one can be run once it is signed. Filled by the composition root. */
export class CommandCatalogue {
  private commands: ReadonlyMap<string, AnyCommand> = new Map();

  fill(commands: readonly AnyCommand[]): void {
    this.commands = new Map(commands.map((command) => [command.name, command]));
    invariant(this.commands.size === commands.length, 'two commands bear one name');
  }

  get names(): readonly string[] {
    return [...this.commands.keys()].sort();
  }

  /** Throws `command.unknown` for a name that this version of the program does not know. */
  get(name: string): AnyCommand {
    const command = this.commands.get(name);
    if (command !== undefined) return command;
    throw new DomainError('conflict', 'command.unknown', {
      ko: `이 버전의 프로그램에 없는 명령(${name})입니다. 다시 기안해 주세요.`,
      en: `This version of the program has no command ${name}. Draft it again.`,
    });
  }
}
