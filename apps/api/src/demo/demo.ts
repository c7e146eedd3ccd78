import type { INestApplicationContext } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { AccessLog, ROLES, seedUsers } from '#libs/access';
import { SignatureService } from '#libs/approval';
import { localDate, manualClock, systemClock, type Clock, type ManualClock } from '#libs/calendar';
import { asCommand, COMMAND_GATE, CommandCatalogue, CommandRunner, type CommandGate } from '#libs/command';
import { Reader } from '#libs/database';
import { WorkbookIntake } from '#libs/document';
import {
  AgreementService, CapitalCallService, ClassificationService, CommitmentService, ConversionService, DistributionService, DutyService, EscrowService, ExitService, ExpenseService,
  FeeService, FeeTermService, FundService, InvestmentService, MandateRuleService, ValuationService, WaiverService,
} from '#libs/fund';
import {
  AmendmentService, AssetService, DemandService, GrantAgreementService, GrantBudgetService, GrantExpenseService, GrantLifeService, InterestService, OwnShareService,
  RecoveryCollectionService, RoyaltyService, TrancheService,
} from '#libs/grant';
import { MatchingRegisterService } from '#libs/matching';
import { BankAccountService } from '#libs/party';
import { BankMatchService, BankStatementService, ExportService, MatchDesk, OutcomeService, PaymentRunService } from '#libs/payment';
import { ScheduleDesk } from '#libs/report';
import { Keyring } from '#libs/secret';
import { BudgetService, CaptureBatch, ClaimService, ContractService, DecisionService, DeliveryService, EndingService, ExpiryService, IssueService, OwnMoneyService } from '#libs/voucher';
import type { DataSource } from 'typeorm';
import { Cast } from './cast.js';
import { playFundLife, type FundLifeStage } from './fund-life.js';
import { leaveGrantsOnTheDesks, playGrantStory, type GrantStage } from './grant-story.js';
import { playMatchingStory } from './matching-story.js';
import type { PayingStage } from './paying.js';
import { DEMO_PASSWORD, DEMO_PEOPLE } from './people.js';
import { playReportStory } from './report-story.js';
import { playFundStories } from './story.js';
import { leaveVouchersOnTheDesks, playVoucherStory, type VoucherStage } from './voucher-story.js';
import { leaveFundLifeOnTheDesks, leaveWorkOnTheDesks } from './waiting.js';

/** True before anybody has an account. */
export async function hasNobody(app: INestApplicationContext): Promise<boolean> {
  const users: unknown[] = await app.get<DataSource>(getDataSourceToken()).query('select 1 from app_user limit 1');
  return users.length === 0;
}

/** Plays the demo story into a database without users, and answers the lines that tell how to sign in. */
export async function playDemoOnce(app: INestApplicationContext, say: (line: string) => void): Promise<string[]> {
  const source = app.get<DataSource>(getDataSourceToken());
  if (await hasNobody(app)) {
    say('첫 실행: 시연 데이터를 준비합니다 (first start: playing the demo story) …');
    await seedUsers(source.manager, app.get(Keyring), DEMO_PEOPLE);
    const clock = manualClock('2021-01-04T09:00:00+09:00');
    const stage = fundStage(app, clock);
    const funds = await playFundStories(stage);
    const lived = await playFundLife(stage);
    const open = { ...fundStage(app, clock), cast: castOf(app, systemClock), clock: systemClock };
    await leaveWorkOnTheDesks(open, funds.get('FND-2024-01') ?? '');
    await leaveFundLifeOnTheDesks(open, lived);
    await playVoucherStory(voucherStage(app, clock), clock);
    await leaveVouchersOnTheDesks(voucherStage(app, systemClock), systemClock.today());
    await playGrantStory(grantStage(app, clock), clock);
    await leaveGrantsOnTheDesks(grantStage(app, systemClock), systemClock.today());
    await playMatchingStory({ ...grantStage(app, clock), intake: app.get(WorkbookIntake), matchingRegisters: app.get(MatchingRegisterService) }, (date) => {
      clock.set(`${date}T10:00:00+09:00`);
      return localDate(date);
    });
    await playReportStory({ cast: castOf(app, clock), clock, desk: app.get(ScheduleDesk), open: open.cast }, lived.fundId, systemClock.today());
  }
  const logins: { login: string; role: keyof typeof ROLES }[] = await source.query(
    'select u.login, min(r.role) as role from app_user u join user_role r on r.user_id = u.id where u.login = any($1) group by u.login, u.created_at order by u.created_at',
    [DEMO_PEOPLE.map((person) => person.login)],
  );
  return [`demo password: ${DEMO_PASSWORD}`, ...logins.map(({ login, role }) => `${login.padEnd(12)} ${ROLES[role].ko} / ${ROLES[role].en}`)];
}

