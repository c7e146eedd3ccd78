import type { LocalDate } from '#libs/calendar';
import { planOf } from '#libs/recovery';
import type { VoucherYear } from '../../year/year.js';
import type { ClawbackRow } from '../clawback.query.js';
import { noticeOf, type Notice } from './notice.model.js';

/** The working as `clawback.decide` keeps it. */
interface Working {
  readonly interest: readonly { readonly from: LocalDate; readonly months: number; readonly rateBasisPoints: number; readonly clause: string; readonly interestWon: string }[];
  readonly penalty: { readonly clause: string };
  readonly clauses: readonly string[];
}

/** The notice of a decided clawback, from what was decided and nothing else: it never changes. */
export function viewNotice(row: ClawbackRow, year: VoucherYear): Notice {
  const working = row.working as unknown as Working;
  return noticeOf({
    ...{ number: row.number, agency: year.agency, payment: `${year.name} 정부지원금`, regime: year.legalRegime, debtor: row.debtor, debtorNumber: row.debtorNumber },
    ...{ voucher: row.voucherNumber ?? '', service: row.serviceNumber, ground: row.ground, reason: row.reason, improperOn: row.improperOn, noticeOn: row.noticeOn, dueOn: row.dueOn },
    ...{ principalWon: BigInt(row.principalWon), interestWon: BigInt(row.interestWon), penaltyWon: BigInt(row.penaltyWon), droppedWon: BigInt(row.droppedWon), published: row.published },
    interest: working.interest.map((run) => ({ ...run, interestWon: BigInt(run.interestWon) })),
    penaltyClause: working.penalty.clause,
    plan: planOf(row),
    clauses: working.clauses,
    decidedAt: row.knownAt,
  });
}
