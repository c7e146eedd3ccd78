import { randomUUID } from 'node:crypto';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Interest, InterestUse } from './interest.js';

export type InterestRow = Pick<Interest, 'id' | 'agreementId' | 'stage' | 'time' | 'earnedOn' | 'earnedWon' | 'note'> & { readonly knownAt: Date };
export type InterestUseRow = InterestUse & { readonly interestId: string; readonly knownAt: Date };

export async function insertInterest(tx: Tx, context: CommandContext, rows: readonly InterestRow[]): Promise<void> {
  await tx.query(
    `insert into grant_interest (id, agreement_id, stage, time, earned_on, earned_won, note, known_at, command_id)
     select d.id, d."agreementId", d.stage, d.time, d."earnedOn", d."earnedWon", d.note, d."knownAt", $2
       from jsonb_to_recordset($1::jsonb) as d (id uuid, "agreementId" uuid, stage smallint, time text, "earnedOn" date, "earnedWon" bigint, note text, "knownAt" timestamptz)`,
    [JSON.stringify(rows.map(asText)), context.commandId],
  );
}

const asText = ({ id, agreementId, stage, time, earnedOn, earnedWon, note, knownAt }: InterestRow) => ({ id, agreementId, stage, time, earnedOn, earnedWon: earnedWon.toString(), note, knownAt });

export async function insertInterestUses(tx: Tx, context: CommandContext, rows: readonly InterestUseRow[]): Promise<void> {
  await tx.query(
    `insert into grant_interest_use (id, interest_id, purpose, amount_won, used_on, approval, known_at, command_id)
     select d.id, d."interestId", d.purpose, d."amountWon", d."usedOn", d.approval, d."knownAt", $2
       from jsonb_to_recordset($1::jsonb) as d (id uuid, "interestId" uuid, purpose text, "amountWon" bigint, "usedOn" date, approval text, "knownAt" timestamptz)`,
    [JSON.stringify(rows.map((row) => ({ ...row, id: randomUUID(), amountWon: row.amountWon.toString() }))), context.commandId],
  );
}
