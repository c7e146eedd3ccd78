import { randomUUID } from 'node:crypto';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { AgreementDraft, OwnMovement } from './agreement.js';

export async function insertAgreements(tx: Tx, context: CommandContext, drafts: readonly AgreementDraft[]): Promise<void> {
  await tx.query(
    `insert into voucher_agreement (voucher_id, agreed_on, amount_won, self_burden_won, broker_id, document_id, known_at, command_id)
     select d."voucherId", d."agreedOn", d."amountWon", d."selfBurdenWon", d."brokerId", d."documentId", $2, $3
       from jsonb_to_recordset($1::jsonb) as d ("voucherId" uuid, "agreedOn" date, "amountWon" bigint, "selfBurdenWon" bigint, "brokerId" uuid, "documentId" uuid)`,
    [JSON.stringify(drafts.map((each) => ({ ...each, amountWon: each.amountWon.toString(), selfBurdenWon: each.selfBurdenWon.toString() }))), context.now, context.commandId],
  );
}

export async function insertOwnMoney(tx: Tx, context: CommandContext, table: 'own_money_deposit' | 'own_money_return', movements: readonly OwnMovement[]): Promise<void> {
  await tx.query(
    `insert into ${table} (id, voucher_id, amount_won, value_on, bank_reference, known_at, command_id)
     select d.id, d."voucherId", d."amountWon", d."valueOn", d."bankReference", $2, $3
       from jsonb_to_recordset($1::jsonb) as d (id uuid, "voucherId" uuid, "amountWon" bigint, "valueOn" date, "bankReference" text)`,
    [JSON.stringify(movements.map((each) => ({ ...each, id: randomUUID(), amountWon: each.amountWon.toString() }))), context.now, context.commandId],
  );
}
