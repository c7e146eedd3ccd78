import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { invalidField } from '#libs/errors';
import { findBank } from '#libs/identifier';
import { sumWon, toDecimalString, fraction, won } from '#libs/money';
import { getCall, listCalls, type CallRow } from '../capital-call/capital-call.query.js';
import { findAccount, type CustodianAccountRow } from '../custodian/account/custodian-account.query.js';
import { FUND_POLICIES } from '../fund/fund.policy.js';
import { EVERYTHING, type FundRow, getFund, listPartners, type PartnerRow } from '../fund/fund.query.js';
import { fundPolicies } from '../obligation/fund-position.query.js';
import { termsOfCall } from '../overdue/overdue.query.js';
import type { OverdueTerms } from '../overdue/overdue.js';
import type { CallNotice, PayInto } from './call-notice.model.js';

/** Everything the notices of one call have in common. */
interface Ground {
  readonly fund: FundRow;
  readonly call: CallRow;
  readonly earlier: readonly CallRow[];
  readonly partners: readonly PartnerRow[];
  readonly terms: OverdueTerms;
  readonly account: PayInto | null;
  readonly noticeBusinessDays: number;
}

/**
 * The notices of a call by partner, of `partnerIds` or of all whose share is not zero. They say what was known when the call was
 * recorded: a notice printed years later is the same. Throws not found for the call, invalid at /partnerIds for others' partners.
 */
export async function listNotices(tx: Tx, callId: string, partnerIds: readonly string[] | null): Promise<CallNotice[]> {
  const ground = await readGround(tx, callId);
  const stranger = (partnerIds ?? []).find((id) => !ground.call.shares.some(({ partnerId }) => partnerId === id));
  if (stranger !== undefined) {
    throw invalidField('/partnerIds', 'capital-call.not-a-partner', { ko: '이 출자요청의 대상이 아닌 조합원이 있습니다.', en: 'One of the partners was not asked by this call.' });
  }
  const asked = ground.call.shares.filter(({ partnerId, calledWon }) => (partnerIds === null ? calledWon !== '0' : partnerIds.includes(partnerId)));
  return asked.map(({ partnerId, partner, calledWon }) => noticeOf(ground, { partnerId, partner, calledWon }));
}

async function readGround(tx: Tx, callId: string): Promise<Ground> {
  const call = await getCall(tx, callId, EVERYTHING);
  const then = { asOf: EVERYTHING.asOf, knownBefore: new Date(call.knownAt.getTime() + 1) };
  const fund = await getFund(tx, call.fundId);
  const policies = await fundPolicies(tx, fund, then, call.noticeOn ?? call.dueOn);
  return {
    fund,
    call,
    earlier: (await listCalls(tx, fund.id, EVERYTHING)).filter(({ number }) => number < call.number),
    partners: await listPartners(tx, fund.id, then.asOf, then.knownBefore),
    terms: await termsOfCall(tx, fund, call, then),
    account: payInto(await findAccount(tx, call.accountId), call.dueOn),
    noticeBusinessDays: policies.integer(FUND_POLICIES.callNotice, 0),
  };
}

function noticeOf({ fund, call, earlier, partners, terms, account, noticeBusinessDays }: Ground, share: { partnerId: string; partner: string; calledWon: string }): CallNotice {
  const partner = partners.find(({ id }) => id === share.partnerId);
  const before = earlier.flatMap(({ shares }) => shares.filter(({ partnerId }) => partnerId === share.partnerId).map(({ calledWon }) => won(calledWon)));
  const { kind, purposeCode, purpose, contact, noticeOn, dueOn } = call;
  return {
    ...{ partnerId: share.partnerId, partner: share.partner, kind, purposeCode, purpose, contact, noticeOn, dueOn },
    number: `${fund.number}-C${String(call.number).padStart(2, '0')}-${String(partner?.ordinal ?? 0).padStart(2, '0')}`,
    fund: fund.name,
    generalPartner: fund.generalPartner,
    custodian: fund.custodian,
    callNumber: call.number,
    businessNumber: partner?.businessNumber ?? null,
    commitmentWon: partner?.commitmentWon ?? won(0),
    calledBeforeWon: sumWon(before),
    recalledWon: partner?.recalledWon ?? won(0),
    callWon: sumWon(call.shares.map(({ calledWon }) => won(calledWon))),
    shareWon: won(share.calledWon),
    account,
    noticeBusinessDays,
    ratePercent: toDecimalString(fraction(BigInt(terms.rate), 100n), 2, 'truncate').replace(/\.?0+$/u, ''),
    cureDays: terms.cureDays,
    remedies: terms.remedies,
    recordedAt: call.knownAt,
  };
}

function payInto(account: CustodianAccountRow | null, on: LocalDate): PayInto | null {
  if (account === null) return null;
  const { bankCode, accountNumber, holder } = account;
  return { bank: findBank(bankCode, on)?.ko ?? bankCode, accountNumber, holder };
}
