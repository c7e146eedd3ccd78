import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { requireFile } from '#libs/document';
import { invalidField } from '#libs/errors';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { basisPoints, ZERO_WON } from '#libs/money';
import { ensureParties, type PartyDraft } from '#libs/party';
import type { PolicySet } from '#libs/policy';
import type { PartnerKind } from '../fund/fund.js';
import { FundPartnerEntity } from '../fund/fund-partner.entity.js';
import { FUND_POLICIES } from '../fund/fund.policy.js';
import { EVERYTHING, getFund, lockFund, type FundRow } from '../fund/fund.query.js';
import { fundIsNotDissolved } from '../life/life.rules.js';
import { fundPolicies } from '../obligation/fund-position.query.js';
import { commitmentTransferred } from './commitment.posting.js';
import { lastMoveOf, listHolders } from './commitment.query.js';
import { judgeTransfer, movedBy, partOf, type TransferLimits } from './commitment.rules.js';
import type { Holder, Holding } from './commitment.js';

export interface NewPartner {
  readonly party: PartyDraft;
  readonly kind: PartnerKind;
  readonly professional: boolean;
  readonly contact: string | null;
}

export interface TransferCommitment {
  readonly fundId: string;
  readonly fromId: string;
  /** A partner of the fund, or somebody who becomes one. */
  readonly toId: string | null;
  readonly newPartner: NewPartner | null;
  readonly units: bigint;
  readonly effectiveOn: LocalDate;
  readonly consent: string;
  readonly documentId: string | null;
}

export interface TransferredCommitment {
  readonly id: string;
  readonly blocked: boolean;
  readonly part: Holding;
  /** The two sides before and after. */
  readonly from: { readonly before: Holder; readonly after: Holder };
  readonly to: { readonly before: Holder; readonly after: Holder };
  readonly postings: readonly PostedEntry[];
}

@Injectable()
export class CommitmentService {
  constructor(private readonly ledger: Ledger) {}

  /** `commitment.transfer`: whole units change hands with what was called, paid and given back on them. In a dry run: both sides before and after. */
  readonly transfer: Command<TransferCommitment, TransferredCommitment> = {
    name: 'commitment.transfer',
    execute: async (tx, context, input) => {
      await lockFund(tx, input.fundId);
      const fund = await getFund(tx, input.fundId);
      const holders = await listHolders(tx, fund.id);
      const from = requireHolder(holders, input);
      await requireDay(tx, fund, input, context.today);
      await requireFile(tx, input.documentId, '/documentId');
      const to = input.newPartner === null ? requirePartner(holders, input) : newHolder(input.newPartner);
      const part = partOf(from, input.units);
      const sides = { from: { before: from, after: { ...from, ...movedBy(from, part, -1n) } }, to: { before: to, after: { ...to, ...movedBy(to, part, 1n) } } };
      const after = [...holders.filter(({ id }) => id !== from.id && id !== to.id), sides.from.after, sides.to.after];
      context.judge(judgeTransfer(from, after, transferLimits(await fundPolicies(tx, fund, EVERYTHING, input.effectiveOn))));
      const outcome = { id: randomUUID(), blocked: context.blocked, part, ...sides };
      if (context.blocked) return { ...outcome, postings: [] };
      if (input.newPartner !== null) await admit(tx, context, input, to.id, input.newPartner);
      const postings = await this.store(tx, context, input, outcome);
      context.announce('fund.changed', { fundId: fund.id });
      return { ...outcome, postings };
    },
  };

  private async store(tx: Tx, context: CommandContext, input: TransferCommitment, { id, part, from, to }: Omit<TransferredCommitment, 'postings'>): Promise<readonly PostedEntry[]> {
    await tx.query(
      `insert into commitment_transfer (id, fund_id, number, from_id, to_id, units, commitment_won, called_won, paid_in_won, recalled_won, distributed_won,
                                        effective_on, consent, document_id, known_at, command_id)
       select $1, $2, 1 + count(t.id), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15 from commitment_transfer t where t.fund_id = $2`,
      [
        ...[id, input.fundId, from.before.id, to.before.id, part.units.toString()],
        ...[part.commitmentWon, part.calledWon, part.paidInWon, part.recalledWon, part.distributedWon].map((amount) => amount.toString()),
        ...[input.effectiveOn, input.consent, input.documentId, context.now, context.commandId],
      ],
    );
    const transfer = { id, fromId: from.before.id, toId: to.before.id, memo: `${from.before.name} → ${to.before.name} ${part.units}좌`, part };
    return this.ledger.post(tx, context, [commitmentTransferred(input.fundId, transfer, { effectiveOn: input.effectiveOn, knownAt: context.now, history: false })]);
  }
}

