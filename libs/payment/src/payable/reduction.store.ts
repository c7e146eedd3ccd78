import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { invalidField, invariant } from '#libs/errors';
import { formatWon, subtractWon, won, type Won } from '#libs/money';
import type { Payable } from './payable.js';
import { insertPayables, withdrawPayable } from './payable.store.js';

/**
 * Lowers a debt that no run has taken, because a part of it is settled otherwise; the rest is stated anew, and nothing where nothing is
 * left. The command has to be among those that may state and withdraw debts. Throws `payable.not-owed` where it is in a run or paid,
 * and `payable.more-than-owed` at `/amountWon`.
 */
export async function reducePayable(tx: Tx, context: CommandContext, kind: string, subjectId: string, { amountWon, reason }: { readonly amountWon: Won; readonly reason: string }): Promise<{ readonly leftWon: Won }> {
  await withdrawPayable(tx, context, kind, subjectId, reason);
  const debt = await withdrawn(tx, context, kind, subjectId);
  if (amountWon > debt.amountWon) {
    throw invalidField('/amountWon', 'payable.more-than-owed', { ko: `지급할 금액은 ${formatWon(debt.amountWon)}원입니다. 그 이하로 적어 주세요.`, en: `${formatWon(debt.amountWon)} won are to be paid. Enter that or less.` });
  }
  const leftWon = subtractWon(debt.amountWon, amountWon);
  if (leftWon > 0n) await insertPayables(tx, context, [{ ...debt, amountWon: leftWon }]);
  return { leftWon };
}

async function withdrawn(tx: Tx, context: CommandContext, kind: string, subjectId: string): Promise<Omit<Payable, 'id'>> {
  const rows: (Omit<Payable, 'id' | 'amountWon'> & { readonly amountWon: string })[] = await tx.query(
    `select p.book, p.kind, p.subject_id as "subjectId", p.payee_id as "payeeId", p.purpose, p.amount_won::text as "amountWon", p.due_on as "dueOn", p.detail
       from payable p join payable_withdrawal w on w.payable_id = p.id and w.command_id = $3 where p.kind = $1 and p.subject_id = $2`,
    [kind, subjectId, context.commandId],
  );
  const [row] = rows;
  invariant(row !== undefined, `no ${kind} of ${subjectId} was withdrawn by this command`);
  return { ...row, amountWon: won(row.amountWon) };
}
