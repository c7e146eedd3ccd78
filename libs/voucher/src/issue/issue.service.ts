import { Injectable } from '@nestjs/common';
import { yearOf, type LocalDate } from '#libs/calendar';
import { asCommand, type BatchCommand, type BatchItem, type CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField, type Bilingual } from '#libs/errors';
import type { JournalEntry } from '#libs/journal';
import { Ledger } from '#libs/ledger';
import { formatWon, sumWon } from '#libs/money';
import { explainVoucherLife } from '../voucher/life-refusal.js';
import { vouchersIssued } from '../voucher/voucher.posting.js';
import { lockYear, getYear } from '../year/year.query.js';
import { VOUCHER_KINDS, type VoucherYear } from '../year/year.js';
import { openIssueDesk } from './issue-desk.query.js';
import { planIssue, type IssuePlan } from './issue-plan.rules.js';
import type { Issuance, IssuedRow, IssueVouchers } from './issue.js';
import { lastSerial } from './issue.query.js';
import { recordIssues } from './issue.store.js';
import { issuedSummary, type IssuedVouchers } from './issue.view.js';

/** Lines of an entry are numbered in sixteen bits. */
const VOUCHERS_AN_ENTRY = 10_000;
/** Of a batch in which nothing can be issued, the refusal tells so many rows. */
const MOST_REFUSALS_TOLD = 50;

type Item = BatchItem<IssueVouchers>;

/** A request as it was planned, and its vouchers with their numbers. */
interface Planned {
  readonly context: CommandContext;
  readonly input: IssueVouchers;
  readonly plan: IssuePlan;
  readonly rows: readonly IssuedRow[];
}

@Injectable()
export class IssueService {
  constructor(private readonly ledger: Ledger) {}

  /**
   * `voucher.issue`: turns agreed vouchers into money, by the thousand. A row that may not be issued is left out and told
   * with its rule and cure; a request of which nothing remains is refused. In a dry run: what would be issued and posted.
   */
  readonly issue: BatchCommand<IssueVouchers, IssuedVouchers> = {
    name: 'voucher.issue',
    executeAll: async (tx, items) => {
      const answers = new Map<Item, IssuedVouchers | DomainError>();
      for (const group of groupsOf(items)) {
        for (const [item, answer] of await this.issueTogether(tx, group)) answers.set(item, answer);
      }
      return items.flatMap((item) => answers.get(item) ?? []);
    },
  };

  /** The same alone: what a stored request runs as once it is signed. */
  readonly issueOne = asCommand(this.issue);

  /** Requests for one year and day: whoever issues in this year waits here, so that numbers and limits are nobody else's meanwhile. */
  private async issueTogether(tx: Tx, items: readonly Item[]): Promise<ReadonlyMap<Item, IssuedVouchers | DomainError>> {
    const [first] = items as [Item];
    const { yearId, issuedOn } = first.input;
    await lockYear(tx, yearId);
    const year = await getYear(tx, yearId);
    const answers = new Map<Item, IssuedVouchers | DomainError>();
    const sound = items.filter((item) => {
      const refusal = refusalOf(item, year);
      if (refusal !== null) answers.set(item, refusal);
      return refusal === null;
    });
    for (const [item, answer] of sound.length === 0 ? [] : await this.issueSound(tx, year, issuedOn, sound)) answers.set(item, answer);
    return answers;
  }

  private async issueSound(tx: Tx, year: VoucherYear, issuedOn: LocalDate, items: readonly Item[]): Promise<ReadonlyMap<Item, IssuedVouchers | DomainError>> {
    const desk = await openIssueDesk(tx, year, issuedOn, items.flatMap(({ input }) => input.vouchers));
    const numbers = await numbersFrom(tx, year);
    const answers = new Map<Item, IssuedVouchers | DomainError>();
    const planned = new Map<Item, Planned>();
    for (const item of items) {
      const outcome = planOrRefusal(item, planIssue(item.input.vouchers, desk));
      if (outcome instanceof DomainError) answers.set(item, outcome);
      else planned.set(item, { ...item, plan: outcome, rows: outcome.issued.map((issuance) => rowOf(issuance, item, numbers())) });
    }
    await this.carryOut(tx, year.id, [...planned.values()]);
    for (const [item, { input, plan, rows }] of planned) answers.set(item, issuedSummary(input, plan, rows, entriesOf(year.id, { ...item, plan, rows })));
    return answers;
  }

