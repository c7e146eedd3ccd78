import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson, type Command, type CommandContext, type Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { WorkbookIntake, type WorkbookFile } from '#libs/document';
import { Ledger } from '#libs/ledger';
import { basisPoints } from '#libs/money';
import { policiesInForce } from '#libs/policy';
import type { Sheet } from '#libs/sheet';
import { FUND_POLICIES, mayRecycle } from '../fund/fund.policy.js';
import { EVERYTHING, getFund } from '../fund/fund.query.js';
import { keepVerdicts, type JudgedSubject } from '../investment/investment.store.js';
import { LimitService } from '../obligation/limit/limit.service.js';
import { fundPolicies } from '../obligation/fund-position.query.js';
import { FairValueService } from '../valuation/fair-value/fair-value.service.js';
import { recordCallPayments } from './capital.store.js';
import { openDirectory, type RegisterDirectory } from './directory.store.js';
import { recordFunds, recordPartners } from './formation.store.js';
import { dealsThatBrokeTheHeadroom } from './history.rules.js';
import { recordDistributions, recordExits, recordExpenses, recordValuations } from './outcome.store.js';
import { recordInvestments } from './portfolio.store.js';
import type { Recording } from './recording.store.js';
import { planRegister } from './register.import.js';
import { DEFAULT_REGISTER_LIMITS, type RegisterLimits } from './register-limits.rules.js';
import { recordedRegister } from './register.query.js';
import type { RegisterFacts, RegisterPlan } from './register.js';
import { summarise, type ImportSummary } from './register.view.js';

/** What came in. */
export type ImportRegister = WorkbookFile;

const INVESTMENT_SHEET = '투자현황';

@Injectable()
export class RegisterService {
  constructor(
    private readonly ledger: Ledger,
    private readonly intake: WorkbookIntake,
    private readonly fairValues: FairValueService,
    private readonly limits: LimitService,
  ) {}

  /** The same command once it is signed: the cells come from the kept file again. */
  readonly importStored: Command<ImportRegister, ImportSummary> = {
    name: 'fund-register.import',
    execute: async (tx, context, input) => this.import(await this.intake.reread(input)).execute(tx, context, input),
  };

  /**
   * `fund-register.import`: every row gets a verdict; the new facts of sound rows are recorded as history, posted in one
   * go, and what they broke is kept as a verdict beside them. The same file again records nothing new.
   */
  import(sheets: readonly Sheet[]): Command<ImportRegister, ImportSummary> {
    return {
      name: 'fund-register.import',
      execute: async (tx, context, input) => {
        // One import at a time: each compares the file with all that is on record.
        await tx.query(`select pg_advisory_xact_lock(hashtextextended('register import', 0))`);
        const known = await recordedRegister(tx, { fundId: null, knownBefore: EVERYTHING.knownBefore, withVoided: true });
        const plan = planRegister(sheets, known, { ...(await limitsInForce(tx, context)), today: context.today });
        const directory = await this.record(tx, context, plan.newFacts);
        const breaches = dealsThatBrokeTheHeadroom([...known.funds, ...plan.newFacts.funds], [...known.investments, ...plan.newFacts.investments], [...known.exits, ...plan.newFacts.exits]);
        const isNew = new Set(plan.newFacts.investments.map((deal) => `${deal.fund} ${deal.number}`));
        const subjects = breaches.filter((deal) => isNew.has(`${deal.fund} ${deal.number}`)).map((deal) => subjectOf(directory, deal.fund, deal.number, [deal.verdict]));
        await keepVerdicts(tx, context.commandId, context.now, [...subjects, ...remarksOf(plan, directory)]);
        const summary = summarise(randomUUID(), input, context, plan, subjects.length);
        await this.keepRun(tx, context, summary);
        for (const fund of directory.funds.values()) context.announce('fund.changed', { fundId: fund.id });
        return summary;
      },
    };
  }