/** Becomes a partner who holds nothing yet, behind all others. */
async function admit(tx: Tx, context: CommandContext, input: TransferCommitment, id: string, { party, kind, professional, contact }: NewPartner): Promise<void> {
  const [partyId = ''] = (await ensureParties(tx, [party])).values();
  const rows: { known: boolean; next: number }[] = await tx.query(
    'select coalesce(bool_or(party_id = $2), false) as known, coalesce(max(ordinal), 0) + 1 as next from fund_partner where fund_id = $1',
    [input.fundId, partyId],
  );
  if (rows[0]?.known === true) {
    throw invalidField('/newPartner/businessNumber', 'commitment.partner-already', { ko: '이미 이 조합의 조합원입니다. 기존 조합원에서 골라 주세요.', en: 'This is a partner of the fund already. Choose it among the partners.' });
  }
  const row = { id, fundId: input.fundId, partyId, kind, professional, contact, ordinal: rows[0]?.next ?? 1, units: '0', commitmentWon: ZERO_WON, signedOn: input.effectiveOn };
  await tx.insert(FundPartnerEntity, { ...row, knownAt: context.now, commandId: context.commandId });
}

const newHolder = ({ party, kind, professional }: NewPartner): Holder => ({ id: randomUUID(), name: party.name, kind, professional, ...NOTHING });

const NOTHING: Holding = { units: 0n, commitmentWon: ZERO_WON, calledWon: ZERO_WON, paidInWon: ZERO_WON, recalledWon: ZERO_WON, distributedWon: ZERO_WON };

function requireHolder(holders: readonly Holder[], { fromId, units }: TransferCommitment): Holder {
  const from = holders.find(({ id }) => id === fromId);
  if (from === undefined) throw invalidField('/fromPartnerId', 'commitment.not-a-partner', { ko: '이 조합의 조합원이 아닙니다.', en: 'This is no partner of the fund.' });
  if (units <= from.units) return from;
  throw invalidField('/units', 'commitment.more-units-than-held', { ko: `${from.name}의 보유 좌수는 ${from.units}좌입니다.`, en: `${from.name} holds ${from.units} units.` });
}

function requirePartner(holders: readonly Holder[], { fromId, toId }: TransferCommitment): Holder {
  const to = holders.find(({ id }) => id === toId);
  if (to === undefined) throw invalidField('/toPartnerId', 'commitment.not-a-partner', { ko: '이 조합의 조합원이 아닙니다. 새 조합원이면 새 조합원으로 적어 주세요.', en: 'This is no partner of the fund. Enter somebody new as a new partner.' });
  if (to.id !== fromId) return to;
  throw invalidField('/toPartnerId', 'commitment.to-oneself', { ko: '양도인과 양수인이 같습니다.', en: 'Both sides are the same partner.' });
}

/** What goes along is what is on record: a transfer comes after everything else that moved the transferor's units. */
async function requireDay(tx: Tx, fund: FundRow, { fromId, effectiveOn }: TransferCommitment, today: LocalDate): Promise<void> {
  fundIsNotDissolved(fund, effectiveOn, '/effectiveOn');
  if (effectiveOn < fund.foundedOn || effectiveOn > today) {
    throw invalidField('/effectiveOn', 'commitment.outside-fund-life', { ko: `결성일(${fund.foundedOn})부터 오늘까지의 날짜여야 합니다.`, en: `The day lies between the founding on ${fund.foundedOn} and today.` });
  }
  const last = await lastMoveOf(tx, fromId);
  if (last === null || effectiveOn >= last) return;
  throw invalidField('/effectiveOn', 'commitment.before-later-moves', {
    ko: `양도인에게 ${last}의 출자요청·납입·분배·양도가 기록되어 있습니다. 그날 이후로 정해 주세요.`,
    en: `A call, payment, distribution or transfer of ${last} is on record for the transferor. Choose that day or a later one.`,
  });
}

function transferLimits(policies: PolicySet): TransferLimits {
  return {
    generalPartnerMinimum: basisPoints(policies.integer(FUND_POLICIES.partnerShareMinimum, 0)),
    generalPartnerClause: policies.find(FUND_POLICIES.partnerShareMinimum)?.clause ?? '',
    limitedPartnersMaximum: policies.integer(FUND_POLICIES.limitedPartnersMaximum, Number.MAX_SAFE_INTEGER),
    limitedPartnersClause: policies.find(FUND_POLICIES.limitedPartnersMaximum)?.clause ?? '',
  };
}