  private async carryOut(tx: Tx, yearId: string, planned: readonly Planned[]): Promise<void> {
    try {
      await recordIssues(tx, yearId, planned.flatMap(({ rows }) => rows));
    } catch (error) {
      throw explainVoucherLife(error);
    }
    await this.ledger.postAll(tx, planned.flatMap((each) => entriesOf(yearId, each).map((entry) => ({ context: each.context, entry }))));
    for (const { context } of planned) context.announce('voucher.changed', { yearId });
  }
}

/** In one order for all, so that no two batches wait for each other. */
function groupsOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = `${item.input.yearId} ${item.input.issuedOn}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, group]) => group);
}

/** What is wrong with a request as a whole. */
function refusalOf({ input, context }: Item, year: VoucherYear): DomainError | null {
  if (year.closedOn !== null) {
    return new DomainError('conflict', 'voucher-year.closed', { ko: `${year.name}은(는) 마감되었습니다. 발급은 마감 전 연도에서만 할 수 있습니다.`, en: `${year.name} has been closed. Vouchers are issued in years that are open.` });
  }
  const { issuedOn } = input;
  if (issuedOn > context.today) return invalidField('/issuedOn', 'voucher.issued-in-future', { ko: '발급일이 오늘보다 뒤입니다. 오늘까지의 날짜를 입력해 주세요.', en: 'The day of issue lies in the future. Give a date up to today.' });
  if (yearOf(issuedOn) !== year.fiscalYear) return outsideFiscalYear(year, issuedOn);
  const totalWon = sumWon(input.vouchers.map(({ amountWon }) => amountWon));
  if (totalWon === input.amountWon) return null;
  return invalidField('/amountWon', 'voucher.total-differs', {
    ko: `바우처 금액의 합계는 ${formatWon(totalWon)}원입니다. 총액을 합계와 맞추어 주세요.`,
    en: `The vouchers come to ${formatWon(totalWon)} won. Give that as the total.`,
  });
}

function outsideFiscalYear({ fiscalYear }: VoucherYear, issuedOn: LocalDate): DomainError {
  const text: Bilingual = { ko: `발급일(${issuedOn})이 ${fiscalYear} 회계연도 밖입니다. ${fiscalYear}년의 날짜를 입력해 주세요.`, en: `The day of issue (${issuedOn}) lies outside the fiscal year ${fiscalYear}.` };
  return invalidField('/issuedOn', 'voucher.outside-fiscal-year', text);
}

/** Some rows are enough. Where none is left the request is refused by the first rule; a preview still shows every row. */
function planOrRefusal({ context }: Item, plan: IssuePlan): IssuePlan | DomainError {
  if (plan.issued.length > 0 || context.dryRun) return plan;
  try {
    context.judge(plan.refused.slice(0, MOST_REFUSALS_TOLD).flatMap(({ verdicts }) => verdicts));
    return plan;
  } catch (refusal) {
    if (refusal instanceof DomainError) return refusal;
    throw refusal;
  }
}

/** Gives out the numbers of a year one after the other: AS-2021-0001, … */
async function numbersFrom(tx: Tx, year: VoucherYear): Promise<() => string> {
  const { prefix } = VOUCHER_KINDS[year.kind];
  let serial = await lastSerial(tx, year, prefix);
  return () => `${prefix}-${year.fiscalYear}-${String((serial += 1)).padStart(4, '0')}`;
}

function rowOf({ voucherId, amountWon, validTo, broker, brokerJoinedOn }: Issuance, { context, input }: Item, number: string): IssuedRow {
  const witness = { knownAt: context.now, commandId: context.commandId };
  return { voucherId, number, rank: null, issuedOn: input.issuedOn, amountWon, validTo, brokerId: broker?.id ?? null, brokerJoinedOn, detail: null, ...witness };
}

/** One entry for each ten thousand vouchers; the companies that are new stand in the first. */
function entriesOf(yearId: string, { input, plan, rows }: Planned): JournalEntry[] {
  const parts = Array.from({ length: Math.ceil(rows.length / VOUCHERS_AN_ENTRY) }, (_, part) => rows.slice(part * VOUCHERS_AN_ENTRY, (part + 1) * VOUCHERS_AN_ENTRY));
  return parts.map((vouchers, part) =>
    vouchersIssued(yearId, {
      subject: { kind: 'voucher-year', id: yearId },
      effectiveOn: input.issuedOn,
      vouchers,
      newCompanies: part === 0 ? plan.newCompanies : 0,
      memo: `바우처 ${vouchers.length}건 발급 ${vouchers[0]?.number ?? ''}`,
    }),
  );
}
