import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Won } from '#libs/money';
import type { AssetCondition, AssetDeed, AssetKind } from './asset.js';

export interface NewAsset {
  readonly agreementId: string;
  readonly agreementNumber: string;
  readonly kind: AssetKind;
  readonly name: string;
  readonly maker: string | null;
  readonly serial: string | null;
  readonly registryNumber: string | null;
  readonly location: string;
  readonly expenseId: string | null;
  readonly acquiredOn: LocalDate;
  readonly amountWon: Won;
  readonly governmentWon: Won;
  readonly restrictedUntil: LocalDate;
}

/** Writes an asset under the next number of its agreement, which is locked. */
export async function insertAsset(tx: Tx, context: CommandContext, asset: NewAsset): Promise<{ readonly id: string; readonly number: string }> {
  const { agreementId, agreementNumber, kind, name, maker, serial, registryNumber, location, expenseId, acquiredOn } = asset;
  const id = randomUUID();
  const rows: { number: string }[] = await tx.query(
    `insert into grant_asset (id, agreement_id, number, kind, name, maker, serial, registry_number, location, expense_id, acquired_on, amount_won, government_won, restricted_until, known_at, command_id)
     select $1, $2::uuid, $3 || '-A' || lpad((1 + count(*))::text, greatest(2, length((1 + count(*))::text)), '0'), $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16
       from grant_asset where agreement_id = $2::uuid
     returning number`,
    [
      ...[id, agreementId, agreementNumber, kind, name, maker, serial, registryNumber, location, expenseId, acquiredOn],
      ...[`${asset.amountWon}`, `${asset.governmentWon}`, asset.restrictedUntil, context.now, context.commandId],
    ],
  );
  return { id, number: rows[0]?.number ?? '' };
}

export interface NewCheck {
  readonly assetId: string;
  readonly periodTo: LocalDate;
  readonly checkedOn: LocalDate;
  readonly condition: AssetCondition;
  readonly location: string;
  readonly note: string | null;
  readonly documentId: string | null;
}

export async function insertCheck(tx: Tx, context: CommandContext, check: NewCheck): Promise<string> {
  const id = randomUUID();
  await tx.query(
    `insert into grant_asset_check (id, asset_id, period_to, checked_on, condition, location, note, document_id, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, check.assetId, check.periodTo, check.checkedOn, check.condition, check.location, check.note, check.documentId, context.now, context.commandId],
  );
  return id;
}

export interface NewApproval {
  readonly assetId: string;
  readonly deed: AssetDeed;
  readonly counterparty: string | null;
  readonly expectedWon: Won;
  readonly reason: string;
  readonly decidedOn: LocalDate;
  readonly validThrough: LocalDate;
}

export async function insertApproval(tx: Tx, context: CommandContext, approval: NewApproval): Promise<string> {
  const id = randomUUID();
  await tx.query(
    `insert into grant_asset_approval (id, asset_id, deed, counterparty, expected_won, reason, decided_on, valid_through, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, approval.assetId, approval.deed, approval.counterparty, `${approval.expectedWon}`, approval.reason, approval.decidedOn, approval.validThrough, context.now, context.commandId],
  );
  return id;
}

export interface NewDisposal {
  readonly assetId: string;
  readonly approvalId: string;
  readonly disposedOn: LocalDate;
  readonly proceedsWon: Won;
  readonly governmentWon: Won;
  readonly documentId: string | null;
}

export async function insertDisposal(tx: Tx, context: CommandContext, disposal: NewDisposal): Promise<string> {
  const id = randomUUID();
  await tx.query(
    `insert into grant_asset_disposal (id, asset_id, approval_id, disposed_on, proceeds_won, government_won, document_id, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, disposal.assetId, disposal.approvalId, disposal.disposedOn, `${disposal.proceedsWon}`, `${disposal.governmentWon}`, disposal.documentId, context.now, context.commandId],
  );
  return id;
}
