import { localDate } from '#libs/calendar';
import { cleanText } from '#libs/identifier';
import { won } from '#libs/money';
import type { RequestMatchingReleaseDto } from './release.dto.js';
import type { RequestRelease } from './release.service.js';

export const toRelease = (agreementId: string, { amountWon, label, milestone, milestoneMetOn, documentId, note }: RequestMatchingReleaseDto): RequestRelease => ({
  ...{ agreementId, amountWon: won(amountWon), label: cleanText(label), milestone: cleanText(milestone) },
  ...{ milestoneMetOn: milestoneMetOn === undefined ? null : localDate(milestoneMetOn), documentId: documentId ?? null, note: note ?? null },
});