/** Who and what the stories of funds need, at a time of their own. */
function fundStage(app: INestApplicationContext, clock: ManualClock): FundLifeStage {
  return {
    cast: castOf(app, clock),
    clock,
    funds: app.get(FundService),
    calls: app.get(CapitalCallService),
    investments: app.get(InvestmentService),
    classifications: app.get(ClassificationService),
    intake: app.get(WorkbookIntake),
    statements: app.get(BankStatementService),
    matches: app.get(BankMatchService),
    desk: app.get(MatchDesk),
    waivers: app.get(WaiverService),
    conversions: app.get(ConversionService),
    valuations: app.get(ValuationService),
    feeTerms: app.get(FeeTermService),
    fees: app.get(FeeService),
    expenses: app.get(ExpenseService),
    exits: app.get(ExitService),
    escrows: app.get(EscrowService),
    distributions: app.get(DistributionService),
    agreements: app.get(AgreementService),
    commitments: app.get(CommitmentService),
    duties: app.get(DutyService),
    mandates: app.get(MandateRuleService),
  };
}

/** Who and what a story of vouchers needs, at a time of its own. */
function voucherStage(app: INestApplicationContext, clock: Clock): VoucherStage {
  return {
    ...payingStage(app, clock),
    budgets: app.get(BudgetService),
    issues: app.get(IssueService),
    ownMoney: app.get(OwnMoneyService),
    contracts: app.get(ContractService),
    deliveries: app.get(DeliveryService),
    claims: app.get(ClaimService),
    capture: asCommand(app.get(CaptureBatch)),
    endings: app.get(EndingService),
    expiries: app.get(ExpiryService),
    clawbacks: app.get(DecisionService),
  };
}

/** Who and what a story of grants needs, at a time of its own. */
function grantStage(app: INestApplicationContext, clock: Clock): GrantStage {
  return {
    ...payingStage(app, clock),
    budgets: app.get(GrantBudgetService),
    agreements: app.get(GrantAgreementService),
    amendments: app.get(AmendmentService),
    lives: app.get(GrantLifeService),
    tranches: app.get(TrancheService),
    ownShares: app.get(OwnShareService),
    expenses: app.get(GrantExpenseService),
    interest: app.get(InterestService),
    demands: app.get(DemandService),
    collections: app.get(RecoveryCollectionService),
    assets: app.get(AssetService),
    royalties: app.get(RoyaltyService),
  };
}

/** Who and what pays, whatever the instrument. */
function payingStage(app: INestApplicationContext, clock: Clock): PayingStage {
  const accounts = accountsAt(app, clock);
  return {
    cast: castOf(app, clock),
    accounts,
    runs: app.get(PaymentRunService),
    exports: new ExportService(app.get(Reader), runnerAt(app, clock), accounts),
    outcomes: app.get(OutcomeService),
  };
}

/** Registering keeps a number before its command runs, so it needs the time of the story too. */
function accountsAt(app: INestApplicationContext, clock: Clock): BankAccountService {
  return new BankAccountService(runnerAt(app, clock), app.get(Reader), app.get(AccessLog), app.get(Keyring), app.get<DataSource>(getDataSourceToken()));
}

function runnerAt(app: INestApplicationContext, clock: Clock): CommandRunner {
  return new CommandRunner(app.get<DataSource>(getDataSourceToken()), clock, app.get<CommandGate>(COMMAND_GATE));
}

/** The people of the demo at a time of their own. */
function castOf(app: INestApplicationContext, clock: Clock): Cast {
  const runner = runnerAt(app, clock);
  return new Cast(app.get<DataSource>(getDataSourceToken()), runner, new SignatureService(runner, app.get(CommandCatalogue), app.get(Keyring)), clock);
}
