import { randomUUID } from 'node:crypto';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { negateWon } from '#libs/money';
import { DistributionEntity } from '../../register/distribution.entity.js';
import type { PartnerAmount } from '../../waterfall/waterfall.js';
import { CarryPaymentEntity } from './carry-payment.entity.js';
import { DistributionRecallableEntity } from './distribution-recallable.entity.js';
import { DistributionReversalEntity } from './distribution-reversal.entity.js';
import { DistributionRunEntity } from './distribution-run.entity.js';

type RunRow = Omit<DistributionRunEntity, 'knownAt' | 'recordedAt' | 'commandId'>;

/** Parts of a run by partner, in won; parts of zero leave no row. Carry is below zero where it comes back. */
export interface RunParts {
  readonly byPartner: readonly PartnerAmount[];
  readonly carryByPartner: readonly PartnerAmount[];
  readonly recallable: readonly PartnerAmount[];
}

const some = (parts: readonly PartnerAmount[]): PartnerAmount[] => parts.filter((part) => part.amountWon !== 0n);

/** Writes a run with its parts. The database holds at commit that the parts are the whole. */
export async function storeRun(tx: Tx, context: CommandContext, run: RunRow, parts: RunParts): Promise<void> {
  const witness = { knownAt: context.now, commandId: context.commandId };
  await tx.insert(DistributionRunEntity, { ...run, ...witness });
  const { fundId, number, paidOn, source } = run;
  const rows = some(parts.byPartner).map((part) => ({ id: randomUUID(), fundId, number, paidOn, source, note: null, ...part, ...witness }));
  if (rows.length > 0) await tx.insert(DistributionEntity, rows);
  const carry = some(parts.carryByPartner).map((part) => ({ id: randomUUID(), runId: run.id, ...part, ...witness }));
  if (carry.length > 0) await tx.insert(CarryPaymentEntity, carry);
  const recallable = some(parts.recallable).map(({ partnerId, amountWon }) => {
    return { distributionId: rows.find((row) => row.partnerId === partnerId)?.id ?? '', amountWon, commandId: context.commandId };
  });
  if (recallable.length > 0) await tx.insert(DistributionRecallableEntity, recallable);
}

/** Undoes a run: every row of it gets a mirrored one of the same day, so that whoever adds them up gets nothing. */
export async function mirrorRun(tx: Tx, context: CommandContext, runId: string, reason: string): Promise<void> {
  const witness = { knownAt: context.now, commandId: context.commandId };
  const run = await tx.findOneByOrFail(DistributionRunEntity, { id: runId });
  const rows = await tx.findBy(DistributionEntity, { fundId: run.fundId, number: run.number });
  const carry = await tx.findBy(CarryPaymentEntity, { runId });
  const mirrored = rows.map(({ recordedAt: _recorded, ...row }) => ({ ...row, ...witness, id: randomUUID(), amountWon: negateWon(row.amountWon), note: reason }));
  await tx.insert(DistributionReversalEntity, { runId, reason, ...witness });
  if (mirrored.length > 0) await tx.insert(DistributionEntity, mirrored);
  if (carry.length > 0) await tx.insert(CarryPaymentEntity, carry.map(({ partnerId, amountWon }) => ({ id: randomUUID(), runId, partnerId, amountWon: negateWon(amountWon), ...witness })));
  for (const [index, row] of rows.entries()) {
    const recallable = await tx.findOneBy(DistributionRecallableEntity, { distributionId: row.id });
    if (recallable === null) continue;
    await tx.insert(DistributionRecallableEntity, { distributionId: mirrored[index]?.id ?? '', amountWon: negateWon(recallable.amountWon), commandId: context.commandId });
  }
}
