import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import type { UseSplit } from '../claim/claim.rules.js';
import { viewEffect, viewMoney } from '../service/service.view.js';
import type { CancelledServiceDto, ContractedServiceDto, UseSplitDto } from './contract.dto.js';
import type { ContractedService } from './contract.service.js';
import type { CancelledService } from './contract-change.service.js';

export function viewSplit(split: UseSplit): UseSplitDto {
  return {
    entitledWon: split.entitledWon.toString(),
    governmentWon: split.governmentWon.toString(),
    selfWon: split.selfWon.toString(),
    vatWon: split.vatWon.toString(),
    shortWon: split.shortWon.toString(),
    providerWon: split.providerWon.toString(),
  };
}

export function viewContracted({ result, verdicts, dryRun }: CommandOutcome<ContractedService>): ContractedServiceDto {
  return {
    id: dryRun ? null : result.id,
    number: result.number,
    dryRun,
    verdicts: verdicts.map(shownVerdict),
    split: viewSplit(result.split),
    before: viewMoney(result.before),
    after: viewMoney(result.after),
  };
}

export function viewCancelled(outcome: CommandOutcome<CancelledService>): CancelledServiceDto {
  return { ...viewEffect(outcome), releasedWon: outcome.result.releasedWon.toString() };
}
