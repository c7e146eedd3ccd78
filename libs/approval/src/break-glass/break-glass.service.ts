import { randomUUID } from 'node:crypto';
import type { Command } from '#libs/command';
import type { Tx } from '#libs/database';
import { invalidField } from '#libs/errors';

export interface OpenBreakGlass {
  /** The commands that are to pass without further signatures. */
  readonly commands: readonly string[];
  readonly hours: number;
  readonly reason: string;
}

export interface OpenedBreakGlass {
  readonly id: string;
  readonly openUntil: string;
}

const HOUR = 60 * 60 * 1_000;

/**
 * `break-glass.open`: in an emergency its drafter may run the named commands without further signatures, for hours and
 * not days. It always needs a second person's signature, which the database demands again, and every use of it is on
 * record. Source: dossier §7.2.
 */
export const openBreakGlass: Command<OpenBreakGlass, OpenedBreakGlass> = {
  name: 'break-glass.open',
  execute: async (tx, context, input) => {
    await requireOpenable(tx, input.commands);
    const id = randomUUID();
    const openUntil = new Date(context.now.getTime() + input.hours * HOUR);
    await tx.query('insert into break_glass (id, user_id, commands, reason, opened_at, open_until, command_id) values ($1, $2, $3, $4, $5, $6, $7)', [
      id,
      context.actor.userId,
      input.commands,
      input.reason,
      context.now,
      openUntil,
      context.commandId,
    ]);
    context.announce('break-glass.opened', { breakGlassId: id });
    return { id, openUntil: openUntil.toISOString() };
  },
};

async function requireOpenable(tx: Tx, commands: readonly string[]): Promise<void> {
  const rows: { command: string }[] = await tx.query('select command from command_kind where command = any($1) and not always_signed and not coalesce($2 = any (roles), false)', [commands, 'ADMIN']);
  const openable = new Set(rows.map((row) => row.command));
  const index = commands.findIndex((command) => !openable.has(command));
  if (index < 0) return;
  throw invalidField(`/commands/${index}`, 'break-glass.not-openable', {
    ko: '없는 작업이거나, 계정·권한·통제에 관한 작업이라 어떤 경우에도 서명 없이 처리할 수 없습니다.',
    en: 'There is no such command, or it is about accounts, roles or the controls and never passes without a signature.',
  });
}
