import { localDate, type LocalDate } from '#libs/calendar';
import { cleanText } from '#libs/identifier';
import { won } from '#libs/money';
import type { AssetCondition, AssetDeed, AssetKind } from './asset.js';
import type { ConfirmGrantAssetDto, RegisterGrantAssetDto } from './asset.dto.js';
import type { ApproveDisposalGrantAssetDto, DisposeGrantAssetDto } from './disposal.dto.js';
import type { ApproveDisposal, ConfirmAsset, DisposeAsset, RegisterAsset } from './asset.service.js';

const textOf = (text: string | undefined): string | null => (text === undefined ? null : cleanText(text));

export function toAsset(agreementId: string, body: RegisterGrantAssetDto): RegisterAsset {
  return {
    ...{ agreementId, kind: body.kind as AssetKind, name: cleanText(body.name), maker: textOf(body.maker), serial: textOf(body.serial), registryNumber: textOf(body.registryNumber) },
    ...{ location: cleanText(body.location), expenseId: body.expenseId ?? null, acquiredOn: localDate(body.acquiredOn), amountWon: won(body.amountWon) },
    restrictedUntil: body.restrictedUntil === undefined ? null : localDate(body.restrictedUntil),
  };
}

export function toCheck(assetId: string, body: ConfirmGrantAssetDto, today: LocalDate): ConfirmAsset {
  return {
    ...{ assetId, periodTo: localDate(body.periodTo), checkedOn: body.checkedOn === undefined ? today : localDate(body.checkedOn), condition: body.condition as AssetCondition },
    ...{ location: textOf(body.location), note: textOf(body.note), documentId: body.documentId ?? null },
  };
}

export function toApproval(assetId: string, body: ApproveDisposalGrantAssetDto): ApproveDisposal {
  return { assetId, deed: body.deed as AssetDeed, counterparty: textOf(body.counterparty), expectedWon: won(body.expectedWon), reason: body.reason };
}

export function toDisposal(assetId: string, body: DisposeGrantAssetDto): DisposeAsset {
  return { assetId, approvalId: body.approvalId, disposedOn: localDate(body.disposedOn), proceedsWon: won(body.proceedsWon), documentId: body.documentId ?? null };
}
