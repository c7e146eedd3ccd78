import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import type { AgreementMoney } from '../agreement/standing/agreement-money.query.js';
import type { TranchePayment } from './desk/tranche-payment.query.js';
import type { GrantTrancheDto, SteppedGrantTrancheDto, TrancheConditionDto } from './tranche.dto.js';
import { judgeCondition } from './tranche.rules.js';
import type { SteppedTranche } from './tranche.service.js';
import type { StandingCondition, Tranche } from './tranche.js';

export function viewStepped({ result, verdicts, dryRun }: CommandOutcome<SteppedTranche>): SteppedGrantTrancheDto {
  return { trancheId: result.trancheId, dryRun, verdicts: verdicts.map(shownVerdict), committedBeforeWon: `${result.committedBeforeWon}`, committedAfterWon: `${result.committedAfterWon}`, entries: result.entries.map(shownEntry) };
}

export function viewTranche({ amountWon, conditions, ...tranche }: Tranche, money: AgreementMoney, payments: readonly TranchePayment[]): GrantTrancheDto {
  const payment = payments.find(({ subjectId }) => subjectId === tranche.id);
  return {
    ...tranche,
    amountWon: amountWon.toString(),
    conditions: conditions.map((each) => viewCondition(each, money)),
    ...{ payment: payment?.state ?? null, paidOn: payment?.paidOn ?? null, runNumber: payment?.runNumber ?? null, setOffWon: payment?.setOffWon ?? '0' },
  };
}

function viewCondition(standing: StandingCondition, money: AgreementMoney): TrancheConditionDto {
  const { position, condition, met } = standing;
  return {
    ...{ position, kind: condition.kind, verdict: shownVerdict(judgeCondition(standing, money)) },
    ...{ amountWon: condition.kind === 'OWN_CASH' ? condition.amountWon.toString() : null, basisPoints: condition.kind === 'PREVIOUS_SPENT' ? condition.basisPoints : null },
    label: condition.kind === 'MILESTONE' || condition.kind === 'REPORT' ? condition.label : null,
    ...{ metOn: met?.metOn ?? null, documentId: met?.documentId ?? null, documentName: met?.documentName ?? null },
  };
}
