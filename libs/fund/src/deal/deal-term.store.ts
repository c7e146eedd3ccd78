import type { Tx } from '#libs/database';
import { invalidField } from '#libs/errors';
import type { Deal } from '../investment/investment.js';
import { DealTermEntity } from './deal-term.entity.js';
import { DealTraitEntity } from './deal-trait.entity.js';
import type { DealParticulars } from './deal-term.js';
import { ownershipOf } from './deal-term.rules.js';

interface Told {
  readonly knownAt: Date;
  readonly commandId: string;
}

/** Keeps what was said of a deal beside its amount, with the part of the company that follows from it. */
export async function storeParticulars(tx: Tx, told: Told, deal: Deal & { readonly id: string }, particulars: DealParticulars, sellerId: string | null): Promise<void> {
  const { disclosure, conduct, traits, seller: _seller, totalShares, ...rest } = particulars;
  const ownership = ownershipOf(deal, particulars)?.share ?? null;
  await tx.insert(DealTermEntity, {
    ...rest,
    ...told,
    investmentId: deal.id,
    totalShares: totalShares?.toString() ?? null,
    ownershipNumerator: ownership?.numerator.toString() ?? null,
    ownershipDenominator: ownership?.denominator.toString() ?? null,
    sellerId,
    disclosure: { ...disclosure, ...conduct },
  });
  const rows = Object.entries(traits).map(([dimension, value]) => ({ ...told, investmentId: deal.id, dimension, value, effectiveOn: deal.paidOn }));
  if (rows.length > 0) await tx.insert(DealTraitEntity, rows);
}

/** Refuses a file that nobody uploaded, at its field. Throws `DomainError` invalid. */
export async function requireDocument(tx: Tx, documentId: string | null, pointer: string): Promise<void> {
  if (documentId === null) return;
  const found: unknown[] = await tx.query('select 1 from document where id = $1', [documentId]);
  if (found.length > 0) return;
  throw invalidField(pointer, 'evidence.unknown-document', { ko: '올린 적이 없는 파일입니다. 파일을 다시 올려 주세요.', en: 'No such file was uploaded. Upload it again.' });
}
