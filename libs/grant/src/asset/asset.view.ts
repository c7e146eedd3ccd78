import type { HolidayCalendar, LocalDate } from '#libs/calendar';
import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { ASSET_CONDITION_NAMES, ASSET_DEED_NAMES, ASSET_KIND_NAMES, goneBy, type Asset, type AssetApproval } from './asset.js';
import type { AssetApprovalDto, GrantAssetDto } from './asset.dto.js';
import type { DisposedGrantAssetDto } from './disposal.dto.js';
import type { AssetTerms } from './asset.policy.js';
import { nextCheck } from './asset.rules.js';
import type { DisposedAsset } from './asset.service.js';

/** An asset as it stands on `today`. */
export function viewAsset(asset: Asset, terms: AssetTerms, today: LocalDate, calendar: HolidayCalendar): GrantAssetDto {
  const { id, agreementId, agreementNumber, institution, number, kind, name, maker, serial, registryNumber, location, expenseNumber, acquiredOn, amountWon, governmentWon, restrictedUntil } = asset;
  const next = nextCheck(asset, terms, today, calendar);
  return {
    ...{ id, agreementId, agreementNumber, institution, number, kind, kindName: ASSET_KIND_NAMES[kind], name, maker, serial, registryNumber },
    ...{ location: asset.checks.at(-1)?.location ?? location, expenseNumber, acquiredOn, amountWon, governmentWon, restrictedUntil },
    state: goneBy(asset) !== null ? 'GONE' : restrictedUntil < today ? 'FREE' : 'RESTRICTED',
    ...{ nextPeriodTo: next?.periodTo ?? null, nextDueOn: next?.dueOn ?? null, overdue: next !== null && next.dueOn < today },
    checks: asset.checks.map((check) => ({ ...check, conditionName: ASSET_CONDITION_NAMES[check.condition] })),
    approvals: asset.approvals.map((approval) => viewApproval(approval, today)),
  };
}

function viewApproval(approval: AssetApproval, today: LocalDate): AssetApprovalDto {
  const { disposal, ...rest } = approval;
  const state = disposal !== null ? 'USED' : approval.validThrough < today ? 'LAPSED' : 'OPEN';
  return { ...rest, deedName: ASSET_DEED_NAMES[approval.deed], state, disposal: disposal === null ? null : { ...disposal } };
}

export function viewDisposed({ result, verdicts, dryRun }: CommandOutcome<DisposedAsset>): DisposedGrantAssetDto {
  const { id, proceedsWon, governmentWon, claim, entries } = result;
  return { id, dryRun, proceedsWon, governmentWon, claim: claim === null ? null : { ...claim }, verdicts: verdicts.map(shownVerdict), entries: entries.map(shownEntry) };
}
