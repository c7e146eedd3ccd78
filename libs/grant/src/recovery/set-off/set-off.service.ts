import { Injectable } from '@nestjs/common';
import type { Command } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import { Ledger } from '#libs/ledger';
import { formatWon, won, type Won } from '#libs/money';
import { reducePayable } from '#libs/payment';
import { accountOf } from '#libs/recovery';
import type { Agreement } from '../../agreement/agreement.js';
import { getAgreement, lockAgreements } from '../../agreement/agreement.query.js';
import { callBook } from '../../call/call.charts.js';
import { TRANCHE_PAYABLE, TRANCHE_SET_OFF, tranchePaid } from '../../tranche/tranche.posting.js';
import { getTranche } from '../../tranche/tranche.query.js';
import type { Tranche } from '../../tranche/tranche.js';
import type { MovedRecovery } from '../collection.service.js';
import { projectGaveBack, recoveryReinstated, recoverySetOff, type OfOneRecovery } from '../recovery.posting.js';
import { getRecovery, projectCashOf, type RecoveryRow } from '../recovery.query.js';
import { insertMovement } from '../recovery.store.js';
import { decisionWasAnothers } from './set-off.rules.js';
import { hasDecided } from './set-off.query.js';
import { insertSetOff } from './set-off.store.js';

export interface SetOffRecovery {
  readonly recoveryId: string;
  /** Decided, and not in a payment run. */
  readonly trancheId: string;
  readonly amountWon: Won;
}

interface Sides {
  readonly claim: RecoveryRow;
  readonly tranche: Tranche;
  readonly agreement: Agreement;
}

/** What an institution owes and what it is owed meet (상계, 민법 제492조; 국고금 관리법). */
@Injectable()
export class SetOffService {
  constructor(private readonly ledger: Ledger) {}

  /**
   * `grant-recovery.set-off`: a recovery is set off against a decided tranche of the same institution in the same call. The tranche counts
   * as paid by that much, the debt to the institution is stated anew for the rest, and what is set off is held for the Treasury.
   * Not by the person who decided the payment.
   */
  readonly setOff: Command<SetOffRecovery, MovedRecovery> = {
    name: 'grant-recovery.set-off',
    execute: async (tx, context, { recoveryId, trancheId, amountWon }) => {
      const { claim, tranche, agreement } = await openSides(tx, recoveryId, trancheId);
      context.judge([decisionWasAnothers(await hasDecided(tx, trancheId, context.actor.userId), tranche.label)]);
      const before = accountOf(claim);
      requireWithin(amountWon, won(before.openWon + before.writtenOffWon));
      if (context.blocked) return { recoveryId, amountWon: `${amountWon}`, before, after: before, entries: [] };
      const reason = `회수금 상계 ${claim.number}`;
      await reducePayable(tx, context, TRANCHE_PAYABLE, trancheId, { amountWon, reason });
      const memo = `지급 상계 ${agreement.number} ${tranche.label}`;
      const movementId = await insertMovement(tx, context, recoveryId, { kind: 'OFFSET', amountWon, valueOn: context.today, reason: memo });
      await insertSetOff(tx, context, { movementId, recoveryId, trancheId, amountWon });
      const effectiveOn = await this.ledger.bookableDay(tx, callBook(claim.callId), context.today);
      const entries = await this.ledger.post(tx, context, [
        tranchePaid({ ...tranche, callId: claim.callId, trancheId, amountWon, effectiveOn, memo: `${reason} ${agreement.number}` }, TRANCHE_SET_OFF),
        ...(await settled(tx, claim, { callId: claim.callId, recoveryId, effectiveOn, memo }, amountWon, won(amountWon > before.openWon ? amountWon - before.openWon : 0n), agreement.id)),
      ]);
      context.announce('grant.changed', { callId: claim.callId });
      return { recoveryId, amountWon: `${amountWon}`, before, after: accountOf(await getRecovery(tx, recoveryId)), entries };
    },
  };
}

/** The claim as if the money had come: first what was given up stands again, then it is received; unless it is a penalty it comes out of its project. */
async function settled(tx: Tx, claim: RecoveryRow, about: OfOneRecovery, amountWon: Won, beyondWon: Won, paidAgreementId: string) {
  // Where both are one project, its account has just been credited with the tranche.
  const justPaid = paidAgreementId === claim.agreementId ? amountWon : 0n;
  const heldWon = claim.sanctionId !== null ? 0n : (await projectCashOf(tx, claim.callId, claim.agreementId)) + justPaid;
  return [
    ...(beyondWon > 0n ? [recoveryReinstated(about, beyondWon)] : []),
    recoverySetOff(about, amountWon),
    ...(claim.sanctionId !== null ? [] : [projectGaveBack(about, claim.agreementId, amountWon, heldWon)]),
  ];
}

/** A recovery and a tranche that nobody else moves until the transaction ends, of one institution in one call. */
async function openSides(tx: Tx, recoveryId: string, trancheId: string): Promise<Sides> {
  const [{ agreementId: owing }, { agreementId: paid }] = [await getRecovery(tx, recoveryId), await getTranche(tx, trancheId)];
  await lockAgreements(tx, [...new Set([owing, paid])]);
  const [claim, tranche, agreement] = [await getRecovery(tx, recoveryId), await getTranche(tx, trancheId), await getAgreement(tx, paid)];
  if (agreement.callId !== claim.callId || agreement.partyId !== claim.debtorId) {
    throw invalidField('/trancheId', 'grant-recovery.owed-to-somebody-else', { ko: `같은 사업에서 ${claim.debtor}에 지급할 회차만 상계할 수 있습니다.`, en: `Only a tranche of the same call that ${claim.debtor} is owed can be set off.` });
  }
  if (tranche.state !== 'DECIDED') {
    throw new DomainError('conflict', 'grant-recovery.not-decided', { ko: '지급결정한 회차만 상계할 수 있습니다. 먼저 지급을 결정해 주세요.', en: 'Only a tranche that was decided can be set off. Decide its payment first.' });
  }
  return { claim, tranche, agreement };
}

function requireWithin(amountWon: Won, mostWon: Won): void {
  if (amountWon > mostWon) throw invalidField('/amountWon', 'grant-recovery.more-than-there-is', { ko: `남은 회수금은 ${formatWon(mostWon)}원입니다. 그 이하로 적어 주세요.`, en: `${formatWon(mostWon)} won of the recovery are open. Enter that or less.` });
}
