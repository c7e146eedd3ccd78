import { randomUUID } from 'node:crypto';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import type { Sheet } from '#libs/sheet';
import { budgetDecided } from '../../budget/budget.posting.js';
import { insertBudget } from '../../budget/budget.store.js';
import { YEAR_POLICIES } from '../../year/year.policy.js';
import { getOpenYear, listYears, termsOfYear } from '../../year/year.query.js';
import { openVoucherYear, type OpeningTerm } from '../../year/year.service.js';
import { firstDayOf, VOUCHER_KINDS, type VoucherKind, type VoucherYear } from '../../year/year.js';
import { namesBrokers, statedProgramme } from '../roster.import.js';
import type { StatedProgramme } from '../roster-limits.rules.js';
import type { RosterYear, RosterYearChoice } from './roster-year.js';

/** Finds or opens the year of a roster. Throws `DomainError` where the workbook is another year's or does not say whose it is. */
export async function yearOfRoster(tx: Tx, context: CommandContext, sheets: readonly Sheet[], choice: RosterYearChoice): Promise<RosterYear> {
  const stated = statedProgramme(sheets);
  if (choice.yearId !== null) return { year: await namedYear(tx, context, choice.yearId, stated, sheets), entries: [], opened: false };
  const kind: VoucherKind = namesBrokers(sheets) ? 'KTTN' : 'AS';
  if (stated?.fiscalYear === null || stated === null) throw yearUnknown();
  const inProgramme = (year: VoucherYear): boolean => choice.programmeId === null || year.programmeId === choice.programmeId;
  const found = (await listYears(tx)).filter((year) => year.kind === kind && year.fiscalYear === stated.fiscalYear && inProgramme(year));
  if (found.length > 1) throw severalYears();
  if (found[0] !== undefined) return { year: await getOpenYear(tx, found[0].id), entries: [], opened: false };
  return openStated(tx, context, kind, stated, choice);
}

async function namedYear(tx: Tx, context: CommandContext, yearId: string, stated: StatedProgramme | null, sheets: readonly Sheet[]): Promise<VoucherYear> {
  const year = await getOpenYear(tx, yearId);
  if (stated?.fiscalYear != null && stated.fiscalYear !== year.fiscalYear) {
    throw new DomainError('conflict', 'roster.of-another-year', {
      ko: `사업개요의 회계연도가 ${stated.fiscalYear}년입니다. ${year.name}이(가) 아니라 그 연도의 화면에서 올려 주세요.`,
      en: `The overview says fiscal year ${stated.fiscalYear}. Upload the file in that year, not in ${year.name}.`,
    });
  }
  if (namesBrokers(sheets) && !(await termsOfYear(tx, year, context.today)).brokerRequired) {
    throw new DomainError('conflict', 'roster.of-another-kind', {
      ko: `중개인명부가 있는 파일입니다. ${year.name}은(는) 중개인 없이 발급하는 사업이므로 KTTN 바우처 연도에서 올려 주세요.`,
      en: `The file lists brokers, but ${year.name} issues vouchers without them. Upload it in a year of the KTTN voucher.`,
    });
  }
  return year;
}

/** The stated budget counts as decided by the Assembly on the first day of the fiscal year: a roster of vouchers comes after it. */
async function openStated(tx: Tx, context: CommandContext, kind: VoucherKind, stated: StatedProgramme, { legalRegime, programmeId, fileName }: RosterYearChoice): Promise<RosterYear> {
  const { fiscalYear, name, budgetWon, quota } = stated;
  if (fiscalYear === null || budgetWon === null || quota === null || stated.capWon === null) throw yearUnknown();
  if (legalRegime === null) {
    throw invalidField('/legalRegime', 'roster.legal-regime-missing', {
      ko: `${fiscalYear}년 ${VOUCHER_KINDS[kind].ko} 사업연도를 새로 엽니다. 환수에 적용할 법률을 골라 주세요.`,
      en: `The year ${fiscalYear} of the ${VOUCHER_KINDS[kind].en} will be opened. Choose the statute that governs its clawbacks.`,
    });
  }
  const clause = `사업개요(${fileName})`;
  const opened = await openVoucherYear.execute(tx, context, { ...{ kind, fiscalYear, legalRegime, name, agency: null, programmeId }, terms: statedTerms(stated, clause) });
  const decision = { ...{ id: randomUUID(), yearId: opened.id, stage: 'APPROVED' as const, amountWon: budgetWon, vouchers: quota, companies: quota }, decidedOn: firstDayOf(fiscalYear), clause };
  await insertBudget(tx, context, decision);
  const entry = budgetDecided(opened.id, { ...decision, effectiveOn: decision.decidedOn, memo: clause });
  return { year: await getOpenYear(tx, opened.id), entries: [entry], opened: true };
}

/** A roster tells of no deposits: in a year that it opens, companies have paid their share to the providers themselves. */
function statedTerms({ capWon, selfBurden, windowYears, brokerFeeCap }: StatedProgramme, clause: string): OpeningTerm[] {
  const stated: readonly (readonly [key: string, value: bigint | number | null])[] = [
    [YEAR_POLICIES.face, capWon],
    [YEAR_POLICIES.selfBurden, selfBurden],
    [YEAR_POLICIES.transferWithinYears, windowYears],
    [YEAR_POLICIES.brokerFeeCap, brokerFeeCap],
  ];
  return [
    ...stated.flatMap(([key, value]): OpeningTerm[] => (value === null ? [] : [{ key, value: `${value}`, clause, source: 'NOTICE' }])),
    { key: YEAR_POLICIES.selfBurdenChannel, value: 'DIRECT', clause: '기본값: 명단에 납입 내역이 없어 기업이 공급기관에 직접 지급한 것으로 봄', source: 'ASSUMPTION' },
  ];
}

const yearUnknown = (): DomainError =>
  invalidField('/yearId', 'roster.year-unknown', {
    ko: "파일이 어느 사업연도의 것인지 알 수 없습니다. '사업개요' 시트에 회계연도·예산·발급한도·건당 한도를 적거나, 사업연도 화면에서 올려 주세요.",
    en: "The file does not say which year it belongs to. State fiscal year, budget, quota and cap in '사업개요', or upload it in a programme year.",
  });

const severalYears = (): DomainError =>
  new DomainError('conflict', 'roster.year-ambiguous', {
    ko: '같은 회계연도의 사업이 여럿입니다. 해당 사업연도 화면에서 올려 주세요.',
    en: 'Several programmes have that fiscal year. Upload the file in the programme year it belongs to.',
  });
