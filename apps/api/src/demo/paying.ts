import { localDate, type LocalDate } from '#libs/calendar';
import type { Won } from '#libs/money';
import type { BankAccountService, PartyDraft } from '#libs/party';
import { designatePayingAccount, type ExportService, type OutcomeService, type PaymentRunService } from '#libs/payment';
import type { Cast } from './cast.js';
import { AGENCY, AGENCY_ACCOUNT_SINCE, AGENCY_ADDRESS } from './grant-story.data.js';

/** Whoever pays in a story, whatever the instrument. */
export interface PayingStage {
  readonly cast: Cast;
  readonly accounts: BankAccountService;
  readonly runs: PaymentRunService;
  readonly exports: ExportService;
  readonly outcomes: OutcomeService;
}

interface Payee {
  readonly name: string;
  readonly businessNumber: string;
  readonly bankCode: string;
  readonly accountNumber: string;
}

/** From a day on a book pays out of the agency's account; one that is on record stays so from year to year. */
export async function payFromAgency(stage: PayingStage, book: string, effectiveFrom: LocalDate): Promise<void> {
  const known = await stage.cast.look(async (tx): Promise<{ id: string }[]> => tx.query('select a.id from bank_account a join party p on p.id = a.party_id where p.business_number = $1', [AGENCY.businessNumber]));
  const bankAccountId = known[0]?.id ?? (await registerAccount(stage, AGENCY, localDate(AGENCY_ACCOUNT_SINCE)));
  await stage.cast.do('finance', designatePayingAccount, { book, bankAccountId, effectiveFrom, ...AGENCY_ADDRESS });
}

/** Registers where an institution is paid; answers the id of the account. */
export async function registerAccount({ cast, accounts }: Pick<PayingStage, 'cast' | 'accounts'>, { name, businessNumber, bankCode, accountNumber }: Payee, effectiveFrom: LocalDate): Promise<string> {
  const organisation: PartyDraft = { kind: 'INSTITUTION', name, businessNumber, corporateNumber: null, incorporatedOn: null };
  const form = { partyId: null, organisation, bankCode, accountNumber, holder: name, effectiveFrom };
  return (await cast.through('finance', 'bank-account.register', (request) => accounts.register(request, form))).id;
}

/** All that a book owes leaves in one run: drafted by one person, signed by amount, released by another; then the bank has paid. */
export async function payByRun({ cast, runs, exports, outcomes }: PayingStage, book: string, payOn: LocalDate, totalWon: Won): Promise<void> {
  const { id: runId } = await cast.do('finance', runs.draft, { book, payOn, payableIds: null, totalWon });
  await cast.do('head', runs.release, { runId });
  await cast.through('finance', 'payment-run.export', async (request) => ({ result: await exports.export(request, runId, 'PAIN_001', '은행 이체 접수') }));
  await cast.do('finance', outcomes.confirm, { runId, lines: null, paidOn: payOn });
}