  private async record(tx: Tx, context: CommandContext, facts: RegisterFacts): Promise<RegisterDirectory> {
    const recording: Recording = { tx, context, directory: await openDirectory(tx), entries: [] };
    await recordFunds(recording, facts.funds, facts.partners);
    await recordPartners(recording, facts.partners);
    await recordCallPayments(recording, facts.callPayments);
    await recordInvestments(recording, facts.investments);
    await recordExits(recording, facts.exits);
    await recordDistributions(recording, facts.distributions);
    await recordValuations(recording, facts.valuations);
    await recordExpenses(recording, facts.expenses);
    await this.ledger.post(tx, context, recording.entries);
    await this.settle(recording, facts);
    return recording.directory;
  }

  /** What follows from the facts of each fund together: fair values in the books, and limits where proceeds may be invested again. */
  private async settle({ tx, context, directory }: Recording, { valuations, exits, distributions }: RegisterFacts): Promise<void> {
    for (const [number, fund] of directory.funds) {
      const moved = [...valuations, ...exits].filter((fact) => fact.fund === number).map((fact) => directory.investment(number, fact.investment).id);
      await this.fairValues.settle(tx, context, fund.id, [...new Set(moved)], true);
      const days = [...exits.filter((each) => each.fund === number).map((each) => each.exitedOn), ...distributions.filter((each) => each.fund === number).map((each) => each.paidOn)].sort();
      const last = days.at(-1);
      if (last === undefined || !mayRecycle(await fundPolicies(tx, await getFund(tx, fund.id), { ...EVERYTHING, asOf: context.today }))) continue;
      await this.limits.settle(tx, context, { fundId: fund.id, effectiveOn: last, memo: '재투자 가능 회수금', history: true });
    }
  }

  private async keepRun(tx: Tx, context: CommandContext, summary: ImportSummary): Promise<void> {
    await tx.query(
      `insert into import_run (id, kind, file_name, sha256, size_bytes, result, imported_by, command_id) values ($1, 'fund-register', $2, $3, $4, $5, $6, $7)`,
      [summary.id, summary.fileName, summary.sha256, summary.sizeBytes, canonicalJson(summary), context.actor.userId, context.commandId],
    );
  }
}

/** The numbers that the checks rest on, as decided for every fund; what nobody decided keeps its documented default. */
async function limitsInForce(tx: Tx, context: CommandContext): Promise<Partial<RegisterLimits>> {
  const policies = await policiesInForce(tx, ['*'], context.today, EVERYTHING.knownBefore);
  const { startupYears, transferWindowYears, generalPartnerShare, singleCompanyCap, overdueRate } = DEFAULT_REGISTER_LIMITS;
  return {
    startupYears: policies.integer(FUND_POLICIES.startupYears, startupYears),
    transferWindowYears: policies.integer(FUND_POLICIES.transferWindowYears, transferWindowYears),
    generalPartnerShare: basisPoints(policies.integer(FUND_POLICIES.partnerShareMinimum, generalPartnerShare)),
    singleCompanyCap: basisPoints(policies.integer(FUND_POLICIES.singleCompanyCap, singleCompanyCap)),
    overdueRate: basisPoints(policies.integer(FUND_POLICIES.overdueRate, overdueRate)),
  };
}

function subjectOf(directory: RegisterDirectory, fund: string, number: string, verdicts: readonly Verdict[]): JudgedSubject {
  return { kind: 'investment', id: directory.investment(fund, number).id, fundId: directory.fund(fund).id, verdicts };
}

/** Warnings about rows of new deals become verdicts about the deals, so that pages and reports show them. */
function remarksOf(plan: RegisterPlan, directory: RegisterDirectory): JudgedSubject[] {
  const rows = plan.sheets.find((sheet) => sheet.name === INVESTMENT_SHEET)?.rows.filter((row) => row.outcome === 'WARNED' && row.key !== null) ?? [];
  return rows.flatMap((row) => {
    const deal = plan.newFacts.investments.find((each) => each.number === row.key);
    if (deal === undefined) return [];
    const verdicts = row.remarks.map((remark): Verdict => ({
      rule: remark.code.toLowerCase().replaceAll('_', '-'),
      clause: '투자자산 관리대장',
      result: 'WARN',
      text: remark.text,
      inputs: { row: row.row, column: remark.column, value: remark.value },
    }));
    return [subjectOf(directory, deal.fund, deal.number, verdicts)];
  });
}
