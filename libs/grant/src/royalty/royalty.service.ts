import { Injectable } from '@nestjs/common';
import { holidayCalendar, type LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { requireFile } from '#libs/document';
import { DomainError, invalidField, invariant, type Details } from '#libs/errors';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { formatWon, type Won } from '#libs/money';
import { ensureParties, type PartyDraft } from '#libs/party';
import { getAgreement, lockAgreements } from '../agreement/agreement.query.js';
import type { Agreement } from '../agreement/agreement.js';
import { callBook } from '../call/call.charts.js';
import { getCall, policiesOfCall } from '../call/call.query.js';
import type { GrantCall } from '../call/call.js';
import { outcomeClaimed } from '../outcome-claim/outcome-claim.posting.js';
import { insertClaim } from '../outcome-claim/outcome-claim.store.js';
import { royaltyIsDue, salesAreDeclared } from './statement/notice.rules.js';
import { getTechnology, statementOf, technologiesOfAgreement } from './royalty.query.js';
import { paymentDays, royaltyTermsOn } from './royalty.policy.js';
import { insertDeclaration, insertTechnology, type NewDeclaration, type NewTechnology } from './royalty.store.js';
import { royaltyDueOn } from './statement/statement.rules.js';
import type { RoyaltyStatement, RoyaltyTerms, StatementYear } from './royalty.js';

export interface RegisterTechnology extends Omit<NewTechnology, 'companyId'> {
  readonly company: PartyDraft;
}

export type DeclareIncome = NewDeclaration;

export interface NotifyRoyalty {
  readonly agreementId: string;
  readonly year: number;
  /** As the statement shows it: what else it asks for is refused. */
  readonly amountWon: Won;
  readonly noticeOn: LocalDate;
}

export interface NotifiedRoyalty {
  readonly id: string | null;
  readonly number: string | null;
  readonly amountWon: string;
  readonly dueOn: LocalDate;
  readonly statement: RoyaltyStatement;
  readonly entries: readonly PostedEntry[];
}

/** What companies make of results, and what of it the government gets (국가연구개발혁신법 제18조). */
@Injectable()
export class RoyaltyService {
  constructor(private readonly ledger: Ledger) {}

  /** `grant-royalty.register`: a result came into the hands of a company, by licence or for its own use. */
  readonly register: Command<RegisterTechnology, { id: string }> = {
    name: 'grant-royalty.register',
    execute: async (tx, context, { company, ...technology }) => {
      const agreement = await getAgreement(tx, technology.agreementId);
      const call = await requireResearch(tx, agreement);
      if (technology.contractedOn > context.today) throw invalidField('/contractedOn', 'grant-royalty.not-contracted-yet', { ko: '계약일이 오늘보다 뒤입니다.', en: 'The contract lies in the future.' });
      if (technology.contractedOn < agreement.agreedOn) {
        throw invalidField('/contractedOn', 'grant-royalty.before-agreement', { ko: `협약일(${agreement.agreedOn})보다 빠릅니다. 이 협약의 성과인지 확인해 주세요.`, en: `That is before the agreement of ${agreement.agreedOn}. Check that it is a result of this one.` });
      }
      const companyId = [...(await ensureParties(tx, [company])).values()][0];
      invariant(companyId !== undefined, 'a party that was ensured has an id');
      const id = await insertTechnology(tx, context, { ...technology, companyId });
      if (id === null) throw new DomainError('conflict', 'grant-royalty.registered-already', { ko: '이미 등록한 기술과 기업입니다. 목록에서 찾아 주세요.', en: 'This result is on record with this company already. Look for it in the list.' });
      context.announce('grant.changed', { callId: call.id });
      return { id };
    },
  };

  /** `grant-royalty.declare`: income of a year as the company declares it; a second declaration corrects the first. */
  readonly declare: Command<DeclareIncome, { id: string; turn: number; statement: RoyaltyStatement }> = {
    name: 'grant-royalty.declare',
    execute: async (tx, context, declaration) => {
      const technology = await getTechnology(tx, declaration.technologyId);
      await lockAgreements(tx, [technology.agreementId]);
      requireDeclaration(declaration, Number(technology.contractedOn.slice(0, 4)), context.today);
      await requireFile(tx, declaration.documentId, '/documentId');
      const stated = await insertDeclaration(tx, context, declaration);
      context.announce('grant.changed', { callId: technology.callId });
      return { ...stated, statement: await statementOf(tx, await getAgreement(tx, technology.agreementId)) };
    },
  };

  /** `grant-royalty.notify`: the government's part of a year's income is claimed, as far as it is not yet and the cap leaves room. */
  readonly notify: Command<NotifyRoyalty, NotifiedRoyalty> = {
    name: 'grant-royalty.notify',
    execute: async (tx, context, { agreementId, year, amountWon, noticeOn }) => {
      await lockAgreements(tx, [agreementId]);
      const agreement = await getAgreement(tx, agreementId);
      const call = await requireResearch(tx, agreement);
      if (noticeOn > context.today) throw invalidField('/noticeOn', 'grant-royalty.not-notified-yet', { ko: '고지일이 오늘보다 뒤입니다.', en: 'The notice lies in the future.' });
      const [statement, terms] = [await statementOf(tx, agreement), royaltyTermsOn(agreement.agreedOn)];
      const asked = statement.years.find((each) => each.year === year) ?? null;
      context.judge([royaltyIsDue(year, asked, statement), salesAreDeclared(year, await technologiesOfAgreement(tx, agreementId))]);
      const dueOn = royaltyDueOn(noticeOn, paymentDays(await policiesOfCall(tx, call, noticeOn)), holidayCalendar());
      if (context.blocked || asked === null) return { id: null, number: null, amountWon: '0', dueOn, statement, entries: [] };
      requireAmount(amountWon, asked);
      return this.claim(tx, context, { agreement, asked, statement, terms, noticeOn, dueOn });
    },
  };

  private async claim(tx: Tx, context: CommandContext, about: { agreement: Agreement; asked: StatementYear; statement: RoyaltyStatement; terms: RoyaltyTerms; noticeOn: LocalDate; dueOn: LocalDate }): Promise<NotifiedRoyalty> {
    const { agreement, asked, statement, terms, noticeOn, dueOn } = about;
    const { callId, id: agreementId } = agreement;
    const working = workingOf(asked, statement, terms);
    const claim = await insertClaim(tx, context, { callId, agreementId, ground: 'ROYALTY', year: asked.year, capWon: statement.capWon, disposalId: null, computedWon: asked.openWon, amountWon: asked.noticeWon, noticeOn, dueOn, working });
    const effectiveOn = await this.ledger.bookableDay(tx, callBook(callId), noticeOn);
    const memo = `${asked.year}년 정부납부기술료 ${claim.number} ${agreement.partyName}`;
    const entries = await this.ledger.post(tx, context, [outcomeClaimed({ callId, claimId: claim.id, effectiveOn, memo }, asked.noticeWon)]);
    context.announce('grant.changed', { callId });
    return { ...claim, amountWon: `${asked.noticeWon}`, dueOn, statement: await statementOf(tx, agreement), entries };
  }
}

/** Royalties are law for research contributions only (§18): a subsidy knows none. */
async function requireResearch(tx: Tx, agreement: Agreement): Promise<GrantCall> {
  const call = await getCall(tx, agreement.callId);
  if (call.regime === 'RND') return call;
  throw new DomainError('rule_broken', 'grant-royalty.not-research', { ko: '국고보조사업에는 정부납부기술료가 없습니다(국가연구개발혁신법 제18조는 연구개발사업에 적용).', en: 'A subsidy knows no government royalty; the Innovation Act §18 is about research projects.' });
}

function requireDeclaration({ year, incomeWon, collectedOn, declaredOn }: DeclareIncome, firstYear: number, today: LocalDate): void {
  if (year < firstYear || `${year}` > today.slice(0, 4)) {
    throw invalidField('/year', 'grant-royalty.no-such-year', { ko: `연도는 계약한 해(${firstYear})부터 올해까지입니다.`, en: `Years run from ${firstYear}, that of the contract, to this one.` });
  }
  if (declaredOn > today || Number(declaredOn.slice(0, 4)) < year) throw invalidField('/declaredOn', 'grant-royalty.declared-at-no-time', { ko: '신고일은 그 연도부터 오늘까지의 날이어야 합니다.', en: 'The declaration lies between its year and today.' });
  if (incomeWon === 0n && collectedOn !== null) throw invalidField('/collectedOn', 'grant-royalty.nothing-collected', { ko: '수입이 없으면 징수일도 없습니다. 비워 두세요.', en: 'Without income nothing was collected. Leave it empty.' });
  if (incomeWon > 0n && (collectedOn === null || Number(collectedOn.slice(0, 4)) !== year)) {
    throw invalidField('/collectedOn', 'grant-royalty.collected-in-year', { ko: `${year}년에 처음 수입이 생긴 날을 적어 주세요.`, en: `Give the first day of ${year} on which money came.` });
  }
}

function requireAmount(amountWon: Won, { noticeWon }: StatementYear): void {
  if (amountWon === noticeWon) return;
  throw invalidField('/amountWon', 'grant-royalty.other-amount', { ko: `고지할 금액은 ${formatWon(noticeWon)}원입니다. 내역을 다시 확인해 주세요.`, en: `${formatWon(noticeWon)} won are to be claimed. Look at the statement again.` });
}

/** How the figure came about, kept with the notice. */
function workingOf(asked: StatementYear, { payer, grantWon, capWon, claimedWon, endsOn }: RoyaltyStatement, terms: RoyaltyTerms): Details {
  const rate = payer === null ? null : terms.rates[payer];
  return {
    ...{ payer, grantWon: `${grantWon}`, capWon: `${capWon}`, claimedBeforeWon: `${claimedWon}`, endsOn, clause: terms.clause, reason: asked.reason },
    rate: rate === null ? null : { numerator: `${rate.numerator}`, denominator: `${rate.denominator}` },
    ...{ licenceWon: `${asked.licenceWon}`, salesWon: `${asked.salesWon}`, computedWon: `${asked.computedWon}`, dueWon: `${asked.dueWon}`, claimedOfYearWon: `${asked.claimedWon}` },
  };
}
